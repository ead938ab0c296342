/** Translations for whoever reviews them: how far each language is, its texts beside their English, and one text with everything that was said of it. */

import { BackLink } from '../../../design/components/back-link.tsx';
import { Actions, Button, ButtonLink } from '../../../design/components/button.tsx';
import { Card } from '../../../design/components/card.tsx';
import { Chip } from '../../../design/components/chip.tsx';
import { EmptyState } from '../../../design/components/empty-state.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { SmallPrint } from '../../../design/components/found-list.tsx';
import { PageTitle } from '../../../design/components/heading.tsx';
import { Columns, Stack } from '../../../design/components/layouts.tsx';
import { Rows } from '../../../design/components/lists.tsx';
import { Pager } from '../../../design/components/pager.tsx';
import { HiddenValues } from '../../../design/components/question-page.tsx';
import { Segments } from '../../../design/components/segments.tsx';
import { Table } from '../../../design/components/table.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { StaffPage } from '../../../design/layout/staff-page.tsx';
import { languageFacts, type Translated } from '../../../platform/language/languages.ts';
import { plainNumber } from '../../../platform/numbers.ts';
import { saidDate } from '../../../platform/said.ts';
import type { Shell } from '../../../platform/web/shell.ts';
import type { ReviewedText, TextHistory } from '../actions.ts';
import { nameOf, type Part, parts, type Standing, whereRead } from '../model.ts';

export const shows = ['to_check', 'suggested', 'approved', 'all'] as const;
export type Show = (typeof shows)[number];
const showWords: Readonly<Record<Show, string>> = { to_check: 'To check', suggested: 'Suggested', approved: 'Approved', all: 'All' };

const standingChips: Readonly<Record<Standing, { readonly tone: 'ok' | 'warn' | 'neutral'; readonly text: string }>> = {
  approved: { tone: 'ok', text: 'Approved' },
  suggested: { tone: 'warn', text: 'Other words suggested' },
  'to check': { tone: 'neutral', text: 'To check' },
};

const StandingChip = ({ standing }: { readonly standing: Standing }) => (
  <Chip tone={standingChips[standing].tone}>{standingChips[standing].text}</Chip>
);

/** Words in another language, as readers and browsers need to know it. */
const Foreign = ({ language, words }: { readonly language: Translated; readonly words: string }) => (
  <span lang={languageFacts[language].lang} dir={languageFacts[language].direction}>
    {words}
  </span>
);

export interface LanguageProgress {
  readonly language: Translated;
  readonly all: number;
  readonly approved: number;
  readonly suggested: number;
}

export const TranslationsPage = ({ shell, progress }: { readonly shell: Shell; readonly progress: readonly LanguageProgress[] }) => (
  <StaffPage {...shell} title="Translations" shape="list">
    <PageTitle
      title="Translations"
      sentence="Until every text of a language is approved, its pages say that nobody has checked them and offer the English."
    />
    <Rows
      rows={progress.map(({ language, all, approved, suggested }) => ({
        icon: 'note',
        title: `${nameOf(language)}, ${languageFacts[language].text}`,
        detail: `${plainNumber(approved)} of ${plainNumber(all)} approved${suggested > 0 ? `, ${plainNumber(suggested)} with other words suggested` : ''}`,
        href: `/translations/${language}`,
      }))}
    />
  </StaffPage>
);

export interface LanguageView {
  readonly language: Translated;
  readonly show: Show;
  readonly part: Part;
  readonly texts: readonly ReviewedText[];
  readonly at: number;
  readonly pages: number;
}

const address = ({ language, show, part }: Pick<LanguageView, 'language' | 'show' | 'part'>, at = 1): string =>
  `/translations/${language}?${new URLSearchParams({ show, part, ...(at > 1 ? { at: String(at) } : {}) })}`;

