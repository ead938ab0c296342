/** One question as data, drawn as the control its kind asks for, with its words and whatever was typed before. */
import { Checkboxes, Radios } from '../../../design/components/choices.tsx';
import { DateInput } from '../../../design/components/date-input.tsx';
import { errorOf, type FieldError } from '../../../design/components/error-summary.tsx';
import { FieldGroup } from '../../../design/components/field.tsx';
import { Pick, PickMany, PickOne } from '../../../design/components/picks.tsx';
import { Select } from '../../../design/components/select.tsx';
import { TextArea } from '../../../design/components/text-area.tsx';
import { TextInput } from '../../../design/components/text-input.tsx';
import type { Question } from '../question.ts';
import { type Fields, isTicked, lineOf, listOf } from '../reading.ts';
import type { AskedWords } from '../texts.ts';

export interface ControlProps {
  readonly question: Question;
  readonly words: AskedWords;
  readonly fields: Fields;
  readonly errors: readonly FieldError[];
  /** The larger type of somebody’s own words. */
  readonly voice?: boolean;
  readonly rows?: number;
  /** Plain radios and boxes, for a long form of somebody at work. */
  readonly compact?: boolean;
  /** Answers beside one another, for a page that is filled in while somebody speaks. */
  readonly dense?: boolean;
}

export const Control = ({ question, words, fields, errors, voice, rows, compact, dense }: ControlProps) => {
  const { code } = question;
  const { label, hint } = words;
  const codes = question.codes ?? [];
  const autocomplete = question.private ? 'off' : question.autocomplete;
  const shared = { name: code, label, labelSize: 's' as const, hint, error: errorOf(errors, code) };
  const choices = codes.map((value) => ({
    value,
    text: words.choices?.[value] ?? value,
    consequence: words.notes?.[value],
  }));
  const plain = choices.map(({ consequence, ...choice }) => ({ ...choice, hint: consequence }));
  const value = lineOf(fields, code);
  switch (question.control) {
    case 'words':
      return <TextArea {...shared} value={value} rows={rows ?? 4} direction="auto" autocomplete={autocomplete} voice={voice} />;
    case 'line':
      return <TextInput {...shared} value={value} direction="auto" autocomplete={autocomplete} />;
    case 'phone':
      return <TextInput {...shared} value={value} type="tel" width={20} direction="ltr" autocomplete={autocomplete} />;
    case 'email':
      return <TextInput {...shared} value={value} type="email" direction="ltr" autocomplete={autocomplete} code />;
    case 'postcode':
      return <TextInput {...shared} value={value} width={10} direction="ltr" autocomplete={autocomplete} code />;
    case 'day':
      return (
        <DateInput
          {...shared}
          error={errorOf(errors, `${code}-day`)}
          value={{ day: lineOf(fields, `${code}-day`), month: lineOf(fields, `${code}-month`), year: lineOf(fields, `${code}-year`) }}
          birthday={autocomplete === 'bday'}
        />
      );
    case 'one':
      if (compact || dense) return <Radios {...shared} choices={plain} value={value || undefined} small={dense} inline={dense} />;
      return <PickOne {...shared} choices={choices} value={value || undefined} />;
    case 'many':
      if (compact || dense) return <Checkboxes {...shared} choices={plain} values={listOf(fields, code)} small={dense} inline={dense} />;
      return <PickMany {...shared} choices={choices} values={listOf(fields, code)} pairs={choices.length > 6} />;
    case 'list':
      return <Select {...shared} options={[{ value: '', text: '' }, ...choices]} value={value} />;
    case 'tick':
      return (
        <div class="nhsuk-form-group">
          <Pick kind="checkbox" id={code} name={code} value="yes" text={label} consequence={hint} chosen={isTicked(fields, code)} />
        </div>
      );
    case 'ticks':
      return (
        <FieldGroup field={shared}>
          <div class={dense ? 'od-picks od-picks--pairs' : 'od-picks'}>
            {choices.map((choice) => (
              <Pick
                key={choice.value}
                kind="checkbox"
                id={choice.value}
                name={choice.value}
                value="yes"
                text={choice.text}
                chosen={isTicked(fields, choice.value)}
              />
            ))}
          </div>
        </FieldGroup>
      );
    case 'large':
      return null;
  }
};
