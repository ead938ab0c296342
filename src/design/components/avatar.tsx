/** Initials in a disc beside a name. The name carries the meaning, so readers skip the disc. */
import { classNames } from '../class-names.ts';

const sizes = { s: 'od-avatar--s', m: undefined, l: 'od-avatar--l' } as const;

export const Avatar = ({ initials, size = 'm' }: { readonly initials: string; readonly size?: keyof typeof sizes | undefined }) => (
  <span class={classNames('od-avatar', sizes[size])} aria-hidden="true">
    {initials}
  </span>
);
