/** Who we may share with, on the person's own pages: each agency with what they said, and a button to say otherwise. */
import { Inset } from '../../../design/components/asides.tsx';
import { Actions, Button } from '../../../design/components/button.tsx';
import { Box } from '../../../design/components/care-box.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { renderDocument } from '../../../design/layout/document.tsx';
import { PersonPage } from '../../../design/layout/person-page.tsx';
import type { PersonFrame } from '../../../platform/web/shell.ts';
import { type SharingChoice, stateInWords } from '../model.ts';

export interface MySharingView {
  readonly choices: readonly (SharingChoice & { readonly opens: string })[];
  readonly formKey: () => string;
}

const Choice = ({ choice, formKey }: { readonly choice: MySharingView['choices'][number]; readonly formKey: () => string }) => (
  <Box title={choice.organisation}>
    <p>
      <strong>{stateInWords[choice.state]}.</strong> {choice.state === 'agreed' ? `They may see: ${choice.opens}.` : 'They see nothing.'}
    </p>
    <form method="post" action={`/me/sharing/${choice.id}`}>
      <HiddenValues values={{ form_key: formKey(), version: String(choice.version) }} />
      <Actions>
        {choice.state === 'agreed' ? null : (
          <Button name="share" value="yes" look="secondary">
            Yes, share
            <span class="nhsuk-u-visually-hidden"> with {choice.organisation}</span>
          </Button>
        )}
        {choice.state === 'declined' || choice.state === 'withdrawn' ? null : (
          <Button name="share" value="no" look="secondary">
            No, do not share
            <span class="nhsuk-u-visually-hidden"> with {choice.organisation}</span>
          </Button>
        )}
      </Actions>
    </form>
  </Box>
);

export const mySharingPage = ({ frame, view }: { readonly frame: PersonFrame; readonly view: MySharingView }): string =>
  renderDocument(
    <PersonPage {...frame} title="Who we may share with" language="en" direction="ltr" back={{ href: '/me' }}>
      <Stack>
        <h1 class="od-question-title__text">Who we may share with</h1>
        <p>A yes lets somebody there see it only when they help you. You can change your mind at any time, and your support goes on.</p>
        {view.choices.length === 0 ? (
          <EmptyState>You have not been asked yet. Nobody outside the team that helps you sees your record.</EmptyState>
        ) : (
          view.choices.map((choice) => <Choice key={choice.id} choice={choice} formKey={view.formKey} />)
        )}
        <Inset>
          <p>By law we also share when someone is in danger. We tell you first if we can.</p>
        </Inset>
      </Stack>
    </PersonPage>,
  );
