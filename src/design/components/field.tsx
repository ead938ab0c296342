/** What every form control shares: label, hint, error and the ids that tie them to the control. Controls themselves live beside it. */
import type { ComponentChildren } from 'preact';
import { classNames, describedBy } from '../class-names.ts';
import { useTexts } from '../language.tsx';

export interface FieldProps {
  /** Name sent with the form. */
  readonly name: string;
  /** Id of the control; the name where it is left out. */
  readonly id?: string | undefined;
  readonly label: string;
  readonly labelSize?: 's' | 'm' | 'l' | 'xl' | undefined;
  /** The label is the page's heading. */
  readonly heading?: boolean | undefined;
  readonly hint?: ComponentChildren;
  /** What went wrong and what to do, naming the field. */
  readonly error?: string | undefined;
  /** Why the control cannot be used now; it is disabled and says so. */
  readonly unavailable?: string | undefined;
}

/** Class of a label or legend by size. */
const labelSizes = { s: 'nhsuk-label--s', m: 'nhsuk-label--m', l: 'nhsuk-label--l', xl: 'nhsuk-label--xl' } as const;
const legendSizes = {
  s: 'nhsuk-fieldset__legend--s',
  m: 'nhsuk-fieldset__legend--m',
  l: 'nhsuk-fieldset__legend--l',
  xl: 'nhsuk-fieldset__legend--xl',
} as const;

export const fieldId = ({ id, name }: Pick<FieldProps, 'id' | 'name'>): string => id ?? name;

/** Which of several answers has the field's own id, so that a fault leads to it: the first that can be chosen. */
export const leadingChoice = (choices: readonly { readonly unavailable?: string | undefined }[]): number =>
  Math.max(
    0,
    choices.findIndex(({ unavailable }) => !unavailable),
  );

/** Value of the control's `aria-describedby`: hint, then reason, then error. */
export const fieldDescription = (field: Pick<FieldProps, 'id' | 'name' | 'hint' | 'error' | 'unavailable'>): string | undefined => {
  const id = fieldId(field);
  return describedBy(Boolean(field.hint) && `${id}-hint`, field.unavailable && `${id}-reason`, field.error && `${id}-error`);
};

export const ErrorMessage = ({ id, children }: { readonly id: string; readonly children: ComponentChildren }) => {
  const { error } = useTexts();
  return (
    <span class="nhsuk-error-message" id={id}>
      <span class="nhsuk-u-visually-hidden">{error}: </span>
      {children}
    </span>
  );
};

const Notes = ({ field }: { readonly field: Pick<FieldProps, 'id' | 'name' | 'hint' | 'error' | 'unavailable'> }) => {
  const id = fieldId(field);
  return (
    <>
      {field.hint ? (
        <div class="nhsuk-hint" id={`${id}-hint`}>
          {field.hint}
        </div>
      ) : null}
      {field.unavailable ? (
        <div class="nhsuk-hint" id={`${id}-reason`}>
          {field.unavailable}
        </div>
      ) : null}
      {field.error ? <ErrorMessage id={`${id}-error`}>{field.error}</ErrorMessage> : null}
    </>
  );
};

const Label = ({ field }: { readonly field: FieldProps }) => {
  const size = field.labelSize ?? (field.heading ? 'l' : undefined);
  const label = (
    <label class={classNames('nhsuk-label', size && labelSizes[size])} for={fieldId(field)}>
      {field.label}
    </label>
  );
  return field.heading ? <h1 class="nhsuk-label-wrapper">{label}</h1> : label;
};

export interface FormGroupProps {
  readonly field: FieldProps;
  readonly class?: string | undefined;
  readonly data?: Readonly<Record<`data-${string}`, string>> | undefined;
  readonly children: ComponentChildren;
}

/** A label, its notes and one control. */
export const FormGroup = ({ field, class: extra, data, children }: FormGroupProps) => (
  <div class={classNames('nhsuk-form-group', field.error && 'nhsuk-form-group--error', extra)} {...data}>
    <Label field={field} />
    <Notes field={field} />
    {children}
  </div>
);

export interface GroupProps {
  readonly field: FieldProps;
  /** Adds `role="group"`, for fields that make up one answer, such as a date. */
  readonly group?: boolean | undefined;
  readonly children: ComponentChildren;
}

/** A legend, its notes and several controls. */
export const FieldGroup = ({ field, group, children }: GroupProps) => {
  const size = field.labelSize ?? (field.heading ? 'l' : undefined);
  return (
    <div class={classNames('nhsuk-form-group', field.error && 'nhsuk-form-group--error')}>
      <fieldset
        class="nhsuk-fieldset"
        role={group ? 'group' : undefined}
        aria-describedby={fieldDescription(field)}
        disabled={Boolean(field.unavailable)}
      >
        <legend class={classNames('nhsuk-fieldset__legend', size && legendSizes[size])}>
          {field.heading ? <h1 class="nhsuk-fieldset__heading">{field.label}</h1> : field.label}
        </legend>
        <Notes field={field} />
        {children}
      </fieldset>
    </div>
  );
};
