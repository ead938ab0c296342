/** Previous and next page of a list that is paged by key. A total only where it is cheap. */
import { Icon } from '../icons.tsx';
import { useTexts } from '../language.tsx';
import { staffTexts } from '../texts.ts';

export interface PagerProps {
  readonly previous?: string | undefined;
  readonly next?: string | undefined;
  /** Such as “26 to 50”. */
  readonly showing?: string | undefined;
  readonly label?: string | undefined;
}

export const Pager = ({ previous, next, showing, label = staffTexts.results }: PagerProps) => {
  const words = useTexts();
  return previous || next || showing ? (
    <nav class="od-pager" aria-label={label}>
      {previous ? (
        <a class="od-pager__link" href={previous} rel="prev">
          <Icon name="back" />
          {words.previous}
        </a>
      ) : (
        <span />
      )}
      {showing ? <span class="od-pager__showing">{showing}</span> : null}
      {next ? (
        <a class="od-pager__link" href={next} rel="next">
          {words.next}
          <Icon name="forward" />
        </a>
      ) : (
        <span />
      )}
    </nav>
  ) : null;
};
