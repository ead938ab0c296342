/** One section of a report in its order: label, finding, one line, figure, caveat, table. */
import type { ComponentChildren } from 'preact';
import { Icon } from '../icons.tsx';
import { Details } from './asides.tsx';
import type { HeadingLevel } from './heading.tsx';

export interface FindingProps {
  readonly id: string;
  /** The short label over the finding: “Waiting”. */
  readonly label: string;
  /** A sentence made from the numbers by a tested function. */
  readonly finding: ComponentChildren;
  readonly line?: ComponentChildren;
  readonly figure?: ComponentChildren;
  readonly caveat?: ComponentChildren;
  readonly table?: { readonly summary: string; readonly content: ComponentChildren } | undefined;
  readonly level?: HeadingLevel | undefined;
  readonly children?: ComponentChildren;
}

export const Finding = ({ id, label, finding, line, figure, caveat, table, level = 2, children }: FindingProps) => {
  const Tag = `h${level}` as const;
  return (
    <section class="od-finding" aria-labelledby={id}>
      <Tag class="od-finding__label" id={id} tabindex={-1}>
        {label}
      </Tag>
      <p class="od-finding__text">{finding}</p>
      {line ? <p class="od-finding__line">{line}</p> : null}
      {figure ? <div class="od-finding__figure">{figure}</div> : null}
      {children}
      {caveat ? (
        <p class="od-caveat">
          <Icon name="think" />
          <span>{caveat}</span>
        </p>
      ) : null}
      {table ? <Details summary={table.summary}>{table.content}</Details> : null}
    </section>
  );
};

/** The largest sentence of a report. */
export const Headline = ({ children }: { readonly children: ComponentChildren }) => <p class="od-headline">{children}</p>;
