/** Work that goes on after its page was answered: how far it is, and a way to look again. Script looks again by itself; without it, the link does. */
import type { ComponentChildren } from 'preact';

export interface UnderWayProps {
  /** What is being done, for those who hear the bar. */
  readonly what: string;
  readonly done: number;
  /** 0 while nobody has counted: then the bar only says that something happens. */
  readonly of: number;
  /** The page itself. */
  readonly again: string;
  readonly children: ComponentChildren;
}

/** Never 100 before it is kept. */
const share = (done: number, of: number): number => Math.min(99, Math.floor((100 * done) / of));

export const UnderWay = ({ what, done, of, again, children }: UnderWayProps) => (
  <div class="od-card od-under-way" data-under-way>
    <div class="od-under-way__now" data-under-way-now>
      {of > 0 && done > 0 ? (
        <>
          <p class="od-under-way__share">{share(done, of)}% done</p>
          <progress class="od-under-way__bar" aria-label={what} max={100} value={share(done, of)} />
        </>
      ) : (
        <>
          <p class="od-under-way__share">It begins in a moment</p>
          <progress class="od-under-way__bar" aria-label={what} />
        </>
      )}
    </div>
    {children}
    <p>
      <a class="nhsuk-button nhsuk-button--secondary" href={again}>
        Look again
      </a>
    </p>
  </div>
);
