/** Radios and checkboxes in the plain pattern. For large rows see `picks.tsx`, for staff decisions `options.tsx`. */
import type { ComponentChildren } from 'preact';
import { classNames } from '../class-names.ts';
import { useTexts } from '../language.tsx';
import { FieldGroup, type FieldProps, fieldId, leadingChoice } from './field.tsx';

export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly hint?: ComponentChildren;
  /** Why this answer cannot be chosen now. */
  readonly unavailable?: string | undefined;
}

interface ChoicesProps extends FieldProps {
  readonly choices: readonly Choice[];
  readonly small?: boolean | undefined;
  readonly inline?: boolean | undefined;
}

export interface RadiosProps extends ChoicesProps {
  readonly value?: string | undefined;
  /** Puts “or” before the last answer. */
  readonly divided?: boolean | undefined;
}

export interface CheckboxesProps extends ChoicesProps {
  readonly values?: readonly string[] | undefined;
}

const looks = {
  radio: {
    group: 'nhsuk-radios',
    small: 'nhsuk-radios--small',
    inline: 'nhsuk-radios--inline',
    item: 'nhsuk-radios__item',
    input: 'nhsuk-radios__input',
    label: 'nhsuk-label nhsuk-radios__label',
    hint: 'nhsuk-hint nhsuk-radios__hint',
    divider: 'nhsuk-radios__divider',
  },
  checkbox: {
    group: 'nhsuk-checkboxes',
    small: 'nhsuk-checkboxes--small',
    inline: 'nhsuk-checkboxes--inline',
    item: 'nhsuk-checkboxes__item',
    input: 'nhsuk-checkboxes__input',
    label: 'nhsuk-label nhsuk-checkboxes__label',
    hint: 'nhsuk-hint nhsuk-checkboxes__hint',
    divider: 'nhsuk-checkboxes__divider',
  },
} as const;

interface ItemsProps extends ChoicesProps {
  readonly kind: keyof typeof looks;
  readonly chosen: readonly string[];
  readonly divided?: boolean | undefined;
}

const Items = (props: ItemsProps) => {
  const { or } = useTexts();
  const look = looks[props.kind];
  const id = fieldId(props);
  const leading = leadingChoice(props.choices);
  return (
    <div class={classNames(look.group, props.inline && look.inline, props.small && look.small)} data-module={look.group}>
      {props.choices.map((choice, index) => {
        const last = props.divided && index === props.choices.length - 1;
        // The divider counts as an item in nhsuk-frontend's ids.
        const itemId = index === leading ? id : `${id}-${index + (last ? 2 : 1)}`;
        const note = choice.unavailable ?? choice.hint;
        return (
          <>
            {last ? <div class={look.divider}>{or}</div> : null}
            <div key={choice.value} class={look.item}>
              <input
                class={look.input}
                id={itemId}
                name={props.name}
                type={props.kind}
                value={choice.value}
                checked={props.chosen.includes(choice.value)}
                disabled={Boolean(choice.unavailable)}
                aria-describedby={note ? `${itemId}-item-hint` : undefined}
              />
              <label class={look.label} for={itemId}>
                {choice.text}
              </label>
              {note ? (
                <div class={look.hint} id={`${itemId}-item-hint`}>
                  {note}
                </div>
              ) : null}
            </div>
          </>
        );
      })}
    </div>
  );
};

export const Radios = (props: RadiosProps) => (
  <FieldGroup field={props}>
    <Items {...props} kind="radio" chosen={props.value === undefined ? [] : [props.value]} />
  </FieldGroup>
);

export const Checkboxes = (props: CheckboxesProps) => (
  <FieldGroup field={props}>
    <Items {...props} kind="checkbox" chosen={props.values ?? []} />
  </FieldGroup>
);
