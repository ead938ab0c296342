/** Who opened a record: in sentences for the person, as a table for the information-governance lead. And who can open it, for the person. */
import { AccessList, type AccessRow, AccessSentences } from '../../../design/components/access-list.tsx';
import { PageTitle, SectionTitle } from '../../../design/components/heading.tsx';
import { Around, AsTyped, InEnglish, Stack } from '../../../design/components/layouts.tsx';
import { Pager } from '../../../design/components/pager.tsx';
import { QuestionTitle } from '../../../design/components/question-page.tsx';
import { renderDocument } from '../../../design/layout/document.tsx';
import { PersonPage } from '../../../design/layout/person-page.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';
import type { AboutSomebody, DayOfLooks, ToldWithout } from '../for-the-person.ts';
import type { SeenSpeech, SeenTexts } from '../texts.ts';

/** A sentence in which a name and job stand as the place wrote them, and a reason as it was typed. */
const Said = ({ about: { who, says, why }, texts }: { readonly about: AboutSomebody; readonly texts: SeenTexts }) => (
  <>
    <Around says={says}>{who === null ? null : <InEnglish>{who}</InEnglish>}</Around>
    {why ? (
      <>
        {` ${texts.looked.why} `}
        <AsTyped>“{why}”</AsTyped>
      </>
    ) : null}
  </>
);

const listed = (entries: readonly AboutSomebody[], texts: SeenTexts) =>
  entries.map((about) => ({ key: about.key, sentence: <Said about={about} texts={texts} />, when: about.when }));

export const whoLookedPage = ({
  speech: { frame, texts, easy },
  days,
  next,
}: {
  readonly speech: SeenSpeech;
  readonly days: readonly DayOfLooks[];
  readonly next: string | undefined;
}): string => {
  const { looked } = texts;
  return renderDocument(
    <PersonPage {...frame} easy={easy} title={looked.title} back={{ href: '/me' }}>
      <Stack>
        <QuestionTitle title={looked.title} hint={looked.hint} />
        {days.length === 0 ? <AccessSentences entries={[]} empty={looked.none} /> : null}
        {days.map((day) => (
          <section key={day.title}>
            <SectionTitle title={day.title} />
            <AccessSentences entries={listed(day.entries, texts)} empty="" />
          </section>
        ))}
        <Pager next={next} label={looked.earlier} />
        <p>{looked.worry}</p>
        <p class="od-alone">
          <a href="/me/access">{looked.canSee}</a>
        </p>
      </Stack>
    </PersonPage>,
  );
};

const Told = ({ told, texts: { without } }: { readonly told: ToldWithout; readonly texts: SeenTexts }) => (
  <>
    <Around says={(who) => without.told({ who })}>
      <InEnglish>{told.organisation}</InEnglish>
    </Around>{' '}
    <AsTyped>{told.what}.</AsTyped> {without.why} <AsTyped>{told.reason}.</AsTyped> {without.decided({ who: told.decidedBy })}
  </>
);

export const whoCanSeePage = ({
  speech: { frame, texts, easy },
  reasons,
  without,
}: {
  readonly speech: SeenSpeech;
  /** What was shared without asking them. */
  readonly without: readonly ToldWithout[];
  readonly reasons: readonly AboutSomebody[];
}): string => {
  const { access } = texts;
  return renderDocument(
    <PersonPage {...frame} easy={easy} title={access.title} back={{ href: '/me' }}>
      <Stack>
        <QuestionTitle title={access.title} hint={access.hint} />
        <AccessSentences entries={listed(reasons, texts)} empty={access.onlyYou} />
        {without.length > 0 ? (
          <section>
            <SectionTitle title={access.withoutAsking} />
            <AccessSentences
              entries={without.map((told) => ({ key: told.key, sentence: <Told told={told} texts={texts} />, when: told.when }))}
              empty=""
            />
          </section>
        ) : null}
        <p>{access.wrong}</p>
        <p class="od-alone">
          <a href="/me/looked">{access.looked}</a>
        </p>
        <p class="od-alone">
          <a href="/me/restrict">{access.restrict}</a>
        </p>
      </Stack>
    </PersonPage>,
  );
};

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
