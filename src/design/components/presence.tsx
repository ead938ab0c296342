/** Who else is on this page. Empty until the script has asked `data-presence`; said politely, once per change. */
import { Avatar } from './avatar.tsx';

export interface Reader {
  readonly name: string;
  readonly initials: string;
  readonly doing: 'reading' | 'deciding';
}

/** One sentence about everyone else here; an empty text when nobody is. */
export const presenceSentence = (readers: readonly Reader[]): string => {
  const [first, second, ...more] = readers;
  if (!first) return '';
  if (!second) return first.doing === 'deciding' ? `${first.name} is deciding this now` : `${first.name} is reading this too`;
  return more.length === 0
    ? `${first.name} and ${second.name} are reading this too`
    : `${first.name} and ${readers.length - 1} others are reading this too`;
};

/** `poll` answers `{ "people": Reader[] }`. */
export const Presence = ({ poll, readers = [] }: { readonly poll: string; readonly readers?: readonly Reader[] | undefined }) => (
  <p class="od-presence" data-presence={poll} aria-live="polite">
    {readers[0] ? (
      <>
        <span
          class={readers[0].doing === 'deciding' ? 'od-presence__dot od-presence__dot--deciding' : 'od-presence__dot'}
          aria-hidden="true"
        />
        <Avatar initials={readers[0].initials} size="s" />
      </>
    ) : null}
    <span class="od-presence__words">{presenceSentence(readers)}</span>
  </p>
);
