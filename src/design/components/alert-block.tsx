/** Something a reader must not miss: a sentence, one line, one action. Danger is for harm only. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icons.tsx';
import { Heading, type HeadingLevel } from './heading.tsx';

const kinds = {
  danger: { look: 'od-alert od-alert--danger', icon: 'alert' },
  identity: { look: 'od-alert od-alert--identity', icon: 'people' },
  information: { look: 'od-alert od-alert--information', icon: 'think' },
} as const satisfies Record<string, { look: string; icon: IconName }>;

export interface AlertBlockProps {
  readonly kind: keyof typeof kinds;
  /** A sentence, not a label. */
  readonly title: string;
  readonly level?: HeadingLevel | undefined;
  readonly action?: ComponentChildren;
  readonly children?: ComponentChildren;
}

export const AlertBlock = ({ kind, title, level = 3, action, children }: AlertBlockProps) => (
  <div class={kinds[kind].look}>
    <Icon name={kinds[kind].icon} />
    <div class="od-alert__words">
      <Heading level={level} class="od-alert__title">
        {title}
      </Heading>
      {children ? <p>{children}</p> : null}
    </div>
    {action ? <div class="od-alert__action">{action}</div> : null}
  </div>
);
