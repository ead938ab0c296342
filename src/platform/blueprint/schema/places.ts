// places.yaml: where people meet, with what it costs and how it is reached.
import { z } from 'zod';
import { entries, hours, key, oneOf, text } from './kinds.ts';

export const places = entries(
  z.strictObject({
    name: text,
    kind: oneOf(['site', 'café', 'home', 'office', 'community']),
    address: text,
    town: text,
    postcode: z
      .string()
      .regex(/^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/, 'This is not a postcode.\u0001Write it with one space, like TA6 3XX.')
      .optional(),
    /** Where it lies, for saying how far away it is. Nothing is measured without it. */
    position: z.strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }).optional(),
    area: text,
    hours,
    /** Getting in and getting about: steps, lift, quiet room, buses. */
    access: text,
    /** The organisation that owns or lends it. */
    lentBy: key.optional(),
    /** What it costs, in words (CHO-3). */
    cost: text.optional(),
    rooms: z.number().int().min(0).optional(),
    desks: z.number().int().min(0).optional(),
    /** True for the place that was chosen among those compared. */
    chosen: z.boolean().optional(),
  }),
);
