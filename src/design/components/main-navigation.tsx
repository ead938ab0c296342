/** The role's own places, with counts of what waits for the reader. On phones two places, the current one and “More”. */
import { classNames } from '../class-names.ts';
import { Icon } from '../icons.tsx';
import { staffTexts } from '../texts.ts';

export interface NavigationItem {
  readonly text: string;
  readonly href: string;
  /** Things waiting for this reader. */
  readonly count?: number | undefined;
  readonly current?: boolean | undefined;
}

/** A number beside a link. Nothing over 99 is counted out. */
export const Count = ({ count }: { readonly count: number }) => (
  <span class="od-count">
    {count > 99 ? '99+' : count}
    <span class="nhsuk-u-visually-hidden"> {staffTexts.waiting}</span>
  </span>
);

const Item = ({ item }: { readonly item: NavigationItem }) => (
  <a class="od-nav__link" href={item.href} aria-current={item.current ? 'page' : undefined}>
    {item.text}
    {item.count ? (
      <>
        {' '}
        <Count count={item.count} />
      </>
    ) : null}
  </a>
);

export const MainNavigation = ({
  items,
  label = staffTexts.main,
}: {
  readonly items: readonly NavigationItem[];
  readonly label?: string | undefined;
}) => {
  const current = items.findIndex((item) => item.current);
  const kept = (index: number): boolean => (current > 1 ? index === 0 || index === current : index < 2);
  const rest = items.filter((_, index) => !kept(index));
  return (
    <nav class="od-nav" aria-label={label}>
      <ul class="od-nav__list">
        {items.map((item, index) => (
          <li key={item.href} class={classNames('od-nav__item', kept(index) && 'od-nav__item--kept')}>
            <Item item={item} />
          </li>
        ))}
      </ul>
      {rest.length > 0 ? (
        <details class="od-nav__more" data-menu>
          <summary class="od-nav__summary">
            <Icon name="menu" />
            {staffTexts.more}
          </summary>
          <ul class="od-nav__menu">
            {rest.map((item) => (
              <li key={item.href}>
                <Item item={item} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </nav>
  );
};
