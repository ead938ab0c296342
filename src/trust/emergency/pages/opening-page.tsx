/** One emergency opening: why, what of the record, what was read while it was open, and what somebody else found. */
import { AlertBlock } from '../../../design/components/alert-block.tsx';
import { BackLink } from '../../../design/components/back-link.tsx';
import { Actions, Button } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Checkboxes, Radios } from '../../../design/components/choices.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { FactsList } from '../../../design/components/facts-list.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Rows } from '../../../design/components/lists.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { RecordMain, RecordSide } from '../../../design/layout/record-columns.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import { codesOf, wordsFor } from '../../../platform/codes/codes.ts';
import { listed } from '../../../platform/numbers.ts';
import { saidDay, saidDayAndTime, saidTime } from '../../../platform/said.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import { categories } from '../../access/model.ts';
import { categoryWords, roleWords } from '../../access/texts.ts';
import { closesAt, lengthInWords, type Opening } from '../model.ts';
import { longestReason } from '../typed.ts';

export interface OpeningPageProps {
  readonly shell: Shell;
  readonly opening: Opening;
  /** Newest first. */
  readonly read: readonly { readonly title: string; readonly detail: string }[];
  readonly now: Date;
  readonly own: boolean;
  readonly mayReview: boolean;
  /** Whether the reader looks after openings, and not only their own. */
  readonly oversees: boolean;
  readonly typed: { readonly finding: string; readonly words: string; readonly tell: boolean };
  readonly formKey: string;
  readonly errors: readonly FieldError[];
}

const isOpen = (opening: Opening, now: Date): boolean => closesAt(opening) > now;

const ReviewForm = ({ opening, typed, formKey, errors }: Pick<OpeningPageProps, 'opening' | 'typed' | 'formKey' | 'errors'>) => (
  <Card title="What do you find?" level={2} id="review">
    <form method="post" action={`/emergency/openings/${opening.id}/review`} novalidate>
      <HiddenValues values={{ form_key: formKey }} />
      <Radios
        name="finding"
        label="Finding"
        choices={codesOf('breakGlassFinding').map((code) => ({ value: code, text: wordsFor('breakGlassFinding', code) }))}
        value={typed.finding}
        error={errorOf(errors, 'finding')}
        small
      />
      <TextArea
        name="words"
        label="What you looked at, and what follows"
        hint="If it was wrong to open, say who tells the person and whether it is a breach."
        value={typed.words}
        error={errorOf(errors, 'words')}
        limit={longestReason}
        rows={3}
      />
      {opening.keptFromPerson ? (
        <Checkboxes
          name="tell"
          label="May the person be told now?"
          hint={`${opening.openedBy} wrote why not: “${opening.notToldBecause}”`}
          choices={[{ value: 'yes', text: 'Yes: show it on their own page from now on' }]}
          values={typed.tell ? ['yes'] : []}
          small
        />
      ) : null}
      <Actions>
        <Button>Keep this finding</Button>
      </Actions>
    </form>
  </Card>
);

export const OpeningPage = ({ shell, opening, read, now, own, mayReview, oversees, typed, formKey, errors }: OpeningPageProps) => (
  <StaffPage {...shell} title="An emergency opening" shape="record" identity={null} errors={errors}>
    <RecordMain>
      {oversees ? <BackLink href="/emergency/openings" text="Emergency openings" /> : null}
      <PageTitle
        title={`${own ? 'You' : opening.openedBy} opened ${opening.personName ? `${opening.personName}’s record` : 'a record'}`}
        sentence={`${saidDayAndTime(opening.openedAt)}. ${wordsFor('breakGlassReason', opening.reason)}: “${opening.words}”`}
      />
      {isOpen(opening, now) ? (
        <AlertBlock
          kind="danger"
          level={2}
          title={`It is open now, for ${lengthInWords(closesAt(opening).getTime() - now.getTime())} more.`}
          action={
            own ? (
              <form method="post" action={`/emergency/openings/${opening.id}/end`}>
                <Button look="secondary" small>
                  End it now
                </Button>
              </form>
            ) : null
          }
        />
      ) : null}
      {opening.reviewedAt ? (
        <Card title="What was found" level={2}>
          <FactsList
            facts={[
              { term: 'Finding', value: wordsFor('breakGlassFinding', opening.finding ?? '') },
              { term: 'Why', value: opening.findingWords },
              { term: 'By', value: `${opening.reviewedBy ?? ''}, ${saidDay(opening.reviewedAt)}` },
            ]}
          />
        </Card>
      ) : null}
      {mayReview ? <ReviewForm opening={opening} typed={typed} formKey={formKey} errors={errors} /> : null}
      <Card title="What was read while it was open" level={2}>
        {read.length === 0 ? (
          <EmptyState>Nothing was opened yet.</EmptyState>
        ) : (
          <Rows rows={read.map((one) => ({ icon: 'note', ...one }))} />
        )}
      </Card>
    </RecordMain>
    <RecordSide>
      <Card title="The opening" level={2}>
        <FactsList
          facts={[
            { term: 'By', value: [opening.openedBy, opening.job].filter(Boolean).join(', ') },
            { term: 'In the role of', value: roleWords[opening.role] },
            {
              term: 'Opened',
              value: listed(
                categories.filter((category) => opening.categories.includes(category)).map((category) => categoryWords[category]),
              ),
            },
            { term: opening.endedAt ? 'Ended' : 'Until', value: saidTime(closesAt(opening)) },
            { term: 'The record is with', value: opening.teamName ?? 'No team' },
            {
              term: 'The person',
              value: opening.keptFromPerson ? `Not told: “${opening.notToldBecause}”` : 'Reads of it on their own page',
            },
            ...(opening.reviewedAt
              ? []
              : [{ term: 'Review by', value: `${saidDay(opening.reviewBy)}${opening.reviewBy < now ? ', which has passed' : ''}` }]),
          ]}
        />
      </Card>
      {opening.reviewedAt || mayReview ? null : (
        <Card title="Who reviews it" level={2} quiet>
          <p>Somebody else: information governance, or whoever leads the team that has the record.</p>
        </Card>
      )}
    </RecordSide>
  </StaffPage>
);
