/** Opening one's own page: ask for a link, see the same answer whatever is known, type a code, press the button behind a link. */
import { Actions, Button, ButtonLink } from '../../../design/components/button.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { HiddenValues, QuestionForm, QuestionTitle } from '../../../design/components/question-page.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { renderDocument } from '../../../design/layout/document.tsx';
import { PersonPage } from '../../../design/layout/person-page.tsx';
import type { PersonFrame } from '../../../platform/web/shell.ts';
import type { SignInTexts } from '../sign-in-texts.ts';

interface Framed {
  readonly frame: PersonFrame;
  readonly texts: SignInTexts;
  readonly formKey: string;
}

export interface AskForLinkProps extends Framed {
  readonly reach: string;
  /** They were signed in a moment ago. */
  readonly expired: boolean;
  readonly errors: readonly FieldError[];
}

export const askForLinkPage = ({ frame, texts, formKey, reach, expired, errors }: AskForLinkProps): string =>
  renderDocument(
    <PersonPage {...frame} title={texts.page} error={errors.length > 0} back={{ href: '/start' }}>
      <Stack>
        <QuestionForm action="/me/sign-in" errors={errors} hidden={{ form_key: formKey }} continueText={texts.ask.send}>
          <QuestionTitle title={expired ? texts.ask.again : texts.ask.title} hint={expired ? texts.ask.closed : texts.ask.hint} />
          <TextInput
            name="reach"
            label={texts.ask.label}
            labelSize="m"
            hint={texts.ask.about}
            direction="ltr"
            code
            value={reach}
            error={errorOf(errors, 'reach')}
          />
        </QuestionForm>
        <p class="od-alone">
          <a href="/me/sign-in/code">{texts.ask.haveCode}</a>
        </p>
        <p class="od-alone">
          <a href="/back">{texts.ask.haveDoorCode}</a>
        </p>
      </Stack>
    </PersonPage>,
  );

export const linkSentPage = ({ frame, texts, formKey, errors = [] }: Framed & { readonly errors?: readonly FieldError[] }): string =>
  renderDocument(
    <PersonPage {...frame} title={texts.page} error={errors.length > 0} back={{ href: '/me/sign-in' }}>
      <Stack>
        <ErrorSummary errors={errors} />
        <QuestionTitle title={texts.code.title} hint={texts.code.hint} />
        <form method="post" action="/me/sign-in/code" novalidate>
          <HiddenValues values={{ form_key: formKey }} />
          <TextInput
            name="code"
            label={texts.code.label}
            labelSize="m"
            hint={texts.code.about}
            direction="ltr"
            width={10}
            code
            autocomplete="one-time-code"
            error={errorOf(errors, 'code')}
          />
          <Actions>
            <Button>{texts.code.open}</Button>
          </Actions>
        </form>
        <p>{texts.code.nothing}</p>
      </Stack>
    </PersonPage>,
  );

export const openLinkPage = ({ frame, texts, formKey, token }: Framed & { readonly token: string }): string =>
  renderDocument(
    <PersonPage {...frame} title={texts.page}>
      <Stack>
        <QuestionTitle title={texts.ask.title} hint={texts.link.hint} />
        <form method="post" action={`/s/${token}`}>
          <HiddenValues values={{ form_key: formKey }} />
          <Actions>
            <Button>{texts.code.open}</Button>
          </Actions>
        </form>
      </Stack>
    </PersonPage>,
  );

export const linkGonePage = ({ frame, texts }: Pick<Framed, 'frame' | 'texts'>): string =>
  renderDocument(
    <PersonPage {...frame} title={texts.page}>
      <Stack>
        <QuestionTitle title={texts.gone.title} hint={texts.gone.hint} />
        <ButtonLink href="/me/sign-in">{texts.gone.another}</ButtonLink>
      </Stack>
    </PersonPage>,
  );
