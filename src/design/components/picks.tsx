/** Answers as large rows, for person pages: the whole row is the label, with one line of consequence under the title. */
import type { ComponentChildren } from 'preact';
import { classNames } from '../class-names.ts';
import { FieldGroup, type FieldProps, fieldId, leadingChoice } from './field.tsx';

export interface PickChoice {
  readonly value: string;
  readonly text: string;
  /** What choosing this does, in one line. */
  readonly consequence?: ComponentChildren;
  /** Why this answer cannot be chosen now. */
  readonly unavailable?: string | undefined;
}

interface PickProps extends Omit<PickChoice, 'value'> {
  readonly kind: 'radio' | 'checkbox';
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly chosen?: boolean | undefined;
}

/** One row alone, such as “I agree”. */
export const Pick = ({ kind, id, name, value, text, consequence, unavailable, chosen }: PickProps) => {
  const note = unavailable ?? consequence;
  return (
    <label class={classNames('od-pick', unavailable && 'od-pick--unavailable')}>
      <input
        class={classNames('od-control', kind === 'radio' ? 'od-control--radio' : 'od-control--checkbox')}
        id={id}
        name={name}
        type={kind}
        value={value}
        checked={chosen}
        disabled={Boolean(unavailable)}
        aria-describedby={note ? `${id}-note` : undefined}
      />
      <span class="od-pick__words">
        <span class="od-pick__text">{text}</span>
        {note ? (
          <span class="od-pick__note" id={`${id}-note`}>
            {note}
          </span>
        ) : null}
      </span>
    </label>
  );
};

interface PicksProps extends FieldProps {
  readonly choices: readonly PickChoice[];
  /** Two in a row where there is room, for many answers of a word or two. */
  readonly pairs?: boolean | undefined;
}

export interface PickOneProps extends PicksProps {
  readonly value?: string | undefined;
}

export interface PickManyProps extends PicksProps {
  readonly values?: readonly string[] | undefined;
}

const rows = (props: PicksProps, kind: 'radio' | 'checkbox', chosen: readonly string[]) => {
  const id = fieldId(props);
  const leading = leadingChoice(props.choices);
  return (
    <div class={classNames('od-picks', props.pairs && 'od-picks--pairs')}>
      {props.choices.map((choice, index) => (
        <Pick
          key={choice.value}
          {...choice}
          kind={kind}
          id={index === leading ? id : `${id}-${index + 1}`}
          name={props.name}
          chosen={chosen.includes(choice.value)}
        />
      ))}
    </div>
  );
};

/** One answer of several. */
export const PickOne = (props: PickOneProps) => (
  <FieldGroup field={props}>{rows(props, 'radio', props.value === undefined ? [] : [props.value])}</FieldGroup>
);

/** Any number of answers. */
export const PickMany = (props: PickManyProps) => <FieldGroup field={props}>{rows(props, 'checkbox', props.values ?? [])}</FieldGroup>;
