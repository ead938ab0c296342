// Keeps a text from being run as a formula when a spreadsheet program opens an export, by an apostrophe in front, and takes it away on the way in.

/** Signs with which spreadsheet programs begin a formula, their full-width forms too, after any blanks. */
const startsFormula = /^\s*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;
const guarded = /^'+/;

export function guardFormula(text: string): string {
  return startsFormula.test(text.replace(guarded, '')) ? `'${text}` : text;
}

/** The opposite of `guardFormula`: `unguardFormula(guardFormula(text))` is the text again. */
export function unguardFormula(text: string): string {
  return text.startsWith("'") && startsFormula.test(text.replace(guarded, '')) ? text.slice(1) : text;
}
