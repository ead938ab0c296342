// How help is reached here, from the configuration that is in force: doors, who reads, what their rules can offer, by when a team says yes (SOM-24). Pure.
import { rulesInForce } from '../../platform/blueprint/in-force.ts';
import type { Place } from '../../platform/blueprint/place.ts';
import type { Target } from '../../platform/blueprint/target.ts';
import type { LocalDate } from '../../platform/clock.ts';
import type { HowTexts } from './how-texts.ts';

export type DoorCode = keyof HowTexts['doors'];

export interface Offered {
  readonly code: string;
  readonly name: string;
  readonly team: string;
  /** How soon its team says yes. */
  readonly accepts: Target;
}

export interface Way {
  readonly code: string;
  readonly name: string;
  readonly team: string;
  readonly doors: readonly DoorCode[];
  /** The soonest first, with the words that the place has for each. */
  readonly answers: readonly { readonly words: string; readonly target: Target }[];
  readonly offers: readonly Offered[];
  /** The table that decides. */
  readonly decidedBy: { readonly name: string; readonly version: number };
}

export interface WaysThrough {
  readonly ways: readonly Way[];
  /** Where anybody may simply come. */
  readonly straightIn: readonly { readonly code: string; readonly name: string; readonly about: string }[];
  /** Longest time in which somebody may come back without starting again, in months; 0 where no pathway says. */
  readonly reEntryMonths: number;
}

type Read = Pick<Place, 'services' | 'teams' | 'rules' | 'scales' | 'pathways'>;

/** What somebody else sets has no time of its own. */
const unset = 10_000;

const hours = (target: Target): number => {
  switch (target.kind) {
    case 'now':
      return 0;
    case 'hours':
      return target.hours;
    case 'days':
      return target.days * 24;
    case 'working days':
      return target.days * 34;
    case 'months':
      return target.months * 730;
    case 'same day':
    case 'same working day':
      return 12;
    default:
      return unset;
  }
};

/** As it stands on a day: of each table of first steps, the version that decides then. */
export function waysThrough({ services, teams, rules, scales, pathways }: Read, day: LocalDate): WaysThrough {
  const named = new Map(services.map((service) => [service.code, service]));
  const suggesting = new Set(rules.filter(({ purpose }) => purpose === 'suggestion').map(({ service }) => service));
  const ways = [...suggesting].flatMap((code): Way[] => {
    const service = named.get(code);
    const set = rulesInForce(rules, { service: code, purpose: 'suggestion' }, day);
    if (!service || !set) return [];
    const scale = scales.find(({ code }) => code === (service.responseScale ?? set.responseScale));
    const pairs = new Map<string, { readonly service: string; readonly team: string | undefined }>();
    for (const { outputs } of set.table.rules) {
      const offer = typeof outputs.offer === 'string' ? outputs.offer : undefined;
      const team = typeof outputs.team === 'string' ? outputs.team : undefined;
      if (offer && offer !== service.code && !pairs.has(offer)) pairs.set(offer, { service: offer, team });
    }
    return [
      {
        code: service.code,
        name: service.name,
        team: teams.find((one) => one.services.includes(service.code))?.name ?? '',
        doors: service.doors,
        answers: [...(scale?.responses ?? [])]
          .filter(({ target }) => hours(target) < unset)
          .sort((one, other) => hours(one.target) - hours(other.target))
          .map(({ words, target }) => ({ words, target })),
        offers: [...pairs.values()].flatMap(({ service: code, team: teamCode }): Offered[] => {
          const offered = named.get(code);
          const team = teams.find((one) => one.code === teamCode) ?? teams.find((one) => one.services.includes(code));
          return offered && team ? [{ code, name: offered.name, team: team.name, accepts: team.acceptsWithin }] : [];
        }),
        decidedBy: { name: set.table.name, version: set.table.version },
      },
    ];
  });
  const reading = new Set(ways.map(({ code }) => code));
  return {
    ways,
    straightIn: services
      .filter((service) => !service.needsReferral && !reading.has(service.code))
      .map(({ code, name, about }) => ({ code, name, about: about.trim() })),
    reEntryMonths: Math.max(0, ...pathways.map(({ reEntryMonths }) => reEntryMonths)),
  };
}
