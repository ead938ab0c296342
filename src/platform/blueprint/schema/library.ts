// library.yaml: short texts that anybody can read and try by themselves, in the place's own words (SOM-8).
import { z } from 'zod';
import { codeFrom, date, entries, text } from './kinds.ts';

export const library = entries(
  z.strictObject({
    title: text,
    /** What it is about, in one sentence. */
    about: text,
    helpsWith: z.array(codeFrom('needDomain')).min(1),
    /** Each part a few sentences; a list where there are steps. */
    parts: z.array(z.strictObject({ heading: text.optional(), text: text.optional(), steps: z.array(text).optional() })).min(1),
    writtenOn: date,
    /** Who with the knowledge for it read and approved it. Left out while nobody has. */
    reviewedBy: text.optional(),
  }),
);
