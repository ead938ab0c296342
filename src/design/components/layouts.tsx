/** Plain arrangements for pages: things above one another, beside one another, and in a grid of cards. */
import { type ComponentChildren, Fragment, h } from 'preact';
import { useLanguage } from '../language.tsx';

export const Stack = ({ gap = 'm', children }: { readonly gap?: 's' | 'm' | 'l' | undefined; readonly children: ComponentChildren }) => (
  <div class={{ s: 'od-stack od-stack--s', m: 'od-stack', l: 'od-stack od-stack--l' }[gap]}>{children}</div>
);

/** Two or three equal columns that become one where they do not fit. */
export const Columns = ({ children }: { readonly children: ComponentChildren }) => <div class="od-columns">{children}</div>;

/** Running text at a readable measure: paragraphs, lists, headings. */
export const Prose = ({ children }: { readonly children: ComponentChildren }) => <div class="od-prose">{children}</div>;

/** Phone numbers, codes, e-mail and times, kept left to right inside any language. */
export const LeftToRight = ({ children }: { readonly children: ComponentChildren }) => <bdi dir="ltr">{children}</bdi>;

/** Words that the place wrote, in English within any language, so that they are said and turned as English. */
export const InEnglish = ({ children }: { readonly children: ComponentChildren }) =>
  useLanguage() === 'en' ? h(Fragment, null, children) : <bdi lang="en-GB">{children}</bdi>;

/** A sentence with one place in it, filled by words that are not in its language: `<Around says={(who) => texts.reads({ who })}>…</Around>`. */
export const Around = ({ says, children }: { readonly says: (place: string) => string; readonly children: ComponentChildren }) => {
  const [before, ...after] = says('\ufffc').split('\ufffc');
  return (
    <>
      {before}
      {children}
      {after.join('')}
    </>
  );
};

/** Words that somebody wrote, in a language and direction of their own. */
export const AsTyped = ({ children }: { readonly children: ComponentChildren }) => <bdi>{children}</bdi>;

/** A code said aloud easily, in large type. */
export const Code = ({ children }: { readonly children: string }) => (
  <p class="od-code">
    <bdi dir="ltr">{children}</bdi>
  </p>
);

/** A sentence larger than the text, under a title. */
export const Lead = ({ children }: { readonly children: ComponentChildren }) => <p class="od-lead">{children}</p>;
