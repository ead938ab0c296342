/** What a search of places or things found: each a link with who gives it, a few words and at most four facts. */
import type { ComponentChildren } from 'preact';
import { type ChipProps, Chips } from './chip.tsx';
import type { HeadingLevel } from './heading.tsx';

export interface FoundThing {
  readonly href: string;
  readonly title: string;
  /** Who gives it, and where. */
  readonly by?: ComponentChildren;
  readonly words?: string | undefined;
  /** The language of the title and the words, where it is not the page’s. */
  readonly speaks?: { readonly lang: string; readonly dir: 'ltr' | 'rtl' } | undefined;
  readonly chips?: readonly ChipProps[] | undefined;
  /** A caution in small print: “Not confirmed since 3 March 2026”. */
  readonly caution?: string | undefined;
}

export const FoundList = ({
  things,
  level = 3,
  label,
}: {
  readonly things: readonly FoundThing[];
  readonly level?: HeadingLevel | undefined;
  readonly label?: string | undefined;
}) => {
  const Tag = `h${level}` as const;
  return (
    <ul class="od-found" aria-label={label}>
      {things.map(({ href, title, by, words, chips, caution, speaks }) => (
        <li key={href} class="od-found__thing">
          <Tag class="od-found__title">
            <a href={href} {...speaks}>
              {title}
            </a>
          </Tag>
          {by ? <p class="od-found__by">{by}</p> : null}
          {words ? (
            <p class="od-found__words">
              {/* On the side where the page begins, as its title is. */}
              {speaks ? <span {...speaks}>{words}</span> : words}
            </p>
          ) : null}
          {chips && chips.length > 0 ? <Chips chips={chips} /> : null}
          {caution ? <p class="od-found__by">{caution}</p> : null}
        </li>
      ))}
    </ul>
  );
};

/** A line in small print under or beside other words. */
export const SmallPrint = ({ children }: { readonly children: string | readonly string[] }) => <p class="od-small-print">{children}</p>;
