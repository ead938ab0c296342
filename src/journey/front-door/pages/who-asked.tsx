/** On the person’s own pages: whoever asked for them at home, and whether they hear what becomes of it. */
import { Actions, Button } from '../../../design/components/button.tsx';
import { Box } from '../../../design/components/care-box.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { AsTyped, Stack } from '../../../design/components/layouts.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { renderDocument } from '../../../design/layout/document.tsx';
import { PersonPage } from '../../../design/layout/person-page.tsx';
import type { SeenSpeech } from '../../../trust/audit/texts.ts';
import type { AskedByCarer } from '../carer.ts';
import { carerName } from '../carer-texts.ts';

interface Said {
  readonly speech: SeenSpeech;
  readonly formKey: () => string;
}

const One = ({ asked, speech: { texts, moments }, formKey }: Said & { readonly asked: AskedByCarer }) => (
  <Box title={carerName(asked)}>
    <p>
      {texts.asked.on({ day: moments.day(asked.receivedAt) })} <strong>{texts.asked.stands[asked.mayKnow]}</strong>
    </p>
    <form method="post" action={`/me/asked/${asked.referralId}`}>
      <HiddenValues values={{ form_key: formKey() }} />
      <Actions>
        {(['yes', 'no'] as const)
          .filter((answer) => answer !== asked.mayKnow)
          .map((answer) => (
            <Button key={answer} name="answer" value={answer} look="secondary">
              {texts.asked[answer]}
              <span class="nhsuk-u-visually-hidden">
                : <AsTyped>{asked.carer}</AsTyped>
              </span>
            </Button>
          ))}
      </Actions>
    </form>
  </Box>
);

export const whoAskedPage = ({ speech, list, formKey }: Said & { readonly list: readonly AskedByCarer[] }): string => {
  const { asked } = speech.texts;
  return renderDocument(
    <PersonPage {...speech.frame} easy={speech.easy} title={asked.title} back={{ href: '/me' }}>
      <Stack>
        <h1 class="od-question-title__text">{asked.title}</h1>
        <p>{asked.lead}</p>
        {list.length === 0 ? (
          <EmptyState>{asked.none}</EmptyState>
        ) : (
          list.map((one) => <One key={one.referralId} asked={one} speech={speech} formKey={formKey} />)
        )}
      </Stack>
    </PersonPage>,
  );
};
