/** Who opened a record: in sentences for the person, as a table for the information-governance lead. And who can open it, for the person. */
import { AccessList, type AccessRow, AccessSentences } from '../../../design/components/access-list.tsx';
import { PageTitle, SectionTitle } from '../../../design/components/heading.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { Pager } from '../../../design/components/pager.tsx';
import { QuestionTitle } from '../../../design/components/question-page.tsx';
import { renderDocument } from '../../../design/layout/document.tsx';
import { PersonPage } from '../../../design/layout/person-page.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { PersonFrame, Shell } from '../../../platform/web/shell.ts';

export interface Sentence {
  readonly key: string;
  readonly sentence: string;
  readonly when: string;
}

const english = { language: 'en', direction: 'ltr' } as const;

export const whoLookedPage = ({
  frame,
  days,
  next,
}: {
  readonly frame: PersonFrame;
  readonly days: readonly { readonly title: string; readonly entries: readonly Sentence[] }[];
  readonly next: string | undefined;
}): string =>
  renderDocument(
    <PersonPage {...frame} {...english} title="Who opened your record" back={{ href: '/me' }}>
      <Stack>
        <QuestionTitle
          title="Who opened your record"
          hint="Every time somebody opens your record, it is written down here. Nobody can change or remove it."
        />
        {days.length === 0 ? <AccessSentences entries={[]} empty="Nobody has opened it yet." /> : null}
        {days.map((day) => (
          <section key={day.title}>
            <SectionTitle title={day.title} />
            <AccessSentences entries={day.entries} empty="" />
          </section>
        ))}
        <Pager next={next} label="Earlier days" />
        <p>Does something here worry you? Tell the person who supports you, or call us. You can also ask for a copy of your record.</p>
        <p class="od-alone">
          <a href="/me/access">Who can see your record</a>
        </p>
      </Stack>
    </PersonPage>,
  );

export const whoCanSeePage = ({
  frame,
  reasons,
  without,
}: {
  readonly frame: PersonFrame;
  /** What was shared without asking them. */
  readonly without: readonly Sentence[];
  readonly reasons: readonly { readonly key: string; readonly sentence: string; readonly opens: string }[];
}): string =>
  renderDocument(
    <PersonPage {...frame} {...english} title="Who can see your record" back={{ href: '/me' }}>
      <Stack>
        <QuestionTitle
          title="Who can see your record"
          hint="Each of them has a reason, and sees only what their work needs. Nobody else can open it."
        />
        <AccessSentences entries={reasons.map(({ key, sentence, opens }) => ({ key, sentence, when: opens }))} empty="Only you." />
        {without.length > 0 ? (
          <section>
            <SectionTitle title="What we shared without asking you" />
            <AccessSentences entries={without} empty="" />
          </section>
        ) : null}
        <p>Is somebody here who should not be? Tell the person who supports you, or call us.</p>
        <p class="od-alone">
          <a href="/me/looked">Who opened your record</a>
        </p>
        <p class="od-alone">
          <a href="/me/restrict">If you, or somebody close to you, work here</a>
        </p>
      </Stack>
    </PersonPage>,
  );

export const lookedAtPage = ({
  shell,
  name,
  rows,
  next,
  open,
}: {
  readonly shell: Shell;
  /** Null where the reader may not see whose record it is. */
  readonly name: string | null;
  readonly rows: readonly AccessRow[];
  readonly next: string | undefined;
  /** The way to open it in an emergency; the same for a record that is not there. */
  readonly open: string;
}): string =>
  renderDocument(
    <StaffPage {...shell} title="Who opened this record" shape="list">
      <Stack>
        <PageTitle
          title={name ? `Who opened ${name}’s record` : 'Who opened this record'}
          sentence="Newest first. Every opening is kept, with its reason where one was asked for."
        />
        <AccessList rows={rows} caption="Openings of this record" empty="Nobody has opened it yet." />
        <Pager next={next} label="Earlier openings" />
        {name ? null : (
          <p class="od-alone">
            <a href={open}>See this record in an emergency</a>
          </p>
        )}
      </Stack>
    </StaffPage>,
  );
