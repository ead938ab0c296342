// The place as the running program holds it: what its blueprints say, and the ids that the database gave to their services and teams.
import type { Place } from './blueprint/place.ts';

export interface LiveTeam {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly serviceCode: string;
  readonly triages: boolean;
}

export interface LivePlace {
  readonly name: string;
  /** Shown on public pages and in tabs; says nothing about mental health. */
  readonly neutralName: string;
  /** True while nothing is sent and everybody is invented. */
  readonly demo: boolean;
  /** Where links in messages lead, without a slash at the end. */
  readonly publicUrl: string;
  /** Hosts of our own network that directories may be fetched from. */
  readonly directoryHosts: readonly string[];
  /** The blueprints of today, side by side. */
  readonly blueprint: Place;
  /** By the blueprint's code. */
  readonly teams: ReadonlyMap<string, LiveTeam>;
}
