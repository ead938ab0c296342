/** Opening one's own page: ask for a link, see the same answer whatever is known, type a code, press the button behind a link. */
import { Actions, Button, ButtonLink } from '../../../design/components/button.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { HiddenValues, QuestionForm, QuestionTitle } from '../../../design/components/question-page.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { renderDocument } from '../../../design/layout/document.tsx';
import { PersonPage, type PersonPageProps } from '../../../design/layout/person-page.tsx';
import type { PersonFrame } from '../../../platform/web/shell.ts';

interface Framed {
  readonly frame: PersonFrame;
  readonly formKey: string;
}

const english = { language: 'en', direction: 'ltr' } as const satisfies Partial<PersonPageProps>;

export interface AskForLinkProps extends Framed {
  readonly reach: string;
  /** They were signed in a moment ago. */
  readonly expired: boolean;
  readonly errors: readonly FieldError[];
}

export const askForLinkPage = ({ frame, formKey, reach, expired, errors }: AskForLinkProps): string =>
  renderDocument(
    <PersonPage {...frame} {...english} title="Your page" error={errors.length > 0} back={{ href: '/start' }}>
      <Stack>
        <QuestionForm action="/me/sign-in" errors={errors} hidden={{ form_key: formKey }} continueText="Send it to me">
          <QuestionTitle
            title={expired ? 'Open your page again' : 'Open your page'}
            hint={
              expired
                ? 'It closed by itself, so that nobody else reads it. What you wrote is kept.'
                : 'You need no password. We send you a link or a code.'
            }
          />
          <TextInput
            name="reach"
            label="Your mobile number or e-mail address"
            labelSize="m"
            hint="The one you gave us. We use it only if you said it is safe."
            direction="ltr"
            code
            value={reach}
            error={errorOf(errors, 'reach')}
          />
        </QuestionForm>
        <p class="od-alone">
          <a href="/me/sign-in/code">I have a code you sent me</a>
        </p>
        <p class="od-alone">
          <a href="/back">I have the code from when I asked for help</a>
        </p>
      </Stack>
    </PersonPage>,
  );

export const linkSentPage = ({ frame, formKey, errors = [] }: Framed & { readonly errors?: readonly FieldError[] }): string =>
  renderDocument(
    <PersonPage {...frame} {...english} title="Your page" error={errors.length > 0} back={{ href: '/me/sign-in' }}>
      <Stack>
        <ErrorSummary errors={errors} />
        <QuestionTitle
          title="Type your code, or open the link"
          hint="If we may write to you there, a message is on its way. It works once, for 20 minutes."
        />
        <form method="post" action="/me/sign-in/code" novalidate>
          <HiddenValues values={{ form_key: formKey }} />
          <TextInput
            name="code"
            label="Code"
            labelSize="m"
            hint="6 letters and numbers. Spaces do not matter."
            direction="ltr"
            width={10}
            code
            autocomplete="one-time-code"
            error={errorOf(errors, 'code')}
          />
          <Actions>
            <Button>Open my page</Button>
          </Actions>
        </form>
        <p>Nothing there after a few minutes? Ask the person who supports you, or ask for it again.</p>
      </Stack>
    </PersonPage>,
  );

export const openLinkPage = ({ frame, formKey, token }: Framed & { readonly token: string }): string =>
  renderDocument(
    <PersonPage {...frame} {...english} title="Your page">
      <Stack>
        <QuestionTitle title="Open your page" hint="Is anyone with you who should not see it? The link works once, for 20 minutes." />
        <form method="post" action={`/s/${token}`}>
          <HiddenValues values={{ form_key: formKey }} />
          <Actions>
            <Button>Open my page</Button>
          </Actions>
        </form>
      </Stack>
    </PersonPage>,
  );

export const linkGonePage = ({ frame }: Pick<Framed, 'frame'>): string =>
  renderDocument(
    <PersonPage {...frame} {...english} title="Your page">
      <Stack>
        <QuestionTitle title="This link has done its work" hint="Each link opens your page once, for 20 minutes. You can have another." />
        <ButtonLink href="/me/sign-in">Send me another</ButtonLink>
      </Stack>
    </PersonPage>,
  );
