// The parts of FHIR R4 that a referral is read from, as strict about types as the standard and as open as it is about what is not used here.
import { z } from 'zod';

const most = { text: 20_000, line: 500, items: 200 } as const;

const line = z.string().min(1).max(most.line);
const text = z.string().min(1).max(most.text);
const many = <Item extends z.ZodType>(item: Item) => z.array(item).max(most.items).optional();
const date = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'must be a date such as 1988, 1988-05 or 1988-05-31');
const zone = String.raw`(Z|[+-]\d{2}:\d{2})`;
const instant = z
  .string()
  .regex(
    new RegExp(String.raw`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?${zone}$`),
    'must be a date and time with seconds and a time zone',
  )
  .refine((value) => !Number.isNaN(Date.parse(value)), 'is a time that does not exist');
const dateTime = z
  .string()
  .regex(
    new RegExp(String.raw`^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?${zone})?)?)?$`),
    'must be a date, or a date and time with a time zone',
  )
  .refine((value) => !Number.isNaN(Date.parse(value)), 'is a day or time that does not exist');

/** Nobody here can promise to understand what changes the meaning of the rest. */
const element = {
  id: line.optional(),
  modifierExtension: z.array(z.unknown()).max(0, 'changes the meaning of the rest and is not understood here').optional(),
};
const coding = z.looseObject({ system: line.optional(), code: line.optional(), display: line.optional() });
const concept = z.looseObject({ coding: many(coding), text: text.optional() });
const identifier = z.looseObject({ system: line.optional(), value: line.optional() });
const reference = z.looseObject({ reference: line.optional(), display: line.optional(), identifier: identifier.optional() });
const period = z.looseObject({ start: dateTime.optional(), end: dateTime.optional() });
const extension = z.looseObject({ url: line });
const annotation = z.looseObject({ text });
const humanName = z.looseObject({
  use: line.optional(),
  text: line.optional(),
  family: line.optional(),
  given: many(line),
  prefix: many(line),
  period: period.optional(),
});
const telecom = z.looseObject({
  system: z.enum(['phone', 'fax', 'email', 'pager', 'url', 'sms', 'other']).optional(),
  value: line.optional(),
  use: z.enum(['home', 'work', 'temp', 'old', 'mobile']).optional(),
  rank: z.number().int().positive().optional(),
  period: period.optional(),
});
const address = z.looseObject({
  use: line.optional(),
  text: text.optional(),
  line: many(line),
  city: line.optional(),
  postalCode: line.optional(),
  period: period.optional(),
});

export const bundle = z.looseObject({
  ...element,
  resourceType: z.literal('Bundle'),
  type: z.literal('message'),
  identifier: z.looseObject({ system: line.optional(), value: line }),
  timestamp: instant,
  entry: z
    .array(z.looseObject({ fullUrl: line.optional(), resource: z.looseObject({ resourceType: line, id: line.optional() }) }))
    .min(1)
    .max(most.items),
});

