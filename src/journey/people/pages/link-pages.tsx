/** Opening one's own page: ask for a link, see the same answer whatever is known, type a code, press the button behind a link. */
import { Details } from '../../../design/components/asides.tsx';
import { Actions, Button, ButtonLink } from '../../../design/components/button.tsx';
import { DateInput } from '../../../design/components/date-input.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { HiddenValues, QuestionForm, QuestionTitle } from '../../../design/components/question-page.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { renderDocument } from '../../../design/layout/document.tsx';
import { PersonPage } from '../../../design/layout/person-page.tsx';
import type { PersonFrame } from '../../../platform/web/shell.ts';
import type { SignInTexts } from '../sign-in/texts.ts';

interface Framed {
  readonly frame: PersonFrame;
  readonly texts: SignInTexts;
  readonly easy: boolean;
  readonly formKey: string;
}

export interface AskForLinkProps extends Framed {
  readonly reach: string;
  /** They were signed in a moment ago. */
  readonly expired: boolean;
  readonly errors: readonly FieldError[];
}

export const askForLinkPage = ({ frame, texts, easy, formKey, reach, expired, errors }: AskForLinkProps): string =>
  renderDocument(
    <PersonPage {...frame} easy={easy} title={texts.page} error={errors.length > 0} back={{ href: '/start' }}>
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

export interface LinkSentProps extends Framed {
  /** As it was typed, by the name of its field. */
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
}

export const linkSentPage = ({ frame, texts, easy, formKey, typed = {}, errors = [] }: LinkSentProps): string =>
  renderDocument(
    <PersonPage {...frame} easy={easy} title={texts.page} error={errors.length > 0} back={{ href: '/me/sign-in' }}>
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
            value={typed.code}
            error={errorOf(errors, 'code')}
          />
          <Details summary={texts.code.seen} open={errors.length > 0}>
            <p>{texts.code.why}</p>
            <DateInput
              name="born"
              label={texts.code.born}
              labelSize="s"
              hint={texts.code.bornHint}
              value={{ day: typed['born-day'] ?? '', month: typed['born-month'] ?? '', year: typed['born-year'] ?? '' }}
            />
          </Details>
          <Actions>
            <Button>{texts.code.open}</Button>
          </Actions>
        </form>
        <p>{texts.code.nothing}</p>
      </Stack>
    </PersonPage>,
  );

export const openLinkPage = ({ frame, texts, easy, formKey, token }: Framed & { readonly token: string }): string =>
  renderDocument(
    <PersonPage {...frame} easy={easy} title={texts.page}>
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

export const linkGonePage = ({ frame, texts, easy }: Omit<Framed, 'formKey'>): string =>
  renderDocument(
    <PersonPage {...frame} easy={easy} title={texts.page}>
      <Stack>
        <QuestionTitle title={texts.gone.title} hint={texts.gone.hint} />
        <ButtonLink href="/me/sign-in">{texts.gone.another}</ButtonLink>
      </Stack>
    </PersonPage>,
  );
