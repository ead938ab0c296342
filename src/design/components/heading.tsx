/** Headings: the page's own with its sentence, and plain ones at the level the page needs. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icons.tsx';

export type HeadingLevel = 1 | 2 | 3 | 4;

export interface HeadingProps {
  readonly level: HeadingLevel;
  readonly id?: string | undefined;
  readonly class?: string | undefined;
  /** Can be reached by a skip link. */
  readonly target?: boolean | undefined;
  readonly children: ComponentChildren;
}

export const Heading = ({ level, id, class: look, target, children }: HeadingProps) => {
  const Tag = `h${level}` as const;
  return (
    <Tag id={id} class={look} tabindex={target ? -1 : undefined}>
      {children}
    </Tag>
  );
};

export interface PageTitleProps {
  readonly title: ComponentChildren;
  /** One sentence under it. */
  readonly sentence?: ComponentChildren;
  /** Beside the title at the end: presence, actions. */
  readonly aside?: ComponentChildren;
  readonly id?: string | undefined;
  readonly level?: 1 | 2 | undefined;
}

export const PageTitle = ({ title, sentence, aside, id, level = 1 }: PageTitleProps) => (
  <div class="od-title">
    <div class="od-title__words">
      <Heading level={level} id={id} class="od-title__text" target={id !== undefined}>
        {title}
      </Heading>
      {sentence ? <p class="od-title__sentence">{sentence}</p> : null}
    </div>
    {aside ? <div class="od-title__aside">{aside}</div> : null}
  </div>
);

export interface SectionTitleProps {
  readonly title: ComponentChildren;
  readonly icon?: IconName | undefined;
  readonly id?: string | undefined;
  readonly level?: HeadingLevel | undefined;
  /** A link or a key at the end of the line. */
  readonly aside?: ComponentChildren;
}

export const SectionTitle = ({ title, icon, id, level = 2, aside }: SectionTitleProps) => (
  <div class="od-section-title">
    <Heading level={level} id={id} class="od-section-title__text">
      {icon ? <Icon name={icon} /> : null}
      {title}
    </Heading>
    {aside ? <div class="od-section-title__aside">{aside}</div> : null}
  </div>
);
