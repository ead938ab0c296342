/** On the person's own pages: each agency that could help, whether it may use what they told us, and three buttons to say otherwise. Questions come first. */
import { Inset } from '../../../design/components/asides.tsx';
import { Actions, Button } from '../../../design/components/button.tsx';
import { Box } from '../../../design/components/care-box.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { renderDocument } from '../../../design/layout/document.tsx';
import { PersonPage } from '../../../design/layout/person-page.tsx';
import type { PersonFrame } from '../../../platform/web/shell.ts';
import { type Flag, flags, flagWords } from '../model.ts';

export interface AgencyView {
  readonly organisationId: string;
  readonly name: string;
  /** What it gives: 'Early help, Outreach'. */
  readonly gives: string;
  /** Null while they have said nothing of it. */
  readonly flag: Flag | null;
  readonly opens: string;
  readonly version: number;
  readonly question: { readonly when: string; readonly because: string } | null;
}

export interface MySharingView {
  /** Those with a question first. */
  readonly agencies: readonly AgencyView[];
  readonly formKey: () => string;
}

const stands = ({ flag, opens }: AgencyView): string =>
  flag === null
    ? 'You have not said yet. They use it only where they give you support.'
    : flag === 'use'
      ? `${flagWords.use.stands}. They see: ${opens}.`
      : `${flagWords[flag].stands}.`;

/** What can be answered: the question has its own answers, among them to be asked again another time. */
const answers = (agency: AgencyView): readonly { readonly flag: Flag; readonly text: string }[] =>
  agency.question
    ? [
        { flag: 'use', text: 'Yes, use it' },
        { flag: 'ask', text: 'Not this time' },
        { flag: 'no', text: 'No, and do not ask again' },
      ]
    : flags.filter((flag) => flag !== agency.flag).map((flag) => ({ flag, text: flagWords[flag].choose }));

const Agency = ({ agency, formKey }: { readonly agency: AgencyView; readonly formKey: () => string }) => (
  <Box title={agency.name}>
    {agency.gives ? <p class="od-small">{agency.gives}</p> : null}
    <p>
      {agency.question ? (
        <>
          <strong>They ask to use what you told us.</strong> {agency.question.because} Asked {agency.question.when}.
        </>
      ) : (
        <strong>{stands(agency)}</strong>
      )}
    </p>
    <form method="post" action={`/me/sharing/${agency.organisationId}`}>
      <HiddenValues values={{ form_key: formKey(), version: String(agency.version) }} />
      <Actions>
        {answers(agency).map(({ flag, text }) => (
          <Button key={flag} name="flag" value={flag} look="secondary">
            {text}
            <span class="nhsuk-u-visually-hidden">: {agency.name}</span>
          </Button>
        ))}
      </Actions>
    </form>
  </Box>
);

export const mySharingPage = ({ frame, view }: { readonly frame: PersonFrame; readonly view: MySharingView }): string =>
  renderDocument(
    <PersonPage {...frame} title="Who may use what you told us" language="en" direction="ltr" back={{ href: '/me' }}>
      <Stack>
        <h1 class="od-question-title__text">Who may use what you told us</h1>
        <p>
          You told us your story once. You choose who may use it, so that you need not tell it again. Your support goes on whatever you
          choose.
        </p>
        {view.agencies.length === 0 ? (
          <EmptyState>You have not been asked yet. Nobody outside the team that helps you sees your record.</EmptyState>
        ) : (
          view.agencies.map((agency) => <Agency key={agency.organisationId} agency={agency} formKey={view.formKey} />)
        )}
        <Inset>
          <p>By law we also share when someone is in danger. We tell you first if we can.</p>
        </Inset>
      </Stack>
    </PersonPage>,
  );
