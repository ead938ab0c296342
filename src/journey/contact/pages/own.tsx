/** Somebody's own page about how we reach them: every way as they last said it, and the questions about one of them. */
import { Box } from '../../../design/components/care-box.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { Stack } from '../../../design/components/layouts.tsx';
import { Rows } from '../../../design/components/lists.tsx';
import { QuestionForm, QuestionTitle } from '../../../design/components/question-page.tsx';
import { renderDocument } from '../../../design/layout/document.tsx';
import { PersonPage } from '../../../design/layout/person-page.tsx';
import type { PersonFrame } from '../../../platform/web/shell.ts';
import type { ContactTexts } from '../own-texts.ts';
import { Questions, type WayQuestions } from './way.tsx';

export interface ListedWay {
  readonly href: string;
  readonly value: string;
  readonly line: string;
}

/** What stands around a page of somebody's own about how we reach them, and how it speaks. */
interface Own {
  readonly frame: PersonFrame;
  readonly texts: ContactTexts;
  readonly easy: boolean;
}

export const ownWaysPage = ({ frame, texts, easy, ways }: Own & { readonly ways: readonly ListedWay[] }): string =>
  renderDocument(
    <PersonPage {...frame} easy={easy} title={texts.page} back={{ href: '/me' }}>
      <Stack>
        <QuestionTitle title={texts.title} hint={texts.lead} />
        {ways.length === 0 ? (
          <Box>
            <EmptyState>{texts.none}</EmptyState>
          </Box>
        ) : (
          <Rows rows={ways.map(({ href, value, line }) => ({ icon: 'shield', title: <bdi dir="ltr">{value}</bdi>, detail: line, href }))} />
        )}
        <p>{texts.another}</p>
      </Stack>
    </PersonPage>,
  );

export interface OwnWayProps extends Own, Omit<WayQuestions, 'words'> {
  readonly action: string;
  readonly value: string;
  readonly kind: string;
  readonly formKey: string;
}

export const ownWayPage = ({ frame, texts, easy, action, value, kind, formKey, ...questions }: OwnWayProps): string =>
  renderDocument(
    <PersonPage {...frame} easy={easy} title={texts.page} back={{ href: '/me/contact' }} error={questions.errors.length > 0}>
      <QuestionForm action={action} errors={questions.errors} hidden={{ form_key: formKey }} continueText={texts.asked.keep}>
        <QuestionTitle title={<bdi dir="ltr">{value}</bdi>} hint={kind} />
        <Questions {...questions} words={texts} />
      </QuestionForm>
    </PersonPage>,
  );
