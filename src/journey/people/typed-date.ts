// A date as people type it into three fields, on any keyboard, put together for the reader of dates.

/** Figures of the Arabic and Persian keyboards as those the rest of the program reads. */
export const plainFigures = (typed: string): string => typed.replaceAll(/[٠-٩۰-۹]/g, (figure) => String((figure.codePointAt(0) ?? 0) % 16));

/** '2', '3' and '1985' as the date people mean; '' when all three are empty. */
export function dateOfParts(...typed: readonly [day: string, month: string, year: string]): string {
  const parts = typed.map(plainFigures);
  return parts.filter(Boolean).join(/^\d*$/.test(parts[1] ?? '') ? '/' : ' ');
}
