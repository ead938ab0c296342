/** On the person’s own pages: whoever asked for them at home, and whether they hear what becomes of it. */
import { Actions, Button } from '../../../design/components/button.tsx';
import { Box } from '../../../design/components/care-box.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { renderDocument } from '../../../design/layout/document.tsx';
import { PersonPage } from '../../../design/layout/person-page.tsx';
import { saidDay } from '../../../platform/said.ts';
import type { PersonFrame } from '../../../platform/web/shell.ts';
import type { AskedByCarer } from '../carer.ts';
import { carerName, ownWords } from '../carer-texts.ts';

const One = ({ asked, formKey }: { readonly asked: AskedByCarer; readonly formKey: () => string }) => (
  <Box title={carerName(asked)}>
    <p>
      {ownWords.asked(saidDay(asked.receivedAt))} <strong>{ownWords.stands[asked.mayKnow]}</strong>
    </p>
    <form method="post" action={`/me/asked/${asked.referralId}`}>
      <HiddenValues values={{ form_key: formKey() }} />
      <Actions>
        {(['yes', 'no'] as const)
          .filter((answer) => answer !== asked.mayKnow)
          .map((answer) => (
            <Button key={answer} name="answer" value={answer} look="secondary">
              {ownWords[answer]}
              <span class="nhsuk-u-visually-hidden">: {asked.carer}</span>
            </Button>
          ))}
      </Actions>
    </form>
  </Box>
);

export const whoAskedPage = ({
  frame,
  list,
  formKey,
}: {
  readonly frame: PersonFrame;
  readonly list: readonly AskedByCarer[];
  readonly formKey: () => string;
}): string =>
  renderDocument(
    <PersonPage {...frame} title={ownWords.title} language="en" direction="ltr" back={{ href: '/me' }}>
      <Stack>
        <h1 class="od-question-title__text">{ownWords.title}</h1>
        <p>{ownWords.lead}</p>
        {list.length === 0 ? (
          <EmptyState>{ownWords.none}</EmptyState>
        ) : (
          list.map((asked) => <One key={asked.referralId} asked={asked} formKey={formKey} />)
        )}
      </Stack>
    </PersonPage>,
  );
