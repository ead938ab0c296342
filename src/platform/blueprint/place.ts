// Blueprints loaded side by side as the services of one place. What two of them define alike is one thing; what they define differently is a
// conflict that a person must settle before the place opens.
import { isDeepStrictEqual } from 'node:util';
import type { Blueprint } from './blueprint.ts';

/** Lists whose entries are found by code across the place. */
const LISTS = [
  'services',
  'teams',
  'roles',
  'pathways',
  'rules',
  'scales',
  'clocks',
  'measures',
  'organisations',
  'places',
  'meetings',
  'safeguarding',
  'messages',
  'tools',
  'principles',
  'library',
] as const;
type ListName = (typeof LISTS)[number];

/** What the public pages of a place share, so it can only be one thing. */
const SHARED = ['place', 'exit', 'plainSender', 'publicName', 'help', 'contact', 'vocabulary', 'recordsStayOpen'] as const;
type SharedName = (typeof SHARED)[number];

export interface Conflict {
  /** 'services: early-help', 'exit' */
  readonly what: string;
  readonly between: readonly [string, string];
  readonly message: string;
  readonly fix: string;
}

export type Place = Pick<Blueprint, ListName | SharedName | 'links' | 'contributions' | 'languages' | 'demo' | 'demoPeople'> & {
  readonly blueprints: readonly { readonly code: string; readonly name: string; readonly version: number }[];
  /** What the rules of each blueprint may read: the same name may mean different things in two of them. */
  readonly facts: readonly {
    readonly blueprint: string;
    readonly inputs: Blueprint['facts'];
    /** The services whose rules read them. */
    readonly services: readonly string[];
  }[];
  readonly outcomes: readonly { readonly blueprint: string; readonly framework: Blueprint['outcomes'] }[];
  readonly conflicts: readonly Conflict[];
};

/** The first blueprint given wins a conflict, so that the place is always usable while someone settles it. Needs at least one blueprint. */
export function mergePlace(blueprints: readonly [Blueprint, ...Blueprint[]]): Place {
  const [first] = blueprints;
  const conflicts: Conflict[] = [];
  const merged = <Name extends ListName>(name: Name): Blueprint[Name] => {
    const kept = new Map<string, { entry: Blueprint[Name][number]; from: string }>();
    for (const blueprint of blueprints)
      for (const entry of blueprint[name]) {
        const known = kept.get(entry.code);
        if (!known) kept.set(entry.code, { entry, from: blueprint.code });
        else if (!isDeepStrictEqual(known.entry, entry))
          conflicts.push({
            what: `${name}: ${entry.code}`,
            between: [known.from, blueprint.code],
            message: `${known.from} and ${blueprint.code} both define “${entry.code}” in ${name}, differently.`,
            fix: 'Make them the same, or give one another code.',
          });
      }
    // The entries came out of this very list.
    return [...kept.values()].map(({ entry }) => entry) as unknown as Blueprint[Name];
  };
  const lists = {
    services: merged('services'),
    teams: merged('teams'),
    roles: merged('roles'),
    pathways: merged('pathways'),
    rules: merged('rules'),
    scales: merged('scales'),
    clocks: merged('clocks'),
    measures: merged('measures'),
    organisations: merged('organisations'),
    places: merged('places'),
    meetings: merged('meetings'),
    safeguarding: merged('safeguarding'),
    messages: merged('messages'),
    tools: merged('tools'),
    principles: merged('principles'),
    library: merged('library'),
  };
  for (const blueprint of blueprints.slice(1))
    for (const name of SHARED)
      if (!isDeepStrictEqual(first[name], blueprint[name]))
        conflicts.push({
          what: name,
          between: [first.code, blueprint.code],
          message: `${first.code} and ${blueprint.code} differ in ${name}, which a place has only one of.`,
          fix: `Make ${name} the same in both.`,
        });
  return {
    ...lists,
    place: first.place,
    exit: first.exit,
    plainSender: first.plainSender,
    recordsStayOpen: first.recordsStayOpen,
    publicName: first.publicName,
    help: first.help,
    contact: first.contact,
    vocabulary: first.vocabulary,
    blueprints: blueprints.map(({ code, name, version }) => ({ code, name, version })),
    links: blueprints.flatMap((blueprint) => blueprint.links),
    contributions: blueprints.flatMap((blueprint) => blueprint.contributions),
    languages: [...new Set(blueprints.flatMap((blueprint) => blueprint.languages))],
    demo: blueprints.some((blueprint) => blueprint.demo),
    demoPeople: blueprints.flatMap((blueprint) => blueprint.demoPeople),
    facts: blueprints.map(({ code, facts, services }) => ({
      blueprint: code,
      inputs: facts,
      services: services.map((service) => service.code),
    })),
    outcomes: blueprints.map(({ code, outcomes }) => ({ blueprint: code, framework: outcomes })),
    conflicts,
  };
}
