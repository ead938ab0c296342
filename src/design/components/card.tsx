/** A white box with a title. Cards in a grid share their rows. */
import type { ComponentChildren } from 'preact';
import { classNames } from '../class-names.ts';
import { type HeadingLevel, SectionTitle } from './heading.tsx';

export interface CardProps {
  readonly title?: ComponentChildren;
  readonly level?: HeadingLevel | undefined;
  /** Id of the title; the card is then a region of that name. */
  readonly id?: string | undefined;
  readonly aside?: ComponentChildren;
  /** A lighter card for help beside the work. */
  readonly quiet?: boolean | undefined;
  readonly children: ComponentChildren;
}

export const Card = ({ title, level, id, aside, quiet, children }: CardProps) => {
  const look = classNames('od-card', quiet && 'od-card--quiet');
  const inside = (
    <>
      {title ? <SectionTitle title={title} level={level} id={id} aside={aside} /> : null}
      {children}
    </>
  );
  return id && title ? (
    <section class={look} aria-labelledby={id}>
      {inside}
    </section>
  ) : (
    <div class={look}>{inside}</div>
  );
};

export interface CardLinkProps {
  readonly href: string;
  readonly title: ComponentChildren;
  readonly before?: ComponentChildren;
  readonly level?: HeadingLevel | undefined;
  readonly children?: ComponentChildren;
}

/** A card that is one link. */
export const CardLink = ({ href, title, before, level = 2, children }: CardLinkProps) => {
  const Tag = `h${level}` as const;
  return (
    <div class="od-card od-card--link">
      {before}
      <Tag class="od-card__link-title">
        <a class="od-card__link" href={href}>
          {title}
        </a>
      </Tag>
      {children}
    </div>
  );
};
