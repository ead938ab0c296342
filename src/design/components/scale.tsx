/** A number from 0 to 10, chosen without colour, faces or a default. The ends are named in the person's words. */
import { FieldGroup, type FieldProps, fieldId } from './field.tsx';

export interface ScaleProps extends FieldProps {
  readonly value?: number | undefined;
  readonly lowest: string;
  readonly highest: string;
}

export const Scale0to10 = (props: ScaleProps) => {
  const id = fieldId(props);
  return (
    <FieldGroup field={props}>
      <div class="od-scale">
        {Array.from({ length: 11 }, (_, score) => (
          <label key={score} class="od-scale__step">
            <input
              class="od-scale__input"
              id={score === 0 ? id : `${id}-${score}`}
              name={props.name}
              type="radio"
              value={String(score)}
              checked={props.value === score}
            />
            <span class="od-scale__number">{score}</span>
          </label>
        ))}
        <span class="od-scale__end">0: {props.lowest}</span>
        <span class="od-scale__end od-scale__end--high">10: {props.highest}</span>
      </div>
    </FieldGroup>
  );
};
