/** Each language in its own name and direction, and other formats. */
import { useTexts } from '../language.tsx';
import { languageNames } from '../texts.ts';

export interface LanguageLink {
  readonly language: keyof typeof languageNames;
  readonly href: string;
  readonly current?: boolean | undefined;
}

export const LanguageBar = ({ links }: { readonly links: readonly LanguageLink[] }) => {
  const { languages } = useTexts();
  return (
    <nav class="od-languages" aria-label={languages}>
      <ul class="od-languages__list">
        {links.map(({ language, href, current }) => {
          const { text, lang, direction } = languageNames[language];
          return (
            <li key={language}>
              <a
                class="od-languages__link"
                href={href}
                lang={lang}
                hreflang={lang}
                dir={direction}
                aria-current={current ? 'true' : undefined}
              >
                {text}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
};
