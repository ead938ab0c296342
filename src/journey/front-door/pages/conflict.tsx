/** The same page was answered somewhere else since this one was opened: both, side by side, and the choice of which to keep. */
import { Button, ButtonLink } from '../../../design/components/button.tsx';
import { Box } from '../../../design/components/care-box.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { renderDocument } from '../../../design/layout/document.tsx';
import type { QuestionPage } from '../question.ts';
import { addressOf, type SelfCode, type SelfPageKey } from '../questions.ts';
import type { Fields } from '../reading.ts';
import { answerLines, Lines } from './check.tsx';
import { type Door, DoorPage } from './door.tsx';

export interface ConflictView {
  readonly door: Door;
  readonly key: SelfPageKey;
  readonly page: QuestionPage<QuestionPage['questions'][number] & { readonly code: SelfCode }>;
  readonly mine: Fields;
  readonly theirs: Fields;
  readonly hidden: Readonly<Record<string, string>>;
  readonly onwards: string;
}

export const conflictPage = ({ door, key, page, mine, theirs, hidden, onwards }: ConflictView): string => {
  const { conflict } = door.texts;
  const Side = ({ title, fields }: { readonly title: string; readonly fields: Fields }) => (
    <Box title={title}>
      <Lines lines={page.questions.flatMap((question) => answerLines(question, fields, door.grammar.questions))} />
    </Box>
  );
  return renderDocument(
    <DoorPage door={door} title={door.texts.change} error languagesInForm>
      <h1>{conflict.title}</h1>
      <p class="od-lead">{conflict.lead}</p>
      <Side title={conflict.theirs} fields={theirs} />
      <Side title={conflict.mine} fields={mine} />
      <form method="post" action={addressOf(key)} autocomplete="off">
        <HiddenValues values={hidden} />
        {Object.entries(mine).flatMap(([name, value]) =>
          (typeof value === 'string' ? [value] : value).map((one) => (
            <input key={`${name} ${one}`} type="hidden" name={name} value={one} />
          )),
        )}
        <div class="od-actions od-actions--stack">
          <Button>{conflict.keepMine}</Button>
          <ButtonLink look="secondary" href={onwards}>
            {conflict.keepTheirs}
          </ButtonLink>
        </div>
      </form>
    </DoorPage>,
  );
};