export const LanguagePage = ({ shell, view }: { readonly shell: Shell; readonly view: LanguageView }) => {
  const { language, show, part, texts } = view;
  return (
    <StaffPage {...shell} title={`Translations: ${nameOf(language)}`} shape="list">
      <BackLink href="/translations" text="All languages" />
      <PageTitle title={`${nameOf(language)}, ${languageFacts[language].text}`} sentence="What everybody reads, beside its English." />
      <Segments
        label="Show"
        segments={shows.map((one) => ({ text: showWords[one], href: address({ ...view, show: one }), current: one === show }))}
      />
      <Segments
        label="Part"
        segments={parts.map(({ code, name }) => ({ text: name, href: address({ ...view, part: code }), current: code === part }))}
      />
      {texts.length === 0 ? (
        <EmptyState>Nothing here. Choose another part, or show all.</EmptyState>
      ) : (
        <Table
          caption={`Texts in ${nameOf(language)}`}
          captionHidden
          rows={texts}
          rowKey={({ key }) => key}
          columns={[
            {
              title: 'English',
              cell: ({ key, english }) => (
                <>
                  <a href={`/translations/${language}/${key}`}>{english}</a>
                  <SmallPrint>{whereRead(key).where}</SmallPrint>
                </>
              ),
            },
            { title: nameOf(language), cell: ({ words }) => <Foreign language={language} words={words} /> },
            {
              title: 'State',
              cell: ({ standing, last }) => (
                <>
                  <StandingChip standing={standing} />
                  {last ? <SmallPrint>{`${last.by}, ${saidDate(last.at)}`}</SmallPrint> : null}
                </>
              ),
            },
          ]}
        />
      )}
      {view.pages > 1 ? (
        <Pager
          {...(view.at > 1 ? { previous: address(view, view.at - 1) } : {})}
          {...(view.at < view.pages ? { next: address(view, view.at + 1) } : {})}
        />
      ) : null}
    </StaffPage>
  );
};

export interface TextView {
  readonly language: Translated;
  readonly text: TextHistory;
  readonly typed: string;
  readonly errors: readonly FieldError[];
  /** Somebody else said something of it since the page was opened. */
  readonly overtaken: boolean;
  readonly formKey: string;
}

const said = { approved: 'Approved', suggested: 'Suggested' } as const;

export const TextPage = ({ shell, view }: { readonly shell: Shell; readonly view: TextView }) => {
  const { language, text, typed, errors, overtaken } = view;
  const { where, href } = whereRead(text.key);
  return (
    <StaffPage {...shell} title={`Translations: ${nameOf(language)}`} shape="list" error={errors.length > 0}>
      <BackLink href={`/translations/${language}`} text={`All texts in ${nameOf(language)}`} />
      <ErrorSummary errors={errors} />
      <PageTitle title="One text" sentence={`${where}. Read it aloud to yourself: would the person you have in mind understand it?`} />
      <Stack>
        <Columns>
          <Card title="English">
            <p class="od-written" lang="en-GB">
              {text.english}
            </p>
          </Card>
          <Card title={`${nameOf(language)} as everybody reads it now`}>
            <p class="od-written">
              <Foreign language={language} words={text.words} />
            </p>
            <StandingChip standing={text.standing} />
          </Card>
        </Columns>
        {text.suggested === null ? null : (
          <Card title="Other words, suggested">
            <p class="od-written">
              <Foreign language={language} words={text.suggested} />
            </p>
          </Card>
        )}
        {overtaken ? (
          <Card title="Somebody else was here a moment ago">
            <p>What they said stands above. What you typed is still below: send it again if it should stand.</p>
          </Card>
        ) : null}
        <form method="post" action={`/translations/${language}/${text.key}`} novalidate autocomplete="off">
          <HiddenValues values={{ form_key: view.formKey, seen: text.seen }} />
          <TextArea
            name="words"
            label={`Words in ${nameOf(language)}`}
            hint="Keep what stands in curly brackets just as it is: the page fills it in."
            value={typed}
            rows={3}
            direction="auto"
            error={errorOf(errors, 'words')}
          />
          <Actions>
            <Button name="kind" value="approved">
              Approve these words
            </Button>
            <Button look="secondary" name="kind" value="suggested">
              Suggest them to another reviewer
            </Button>
            {href ? (
              <ButtonLink look="link" href={`${href}?in=${language}`}>
                See the page
              </ButtonLink>
            ) : null}
          </Actions>
        </form>
        {text.said.length > 0 ? (
          <Table
            caption="What was said of it"
            rows={text.said}
            rowKey={({ id }) => id}
            columns={[
              { title: 'Who', cell: ({ by }) => by },
              { title: 'When', cell: ({ at }) => saidDate(at) },
              {
                title: 'What',
                cell: ({ kind, english }) => (english === text.english ? said[kind] : `${said[kind]}, when the English was: ${english}`),
              },
              { title: 'Words', cell: ({ words }) => <Foreign language={language} words={words} /> },
            ]}
          />
        ) : null}
      </Stack>
    </StaffPage>
  );
};
