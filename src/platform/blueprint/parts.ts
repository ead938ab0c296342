// The files of a blueprint: which there are, which must be there, and the schema that reads each.
import type { z } from 'zod';
import { contact, demo, messages, vocabulary } from './schema/contact.ts';
import { help } from './schema/help.ts';
import { identity } from './schema/identity.ts';
import { library } from './schema/library.ts';
import { measures, outcomes } from './schema/measures.ts';
import { partners } from './schema/partners.ts';
import { pathways, principles } from './schema/pathways.ts';
import { places } from './schema/places.ts';
import { roles } from './schema/roles.ts';
import { facts, ruleTables } from './schema/rules.ts';
import { safeguarding } from './schema/safeguarding.ts';
import { services, teams } from './schema/services.ts';
import { clocks, meetings, scales } from './schema/times.ts';

export const schemas = {
  blueprint: identity,
  help,
  services,
  teams,
  roles,
  pathways,
  principles,
  facts,
  rules: ruleTables,
  scales,
  clocks,
  measures,
  outcomes,
  partners,
  places,
  meetings,
  safeguarding,
  contact,
  messages,
  vocabulary,
  library,
  demo,
} as const satisfies Record<string, z.ZodType>;

export type PartName = keyof typeof schemas;
export type Parts = { readonly [Name in PartName]: z.infer<(typeof schemas)[Name]> };

// Object.keys only forgets the type of its own keys.
export const partNames = Object.keys(schemas) as PartName[];

/** Parts a blueprint can do without; each is then empty. */
export const optionalParts: Readonly<Partial<{ readonly [Name in PartName]: Parts[Name] }>> = {
  vocabulary: {},
  library: {},
  safeguarding: {},
  demo: { people: [] },
};

/** The file a part is written in. Rules have a folder, one table a file. */
export const fileOf = (part: PartName): string => (part === 'rules' ? 'rules/' : `${part}.yaml`);
