/** Ways to reach someone now, as large rows: icon, action, when. Hours come from live data. */
import type { ComponentChildren } from 'preact';
import { classNames } from '../class-names.ts';
import { Icon, type IconName } from '../icons.tsx';
import { Heading, type HeadingLevel } from './heading.tsx';

export interface CareRoute {
  readonly icon: Extract<IconName, 'alert' | 'phone' | 'chat' | 'pin' | 'people' | 'calendar' | 'home'>;
  /** “Call 111, then press 2”. */
  readonly action: ComponentChildren;
  /** When it answers, or that it is full or closed and where else to go. */
  readonly when?: ComponentChildren;
  /** `tel:`, `sms:` or an address; a route that is closed has none. */
  readonly href?: string | undefined;
}

export interface CareBoxProps {
  readonly title: string;
  readonly routes: readonly CareRoute[];
  /** A red edge, for the box about harm now. */
  readonly now?: boolean | undefined;
  readonly level?: HeadingLevel | undefined;
  readonly children?: ComponentChildren;
}

const Route = ({ route: { icon, action, when } }: { readonly route: CareRoute }) => (
  <>
    <Icon name={icon} />
    <span class="od-care__words">
      <bdi class="od-care__action">{action}</bdi>
      {when ? <span class="od-care__when">{when}</span> : null}
    </span>
  </>
);

export const CareBox = ({ title, routes, now, level = 2, children }: CareBoxProps) => (
  <div class={classNames('od-box', now && 'od-box--now')}>
    <Heading level={level} class="od-box__title">
      {title}
    </Heading>
    {children}
    <ul class="od-care">
      {routes.map((route, index) => (
        <li key={index}>
          {route.href ? (
            <a class="od-care__route" href={route.href}>
              <Route route={route} />
            </a>
          ) : (
            <span class="od-care__route">
              <Route route={route} />
            </span>
          )}
        </li>
      ))}
    </ul>
  </div>
);

/** A white box on a person page. */
export const Box = ({
  title,
  level = 2,
  children,
}: {
  readonly title?: string | undefined;
  readonly level?: HeadingLevel | undefined;
  readonly children: ComponentChildren;
}) => (
  <div class="od-box">
    {title ? (
      <Heading level={level} class="od-box__title">
        {title}
      </Heading>
    ) : null}
    {children}
  </div>
);
