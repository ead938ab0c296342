/** Where staff sign in. It says the same whatever was wrong, and that nothing typed before was lost. */
import { Actions, Button } from '../../../design/components/button.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import { renderDocument } from '../../../design/layout/document.tsx';
import { PublicPage } from '../../../design/layout/public-page.tsx';
import type { Shell } from '../../../platform/web/shell.ts';

export interface SignInPageProps {
  readonly shell: Shell;
  readonly formKey: string;
  readonly email: string;
  /** Path after signing in, '' for the first page. */
  readonly next: string;
  /** They were signed in a moment ago. */
  readonly expired: boolean;
  readonly demo: boolean;
  readonly errors: readonly FieldError[];
}

export const signInPage = ({ shell, formKey, email, next, expired, demo, errors }: SignInPageProps): string =>
  renderDocument(
    <PublicPage
      title="Sign in"
      service={{ name: shell.service.name, home: '/' }}
      place={shell.place}
      {...(shell.banner ? { banner: shell.banner } : {})}
      error={errors.length > 0}
    >
      <ErrorSummary errors={errors} />
      <PageTitle
        title={expired ? 'You have been signed out' : 'Sign in'}
        sentence={
          expired
            ? 'Nobody used this page for a while. What you typed was saved as a draft and waits for you.'
            : 'For people who work or volunteer here.'
        }
      />
      <form method="post" action="/sign-in" novalidate>
        <HiddenValues values={{ form_key: formKey, next }} />
        <TextInput
          name="email"
          label="E-mail address"
          type="email"
          autocomplete="username"
          direction="ltr"
          code
          value={email}
          error={errorOf(errors, 'email')}
        />
        <TextInput
          name="password"
          label="Password"
          type="password"
          autocomplete="current-password"
          direction="ltr"
          error={errorOf(errors, 'password')}
        />
        <Actions>
          <Button>Sign in</Button>
        </Actions>
      </form>
      <p>
        Do you use the service yourself? <a href="/me/sign-in">Open your own page</a>
      </p>
      <p>
        Did you refer somebody? <a href="/sent/link">Get a link to what became of it</a>
      </p>
      {demo ? (
        <p>
          This is the demo. <a href="/demo">Choose who to be</a>, without a password.
        </p>
      ) : null}
    </PublicPage>,
  );
