/** Answers to a measure by item number, side by side, for somebody who has the paper in hand. No wording is shown or kept here. */
import { classNames } from '../class-names.ts';
import { FieldGroup, type FieldProps } from './field.tsx';

export interface ItemScoresProps extends FieldProps {
  /** As typed, in order of the items; sent as `NAME_1`, `NAME_2`… */
  readonly values: readonly string[];
  readonly lowest: number;
  readonly highest: number;
  /** Numbers of the items that are wrong. */
  readonly wrong?: readonly number[] | undefined;
}

export const ItemScores = (props: ItemScoresProps) => (
  <FieldGroup field={props} group>
    <div class="od-scores">
      {props.values.map((value, index) => {
        const item = index + 1;
        return (
          <label key={item} class="od-scores__item">
            <span class="od-scores__number">
              <span class="nhsuk-u-visually-hidden">Item </span>
              {item}
            </span>
            <input
              class={classNames('nhsuk-input od-scores__input', props.wrong?.includes(item) && 'nhsuk-input--error')}
              id={`${props.name}_${item}`}
              name={`${props.name}_${item}`}
              type="text"
              inputmode="numeric"
              autocomplete="off"
              maxlength={3}
              value={value}
            />
          </label>
        );
      })}
    </div>
  </FieldGroup>
);
