/** Joins the class names that apply; parts that are absent or false are left out. */
export const classNames = (...names: readonly (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ');

/** Joins ids for `aria-describedby`; nothing to point at gives no attribute. */
export const describedBy = (...ids: readonly (string | false | null | undefined)[]): string | undefined => classNames(...ids) || undefined;
