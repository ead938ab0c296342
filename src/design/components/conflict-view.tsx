/** Two versions of the same words, side by side, with three ways on. Nothing is lost until someone chooses. */
import { Button } from './button.tsx';
import { HiddenValues } from './question-page.tsx';

export interface ConflictViewProps {
  readonly action: string;
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  /** Name of the field both texts belong to; “join” sends what is in the box under this name. */
  readonly name: string;
  readonly mine: string;
  readonly theirs: string;
  readonly theirName: string;
  /** “9:41am”. */
  readonly theirTime: string;
}

export const ConflictView = ({ action, hidden, name, mine, theirs, theirName, theirTime }: ConflictViewProps) => (
  <form class="od-conflict" method="post" action={action}>
    <HiddenValues values={hidden} />
    <div class="od-conflict__sides">
      <section class="od-conflict__side" aria-labelledby={`${name}-mine-title`}>
        <h2 class="od-conflict__title" id={`${name}-mine-title`}>
          Your words
        </h2>
        <p class="od-conflict__text">{mine}</p>
        <Button look="secondary" name="keep" value="mine">
          Keep mine
        </Button>
      </section>
      <section class="od-conflict__side" aria-labelledby={`${name}-theirs-title`}>
        <h2 class="od-conflict__title" id={`${name}-theirs-title`}>
          {theirName}’s words, saved {theirTime}
        </h2>
        <p class="od-conflict__text">{theirs}</p>
        <Button look="secondary" name="keep" value="theirs">
          Keep {theirName}’s
        </Button>
      </section>
    </div>
    <div class="nhsuk-form-group">
      <label class="nhsuk-label nhsuk-label--s" for={`${name}-joined`}>
        Or join them
      </label>
      <textarea class="nhsuk-textarea" id={`${name}-joined`} name={name} rows={8}>
        {`${theirs}\n\n${mine}`}
      </textarea>
    </div>
    <Button name="keep" value="joined">
      Keep the joined words
    </Button>
  </form>
);
