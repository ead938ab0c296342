/** One fact in three to six words, never the only place it is said. At most four beside a name. */
import type { ComponentChildren } from 'preact';
import { classNames } from '../class-names.ts';
import { Icon, type IconName } from '../icons.tsx';

const tones = {
  neutral: undefined,
  brand: 'od-chip--brand',
  ok: 'od-chip--ok',
  warn: 'od-chip--warn',
  risk: 'od-chip--risk',
  plum: 'od-chip--plum',
  dark: 'od-chip--dark',
} as const;

/** Risk is for harm or a breaking promise only; it never grades a person. */
export type ChipTone = keyof typeof tones;

export interface ChipProps {
  readonly tone?: ChipTone | undefined;
  readonly icon?: IconName | undefined;
  /** Makes the chip a link, such as the one to the safety plan. */
  readonly href?: string | undefined;
  readonly children: ComponentChildren;
}

export const Chip = ({ tone = 'neutral', icon, href, children }: ChipProps) => {
  const look = classNames('od-chip', tones[tone]);
  const inside = (
    <>
      {icon ? <Icon name={icon} /> : null}
      <span>{children}</span>
    </>
  );
  return href ? (
    <a class={look} href={href}>
      {inside}
    </a>
  ) : (
    <span class={look}>{inside}</span>
  );
};

/** Chips in a row that wraps. */
export const Chips = ({
  label,
  chips,
}: {
  readonly label?: string | undefined;
  readonly chips: readonly (ChipProps & { readonly key?: string })[];
}) => (
  <ul class="od-chips" aria-label={label}>
    {chips.map((chip, index) => (
      <li key={chip.key ?? index}>
        <Chip {...chip} />
      </li>
    ))}
  </ul>
);
