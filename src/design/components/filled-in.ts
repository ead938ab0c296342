/** A form as it was filled in: what each control takes of it, so that no page copies names, answers and faults by hand. */
import { errorOf, type FieldError } from './error-summary.tsx';

type Answer<Value> = Value extends readonly string[] ? { readonly values: Value } : { readonly value: Value };

/** Name, id, error and what was typed, to spread into a control: `<TextArea {...field('saw')} label="…" />`. A list is given as `values`. */
export type FilledIn<Typed> = <Name extends keyof Typed & string>(
  name: Name,
) => { readonly name: Name; readonly id: string; readonly error: string | undefined } & Answer<Typed[Name]>;

/** `within` stands before every id, for forms that share a page and have fields of one name. */
export const filledIn =
  <Typed>(typed: Typed, errors: readonly FieldError[], within = ''): FilledIn<Typed> =>
  (name) => {
    const id = within ? `${within}-${name}` : name;
    const answer = typed[name];
    const given = Array.isArray(answer) ? { values: answer } : { value: answer };
    return { name, id, error: errorOf(errors, id), ...(given as Answer<typeof answer>) }; // a list is the one kind that has values
  };