/** By resource type. What is not listed is carried by the bundle and not read. */
export const resources = {
  MessageHeader: z.looseObject({
    ...element,
    id: line,
    eventCoding: z.looseObject({ system: line, code: line }),
    reason: z.looseObject({
      coding: z
        .array(z.looseObject({ system: line.optional(), code: line }))
        .min(1)
        .max(most.items),
    }),
    destination: z
      .array(z.looseObject({ receiver: reference.optional() }))
      .min(1)
      .max(most.items),
    sender: reference.optional(),
    source: z.looseObject({ name: line.optional(), endpoint: line }),
    focus: z
      .array(z.looseObject({ reference: line }))
      .min(1)
      .max(most.items),
  }),
  ServiceRequest: z.looseObject({
    ...element,
    identifier: many(identifier),
    status: z.enum(['draft', 'active', 'on-hold', 'revoked', 'completed', 'entered-in-error', 'unknown']),
    statusReason: concept.optional(),
    intent: z.enum([
      'proposal',
      'plan',
      'directive',
      'order',
      'original-order',
      'reflex-order',
      'filler-order',
      'instance-order',
      'option',
    ]),
    category: z.array(concept).min(1).max(most.items),
    priority: z.enum(['routine', 'urgent', 'asap', 'stat']).optional(),
    subject: reference,
    authoredOn: dateTime,
    requester: reference.optional(),
    performer: many(reference),
    reasonCode: many(concept),
    reasonReference: many(reference),
    note: many(annotation),
  }),
  Patient: z.looseObject({
    ...element,
    extension: many(extension),
    identifier: many(identifier),
    name: many(humanName),
    telecom: many(telecom),
    gender: line.optional(),
    birthDate: date.optional(),
    deceasedBoolean: z.boolean().optional(),
    deceasedDateTime: dateTime.optional(),
    address: many(address),
    communication: many(z.looseObject({ language: concept, preferred: z.boolean().optional() })),
    contact: many(
      z.looseObject({
        relationship: many(concept),
        name: humanName.optional(),
        telecom: many(telecom),
        organization: reference.optional(),
      }),
    ),
    generalPractitioner: many(reference),
  }),
  Practitioner: z.looseObject({ ...element, name: many(humanName), telecom: many(telecom) }),
  PractitionerRole: z.looseObject({
    ...element,
    practitioner: reference.optional(),
    organization: reference.optional(),
    code: many(concept),
    telecom: many(telecom),
  }),
  Organization: z.looseObject({ ...element, name: line.optional(), telecom: many(telecom) }),
  HealthcareService: z.looseObject({ ...element, identifier: many(identifier), name: line.optional() }),
  Consent: z.looseObject({
    ...element,
    status: z.enum(['draft', 'proposed', 'active', 'rejected', 'inactive', 'entered-in-error']),
    provision: z.looseObject({ type: z.enum(['deny', 'permit']).optional() }).optional(),
  }),
  Condition: z.looseObject({ ...element, code: concept.optional(), note: many(annotation) }),
  Flag: z.looseObject({ ...element, status: z.enum(['active', 'inactive', 'entered-in-error']), category: many(concept), code: concept }),
  Observation: z.looseObject({
    ...element,
    code: concept,
    valueString: text.optional(),
    valueCodeableConcept: concept.optional(),
    valueBoolean: z.boolean().optional(),
    valueInteger: z.number().optional(),
    valueQuantity: z.looseObject({ value: z.number().optional(), unit: line.optional() }).optional(),
    valueDateTime: dateTime.optional(),
  }),
  CarePlan: z.looseObject({
    ...element,
    title: line.optional(),
    description: text.optional(),
    activity: many(z.looseObject({ detail: z.looseObject({ description: text.optional() }).optional() })),
    note: many(annotation),
  }),
  AllergyIntolerance: z.looseObject({ ...element, code: concept.optional() }),
  MedicationStatement: z.looseObject({
    ...element,
    medicationCodeableConcept: concept.optional(),
    dosage: many(z.looseObject({ text: text.optional() })),
  }),
  Communication: z.looseObject({ ...element, payload: many(z.looseObject({ contentString: text.optional() })) }),
  QuestionnaireResponse: z.looseObject({
    ...element,
    item: many(
      z.looseObject({
        text: text.optional(),
        answer: many(
          z.looseObject({
            valueString: text.optional(),
            valueBoolean: z.boolean().optional(),
            valueInteger: z.number().optional(),
            valueCoding: coding.optional(),
            valueDate: date.optional(),
          }),
        ),
      }),
    ),
  }),
} as const;

export type ResourceType = keyof typeof resources;
export type Resource<Type extends ResourceType> = z.output<(typeof resources)[Type]>;
export type Concept = z.output<typeof concept>;
export type Reference = z.output<typeof reference>;
export type Telecom = z.output<typeof telecom>;
export type HumanName = z.output<typeof humanName>;

/** The concept in words a clinician reads: its text, else what its codes are called, else the code itself. */
export function wordsOf(concept: Concept | undefined): string {
  if (!concept) return '';
  if (concept.text) return concept.text;
  const codings = concept.coding ?? [];
  return codings.find(({ display }) => display)?.display ?? codings.find(({ code }) => code)?.code ?? '';
}

export const hasCode = (concept: Concept, system: string, code?: string): boolean =>
  (concept.coding ?? []).some((one) => one.system === system && (code === undefined || one.code === code));
