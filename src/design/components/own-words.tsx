/** Someone's own words, the largest running text staff see, with who said it, when, and to which question. */
import type { ComponentChildren } from 'preact';
import { classNames } from '../class-names.ts';
import { useTexts } from '../language.tsx';
import type { Direction } from '../texts.ts';

export interface OwnWordsProps {
  readonly words: string;
  /** Who, when, which question: “Dan’s own words, in answer to ‘What’s going on for you?’”. */
  readonly source: ComponentChildren;
  readonly lang?: string | undefined;
  readonly direction?: Direction | undefined;
  /** Both texts are shown, with the translator named. */
  readonly translation?: { readonly words: string; readonly by: string; readonly lang: string; readonly direction: Direction } | undefined;
  /** Where the whole text can be read; cuts this one to six lines on screen, never on paper. */
  readonly whole?: string | undefined;
  /** Smaller type for lists of quotations. */
  readonly small?: boolean | undefined;
}

const paragraphs = (words: string) => words.split(/\n{2,}/).map((paragraph) => <p key={paragraph}>{paragraph}</p>);

export const OwnWords = ({ words, source, lang, direction, translation, whole, small }: OwnWordsProps) => {
  const { readAll } = useTexts();
  return (
    <blockquote class={classNames('od-words', small && 'od-words--small')}>
      <div class={classNames('od-words__text', whole && 'od-words__text--cut')} lang={lang} dir={direction ?? 'auto'}>
        {paragraphs(words)}
      </div>
      {whole ? (
        <a class="od-words__whole" href={whole}>
          {readAll}
        </a>
      ) : null}
      {translation ? (
        <div class="od-words__translation">
          <div class="od-words__text" lang={translation.lang} dir={translation.direction}>
            {paragraphs(translation.words)}
          </div>
          <p class="od-words__by">{translation.by}</p>
        </div>
      ) : null}
      <footer class="od-words__source">{source}</footer>
    </blockquote>
  );
};
