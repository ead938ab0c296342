// What was typed, before anybody has checked it: read as a text or a list, so that a form can be shown again as it was left. What it may say is for `fields.ts`.

/** Every field of a form that was sent, by name. */
export type AsTyped = Readonly<Record<string, string | readonly string[] | undefined>>;

/** One text; of several under one name the last, as a browser means it. '' where nothing was sent. */
export const asText = (sent: string | readonly string[] | undefined): string => (typeof sent === 'string' ? sent : (sent?.at(-1) ?? ''));

/** All that was chosen under one name; none where nothing was. */
export const asList = (sent: string | readonly string[] | undefined): readonly string[] =>
  sent === undefined || sent === '' ? [] : typeof sent === 'string' ? [sent] : sent;

/** Every field as one text. */
export const asTexts = (sent: AsTyped): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, asText(value)]));
