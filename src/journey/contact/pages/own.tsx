/** Somebody's own page about how we reach them: every way as they last said it, and the questions about one of them. */
import { Box } from '../../../design/components/care-box.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { Rows } from '../../../design/components/lists.tsx';
import { QuestionForm, QuestionTitle } from '../../../design/components/question-page.tsx';
import { renderDocument } from '../../../design/layout/document.tsx';
import { PersonPage } from '../../../design/layout/person-page.tsx';
import type { PersonFrame } from '../../../platform/web/shell.ts';
import { forThem } from '../texts.ts';
import { Questions, type WayQuestions } from './way.tsx';

export interface ListedWay {
  readonly href: string;
  readonly value: string;
  readonly line: string;
}

export const ownWaysPage = ({ frame, ways }: { readonly frame: PersonFrame; readonly ways: readonly ListedWay[] }): string =>
  renderDocument(
    <PersonPage {...frame} title="Your page" language="en" direction="ltr" back={{ href: '/me' }}>
      <Stack>
        <QuestionTitle title="How we reach you" hint="You decide, and can change it at any time. We send nothing to say that you did." />
        {ways.length === 0 ? (
          <Box>
            <EmptyState>We have no number or address from you. What we tell you stands on your page.</EmptyState>
          </Box>
        ) : (
          <Rows rows={ways.map(({ href, value, line }) => ({ icon: 'shield', title: <bdi dir="ltr">{value}</bdi>, detail: line, href }))} />
        )}
        <p>Do you have a new number or address? Tell the person who supports you. They ask first how it is safe to use.</p>
      </Stack>
    </PersonPage>,
  );

export interface OwnWayProps extends WayQuestions {
  readonly frame: PersonFrame;
  readonly action: string;
  readonly value: string;
  readonly kind: string;
  readonly formKey: string;
}

export const ownWayPage = ({ frame, action, value, kind, formKey, ...questions }: OwnWayProps): string =>
  renderDocument(
    <PersonPage
      {...frame}
      title="Your page"
      language="en"
      direction="ltr"
      back={{ href: '/me/contact' }}
      error={questions.errors.length > 0}
    >
      <QuestionForm action={action} errors={questions.errors} hidden={{ form_key: formKey }} continueText={forThem.keep}>
        <QuestionTitle title={value} hint={kind} />
        <Questions {...questions} />
      </QuestionForm>
    </PersonPage>,
  );
