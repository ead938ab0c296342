// The shape of a blueprint once read: a place's services as data. Everything with a key carries it as `code`.

import type { LocalDate } from '../clock.ts';
import type { DecisionTable, Input } from '../decisions/table.ts';
import type { OwnWords } from '../vocabulary.ts';
import type { Parts } from './parts.ts';

type Value<Entries> = Entries extends Readonly<Record<string, infer Entry>> ? Exclude<Entry, undefined> : never;
export type Coded<Entry> = Entry & { readonly code: string };

export type Service = Coded<Value<Parts['services']>>;
export type Team = Coded<Value<Parts['teams']>>;
export type Role = Coded<Value<Parts['roles']>>;
export type Stage = Coded<Value<Value<Parts['pathways']>['stages']>>;
export type Pathway = Omit<Coded<Value<Parts['pathways']>>, 'stages'> & { readonly stages: readonly Stage[] };
export type Organisation = Coded<Value<Parts['partners']['organisations']>>;
export type OrganisationLink = Parts['partners']['links'][number];
export type Contribution = NonNullable<Parts['partners']['contributions']>[number];
export type Response = Coded<Value<Value<Parts['scales']>['responses']>>;
export type ResponseScale = Omit<Coded<Value<Parts['scales']>>, 'responses'> & { readonly responses: readonly Response[] };
export type Clock = Coded<Value<Parts['clocks']>>;
export type MeasureSet = Coded<Value<Parts['measures']>>;
export type Indicator = Coded<Value<Value<Parts['outcomes']['outcomes']>['indicators']>>;
export type Outcome = { readonly code: string; readonly name: string; readonly indicators: readonly Indicator[] };
export type OutcomeFramework = Omit<Parts['outcomes'], 'outcomes'> & { readonly outcomes: readonly Outcome[] };
export type Meeting = Coded<Value<Parts['meetings']>>;
export type SafeguardingHub = Coded<Value<Parts['safeguarding']>>;
export type PlaceOfMeeting = Coded<Value<Parts['places']>>;
export type HelpLine = Coded<Value<Parts['help']['lines']>>;
export type Help = Omit<Parts['help'], 'lines'> & { readonly lines: readonly HelpLine[] };
export type MessageTemplate = Coded<Value<Parts['messages']>>;
export type Article = Coded<Value<Parts['library']>>;
export type Tool = Coded<Value<Parts['principles']['tools']>>;
export type Principle = Value<Parts['principles']['principles']>;
export type Purpose = Value<Parts['rules']>['purpose'];

/** A decision table with what the blueprint says about it. The same object always holds the same table, so cells are read once. */
export interface ServiceRules {
  readonly code: string;
  /** The blueprint whose facts it may read. */
  readonly blueprint: string;
  readonly purpose: Purpose;
  readonly service: string;
  readonly author: string;
  readonly approvedBy: string;
  readonly responseScale?: string | undefined;
  readonly note?: string | undefined;
  readonly table: DecisionTable;
}

export interface Blueprint {
  /** The name of its folder. */
  readonly code: string;
  readonly name: string;
  readonly publicName: string;
  readonly place: string;
  readonly version: number;
  readonly effectiveFrom: LocalDate;
  readonly effectiveTo?: LocalDate | undefined;
  readonly about: string;
  readonly demo: boolean;
  readonly languages: readonly string[];
  readonly exit: string;
  readonly plainSender: string;
  readonly recordsStayOpen: { readonly emergencyHours: number; readonly restrictedHours: number };
  readonly help: Help;
  readonly services: readonly Service[];
  readonly teams: readonly Team[];
  readonly roles: readonly Role[];
  readonly pathways: readonly Pathway[];
  readonly principles: readonly Principle[];
  readonly tools: readonly Tool[];
  readonly rules: readonly ServiceRules[];
  /** What rules may read about a person. */
  readonly facts: readonly Input[];
  readonly scales: readonly ResponseScale[];
  readonly clocks: readonly Clock[];
  readonly measures: readonly MeasureSet[];
  readonly outcomes: OutcomeFramework;
  readonly organisations: readonly Organisation[];
  readonly links: readonly OrganisationLink[];
  readonly contributions: readonly Contribution[];
  readonly places: readonly PlaceOfMeeting[];
  readonly meetings: readonly Meeting[];
  readonly safeguarding: readonly SafeguardingHub[];
  readonly contact: Parts['contact'];
  readonly messages: readonly MessageTemplate[];
  readonly library: readonly Article[];
  readonly vocabulary: OwnWords;
  readonly demoPeople: Parts['demo']['people'];
}

/** The entry with a code, or undefined. */
export const byCode = <Entry extends { readonly code: string }>(list: readonly Entry[], code: string): Entry | undefined =>
  list.find((entry) => entry.code === code);

/** Whether something dated holds on a day. Both ends count. */
export const holdsOn = (day: LocalDate, from: LocalDate | undefined, until: LocalDate | undefined): boolean =>
  (from === undefined || from <= day) && (until === undefined || day <= until);
