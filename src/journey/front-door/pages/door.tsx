/** What every page of the front door has around it, and the form that a question stands in: continue, skip, save, and the languages, all keeping what was typed. */
import type { ComponentChildren } from 'preact';
import { Button } from '../../../design/components/button.tsx';
import { EasyLines } from '../../../design/components/easy-lines.tsx';
import { ErrorSummary, type FieldError } from '../../../design/components/error-summary.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { PersonPage } from '../../../design/layout/person-page.tsx';
import { type Language, languageNames } from '../../../design/texts.ts';
import { fill } from '../../../platform/language/catalogue.ts';
import type { PersonFrame } from '../../../platform/web/shell.ts';
import type { FrontDoorTexts, Grammar } from '../texts.ts';
import { type EasyPage, easyLines } from './easy-read.ts';

/** What a page of the front door is told besides its own subject. */
export interface Door {
  readonly frame: PersonFrame;
  readonly language: Language;
  /** The separately written Easy Read. */
  readonly easy: boolean;
  readonly texts: FrontDoorTexts;
  readonly grammar: Grammar;
  /** The team that reads first. */
  readonly team: string;
}

/** The pictures and ideas of a page in Easy Read; nothing in any other reading. */
export const Easy = ({ door, page, by = '' }: { readonly door: Door; readonly page: EasyPage; readonly by?: string }) =>
  door.easy ? (
    <EasyLines lines={easyLines[page].map(({ picture, text }) => ({ picture, text: fill(text, { team: door.team, by }, 'en') }))} />
  ) : null;

export interface DoorPageProps {
  readonly door: Door;
  readonly title: string;
  readonly back?: string | undefined;
  readonly step?: { readonly at: number; readonly of: number } | undefined;
  readonly error?: boolean;
  /** The page’s form carries the languages, so that switching keeps what was typed. */
  readonly languagesInForm?: boolean;
  readonly children: ComponentChildren;
}

export const DoorPage = ({ door, title, back, step, error, languagesInForm, children }: DoorPageProps) => (
  <PersonPage
    {...door.frame}
    title={title}
    back={back ? { href: back } : undefined}
    step={step}
    error={error}
    easy={door.easy}
    {...(languagesInForm ? { languages: undefined, inEnglish: undefined } : {})}
  >
    {children}
  </PersonPage>
);

/** Buttons instead of links: they send the form, so nothing typed is lost. */
const LanguageButtons = ({ door: { frame } }: { readonly door: Door }) =>
  (frame.languages ?? []).length < 2 ? null : (
    <nav class="od-languages" aria-label={frame.words.languages}>
      <ul class="od-languages__list">
        {frame.languages
          ?.filter(({ current }) => !current)
          .map(({ language }) => {
            const { text, lang, direction } = languageNames[language];
            return (
              <li key={language}>
                <button
                  class="od-button-link od-languages__link"
                  type="submit"
                  name="speak"
                  value={language}
                  formnovalidate
                  lang={lang}
                  dir={direction}
                >
                  {text}
                </button>
              </li>
            );
          })}
      </ul>
    </nav>
  );

export interface DoorFormProps {
  readonly door: Door;
  readonly action: string;
  readonly formKey: string;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
  /** Words of the green button; left out where the answers themselves are buttons. */
  readonly go?: string;
  readonly skip?: string;
  readonly save?: string;
  /** Answers that nobody else’s browser should offer. */
  readonly private?: boolean;
  /** Stands over the form, under what is wrong: the page’s heading where no question is the heading. */
  readonly over?: ComponentChildren;
  readonly children: ComponentChildren;
}

export const DoorForm = ({ door, action, formKey, hidden, errors, go, skip, save, private: isPrivate, over, children }: DoorFormProps) => (
  <>
    <ErrorSummary errors={errors ?? []} />
    {over}
    <form method="post" action={action} novalidate autocomplete={isPrivate ? 'off' : undefined}>
      <HiddenValues values={{ form_key: formKey, said_in: door.language, ...hidden }} />
      {children}
      <div class="od-actions od-actions--stack">
        {go ? <Button>{go}</Button> : null}
        {skip ? (
          <Button look="secondary" name="skip" value="yes" formnovalidate>
            {skip}
          </Button>
        ) : null}
        {save ? (
          <Button look="link" name="save" value="yes" formnovalidate>
            {save}
          </Button>
        ) : null}
      </div>
      <LanguageButtons door={door} />
    </form>
  </>
);
