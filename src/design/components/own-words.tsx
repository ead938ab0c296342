/** Someone's own words, the largest running text staff see, with who said it, when, and to which question. */
import type { ComponentChildren } from 'preact';
import { classNames } from '../class-names.ts';
import { useLanguage, useTexts } from '../language.tsx';

export interface OwnWordsProps {
  readonly words: string;
  /** Who, when, which question: “Dan’s own words, in answer to ‘What’s going on for you?’”. */
  readonly source: ComponentChildren;
  /** Tag of the language they are in; said to the browser where it is not the page’s. */
  readonly language?: string | undefined;
  /** Both texts are shown, with the translator named. */
  readonly translation?: { readonly words: string; readonly by: string; readonly language: string } | undefined;
  /** Where the whole text can be read; cuts this one to six lines on screen, never on paper. */
  readonly whole?: string | undefined;
  /** Smaller type for lists of quotations. */
  readonly small?: boolean | undefined;
}

const paragraphs = (words: string) => words.split(/\n{2,}/).map((paragraph) => <p key={paragraph}>{paragraph}</p>);

export const OwnWords = ({ words, source, language, translation, whole, small }: OwnWordsProps) => {
  const { readAll } = useTexts();
  const around = useLanguage();
  const langOf = (tag: string | undefined) => (tag === around ? undefined : tag);
  return (
    <blockquote class={classNames('od-words', small && 'od-words--small')}>
      <div class={classNames('od-words__text', whole && 'od-words__text--cut')} lang={langOf(language)} dir="auto">
        {paragraphs(words)}
      </div>
      {whole ? (
        <a class="od-words__whole" href={whole}>
          {readAll}
        </a>
      ) : null}
      {translation ? (
        <div class="od-words__translation">
          <div class="od-words__text" lang={langOf(translation.language)} dir="auto">
            {paragraphs(translation.words)}
          </div>
          <p class="od-words__by">{translation.by}</p>
        </div>
      ) : null}
      <footer class="od-words__source">{source}</footer>
    </blockquote>
  );
};
