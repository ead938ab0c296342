/** What someone must have, and what they would like in their own order; and which of those a match meets. */
import type { ComponentChildren } from 'preact';

export interface WishListProps {
  readonly mustTitle: string;
  readonly must: readonly string[];
  readonly wouldLikeTitle: string;
  readonly wouldLike: readonly string[];
  /** What they do not mind, and a link to change it with them. */
  readonly note?: ComponentChildren;
}

export const WishList = ({ mustTitle, must, wouldLikeTitle, wouldLike, note }: WishListProps) => (
  <div class="od-wishes">
    <h3 class="od-wishes__title">{mustTitle}</h3>
    <ul class="od-wishes__list od-wishes__list--must">
      {must.map((wish) => (
        <li key={wish}>{wish}</li>
      ))}
    </ul>
    <h3 class="od-wishes__title">{wouldLikeTitle}</h3>
    <ol class="od-wishes__list">
      {wouldLike.map((wish, index) => (
        <li key={wish}>
          <span class="od-number od-number--met" aria-hidden="true">
            {index + 1}
          </span>
          {wish}
        </li>
      ))}
    </ol>
    {note ? <p class="od-wishes__note">{note}</p> : null}
  </div>
);

/** One label says which are met; the squares only draw it. */
export const WishesMet = ({ met, label }: { readonly met: readonly boolean[]; readonly label: string }) => (
  <span class="od-numbers" role="img" aria-label={label}>
    {met.map((yes, index) => (
      <span key={index} class={yes ? 'od-number od-number--met' : 'od-number od-number--not'} aria-hidden="true">
        {index + 1}
      </span>
    ))}
  </span>
);
