/** The answers to “Did they come?”, with what a missed visit asks: the same for a clinical note and for who keeps none. */
import { errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import type { OptionChoice } from '../../../design/components/options.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';

/** What whoever writes it may say there. */
export interface MissedWords {
  readonly missed: string;
  readonly welfare: string;
  readonly offer: string;
}

export const whetherTheyCame = (
  typed: { readonly welfare: string; readonly offer: string },
  errors: readonly FieldError[],
  words: MissedWords,
): readonly OptionChoice[] => [
  { value: 'attended', text: 'Yes' },
  { value: 'late_seen', text: 'Late, and we met' },
  { value: 'late_not_seen', text: 'Too late to meet', consequence: 'You offer another time' },
  {
    value: 'missed',
    text: 'No',
    consequence: words.missed,
    under: (
      <>
        <TextArea
          name="welfare"
          label="Are they all right?"
          hint={words.welfare}
          rows={2}
          value={typed.welfare}
          error={errorOf(errors, 'welfare')}
        />
        <TextArea
          name="offer"
          label="What do you offer instead?"
          hint={words.offer}
          rows={2}
          value={typed.offer}
          error={errorOf(errors, 'offer')}
        />
      </>
    ),
  },
];
