/** One page of questions: why we ask and who reads it, the controls, continue, skip, save. */
import type { ComponentChildren } from 'preact';
import { Details } from '../../../design/components/asides.tsx';
import { CareBox } from '../../../design/components/care-box.tsx';
import type { FieldError } from '../../../design/components/error-summary.tsx';
import { Interruption, LargeAnswers } from '../../../design/components/interruption.tsx';
import { LockScreenPreview } from '../../../design/components/lock-screen-preview.tsx';
import { QuestionTitle } from '../../../design/components/question-page.tsx';
import { renderDocument } from '../../../design/layout/document.tsx';
import type { QuestionPage } from '../question.ts';
import { addressOf, numberedPages, placeOf, type SelfCode, type SelfPageKey } from '../questions.ts';
import { type Fields, listOf } from '../reading.ts';
import type { phoneShows, WayToHelp } from '../setting.ts';
import { choiceWords } from '../texts.ts';
import { careRoutes } from './care.ts';
import { Control } from './control.tsx';
import { type Door, DoorForm, DoorPage, Easy } from './door.tsx';

export interface QuestionView {
  readonly door: Door;
  readonly key: SelfPageKey;
  readonly page: QuestionPage<QuestionPage['questions'][number] & { readonly code: SelfCode }>;
  readonly fields: Fields;
  readonly errors: readonly FieldError[];
  readonly formKey: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly back: string;
  /** The day, in words, on which they told us this before; null where it is new. */
  readonly told: string | null;
  /** Came from the check page and goes back to it. */
  readonly changing: boolean;
  readonly phone: ReturnType<typeof phoneShows>;
  /** Ways to be reached that they chose: they decide what page 5 asks. */
  readonly channels: readonly string[];
  readonly help: readonly WayToHelp[];
}

const stepOf = (key: SelfPageKey) => {
  const at = placeOf(key);
  return at < 0 ? undefined : { at: at + 1, of: numberedPages.length };
};

/** Asked only when the answer to how we may reach them needs it. */
const needs: Readonly<Partial<Record<SelfCode, readonly string[]>>> = { phone: ['text', 'phone'], email: ['email'] };

const Previews = ({ door, phone }: Pick<QuestionView, 'door' | 'phone'>) => {
  const { preview } = door.texts;
  const english = { lang: 'en-GB', direction: 'ltr' } as const;
  return (
    <>
      <LockScreenPreview
        {...phone.plain}
        {...english}
        title={`${preview.title}. ${preview.plain}:`}
        when={{ name: 'shared', value: 'yes_or_not_sure' }}
      />
      <LockScreenPreview
        {...phone.named}
        {...english}
        title={`${preview.title}. ${preview.named}:`}
        when={{ name: 'shared', value: 'no' }}
      />
      <p class="nhsuk-hint">{preview.keep}</p>
    </>
  );
};

/** Offered only where nobody else sees it (S3.3). Without a script it is asked of everybody, and counts only then. */
const Link = ({ door, phone, children }: Pick<QuestionView, 'door' | 'phone'> & { readonly children: ComponentChildren }) => (
  <div data-when="shared=no">
    {children}
    <div class="nhsuk-form-group" data-when="links=yes">
      <LockScreenPreview {...phone.link} title={`${door.texts.preview.title}. ${door.texts.preview.link}:`} lang="en-GB" direction="ltr" />
    </div>
  </div>
);

const Controls = ({ view }: { readonly view: QuestionView }) => {
  const { door, page, fields, errors, key } = view;
  const wordings = door.grammar.questions;
  const control = (code: SelfCode) => {
    const question = page.questions.find((one) => one.code === code);
    return question ? (
      <Control
        key={code}
        question={question}
        words={wordings[code]}
        fields={fields}
        errors={errors}
        voice={code === 'happening'}
        rows={code === 'happening' ? 5 : 3}
      />
    ) : null;
  };
  const visible = page.questions
    .filter(({ code }) => needs[code]?.some((channel) => view.channels.includes(channel)) ?? true)
    .map(({ code }) => code);
  switch (key) {
    case '2':
      return (
        <>
          {(['wants', 'would_help', 'been_hard'] as const).map(control)}
          <Details
            summary={wordings.coming.label}
            open={page.questions.some(({ code, codes }) => code === 'coming' && codes?.some((one) => listOf(fields, one).length > 0))}
          >
            {control('coming')}
          </Details>
        </>
      );
    case '4':
      return (
        <>
          {(['channels', 'shared'] as const).map(control)}
          <Previews door={door} phone={view.phone} />
          {page.questions.some(({ code }) => code === 'links') ? (
            <Link door={door} phone={view.phone}>
              {control('links')}
            </Link>
          ) : null}
          {control('times_safe')}
        </>
      );
    default:
      return <>{visible.map(control)}</>;
  }
};

export const questionPage = (view: QuestionView): string => {
  const { door, key, errors } = view;
  const { texts, grammar, team } = door;
  const words = grammar.pages[key];
  const form = {
    door,
    action: addressOf(key),
    formKey: view.formKey,
    hidden: view.hidden,
    errors,
    private: true,
    ...(view.changing ? {} : { save: texts.save }),
  };
  const frame = { door, back: view.back, step: stepOf(key), error: errors.length > 0, languagesInForm: true, title: bland(door, key) };
  if (key === '3')
    return renderDocument(
      <DoorPage {...frame}>
        <DoorForm {...form} skip={grammar.rathernot}>
          <Interruption title={words.title} text={words.why(team)}>
            <LargeAnswers
              name="safe_now"
              answers={['yes', 'not_sure', 'no'].map((value) => ({ value, text: choiceWords(grammar.questions, 'safe_now', value) }))}
            />
          </Interruption>
        </DoorForm>
        <CareBox title={texts.talkNow} routes={careRoutes(view.help, ['urgent', 'local', 'listening', 'text'])} />
      </DoorPage>,
    );
  return renderDocument(
    <DoorPage {...frame}>
      <DoorForm {...form} go={view.changing ? texts.saveChange : texts.continue} skip={grammar.skip} private={key !== '5'}>
        <QuestionTitle title={words.title} hint={words.why(team)} />
        {view.told ? <p>{texts.stillRight({ day: view.told })}</p> : null}
        <Easy door={door} page={key} />
        <Controls view={view} />
      </DoorForm>
    </DoorPage>,
  );
};

/** Titles of tabs and of the history say only where somebody is in the form. */
const bland = (door: Door, key: SelfPageKey): string => {
  const step = stepOf(key);
  return step ? door.frame.words.question(step) : door.texts.continue;
};
