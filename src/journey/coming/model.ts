// What makes coming possible for somebody who is too anxious to come: the helps that a decision offers, and what the person chooses of them (S6.4). Pure.
import type { Fault, Problem } from '../../platform/problem.ts';
import { type ComingTexts, inEnglish } from './texts.ts';

export const helps = ['outreach', 'choice', 'company'] as const;
export type Help = (typeof helps)[number];

/** As the clinician reads it when choosing. */
export const helpWords: Readonly<Record<Help, string>> = {
  outreach: 'Outreach: the worker comes to them',
  choice: 'A choice of where and how to meet',
  company: 'Company on the first visit',
};

/** The group that is too anxious to come, or not sure it wants to (SOM-13). */
export const anxiousGroup = 'G2';

/** 'Somebody comes to you. You choose where and how you meet.' */
export const toldOf = (offered: readonly Help[]): string => offered.map((help) => `${inEnglish.told[help]}.`).join(' ');

export const places = ['home', 'outside', 'public', 'ours', 'other'] as const;
export const channels = ['01', '02', '11', '09'] as const;
export const companies = ['ours', 'own', 'alone'] as const;

/** Of the person, as the worker who asks them aloud reads it. */
export const companyWords: Readonly<Record<(typeof companies)[number], string>> = {
  ours: 'Somebody from the team comes with them',
  own: 'Somebody they know comes with them',
  alone: 'They come by themselves',
};

export interface Choice {
  readonly place: (typeof places)[number] | null;
  readonly placeWords: string;
  readonly channel: (typeof channels)[number] | null;
  readonly company: (typeof companies)[number] | null;
}

export interface ComingHelp extends Choice {
  readonly id: string;
  readonly personId: string;
  readonly referralId: string;
  readonly decisionId: string;
  readonly offered: readonly Help[];
  readonly notOfferedBecause: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly chosenAt: Date | null;
  readonly chosenBy: 'person' | 'worker' | null;
  readonly version: number;
}

/** What a decision says about coming. */
export interface Offering {
  readonly offered: readonly Help[];
  readonly notOfferedBecause: string;
}

/** A decision for somebody too anxious to come offers one of the helps, or says why none. A reason that would not be kept is not taken. */
export function offeringFaults(gapGroups: readonly (string | null)[], { offered, notOfferedBecause }: Offering): Fault[] {
  const hard = gapGroups.includes(anxiousGroup);
  const said = notOfferedBecause.trim() !== '';
  if (said && !hard) return [{ field: 'coming_not', message: 'This is kept only where coming is hard for them. Empty it.' }];
  if (said && offered.length > 0) return [{ field: 'coming_not', message: 'You offer some of these. Untick them, or empty this.' }];
  if (hard && !said && offered.length === 0)
    return [{ field: 'coming', message: 'Offer one of these, because coming is hard for them. Or say why none.' }];
  return [];
}

export const choiceFaults = (choice: Choice): Fault[] => [
  ...(choice.place === null && choice.channel === null && choice.company === null
    ? [{ field: 'place', message: inEnglish.faults.nothing }]
    : []),
  ...(choice.place === 'other' && choice.placeWords.trim() === '' ? [{ field: 'place_words', message: inEnglish.faults.where }] : []),
];

/** Where they would like to meet, in a few words; '' where they did not say. */
export const placeChosen = ({ place, placeWords: own }: Choice, { places: said }: ComingTexts = inEnglish): string =>
  place === null ? '' : place === 'other' ? own : own ? `${said[place]}: ${own}` : said[place];

/** What they chose, as facts for whoever reads it. */
export const chosenFacts = (choice: Choice): { readonly term: string; readonly value: string }[] =>
  [
    { term: 'Where', value: placeChosen(choice) },
    { term: 'How', value: choice.channel ? inEnglish.channels[choice.channel] : '' },
    { term: 'Company', value: choice.company ? companyWords[choice.company] : '' },
  ].filter(({ value }) => value !== '');

/** What they chose, said to them: 'Outside, such as a walk: by the canal. Face to face. Somebody from the team comes with you.' */
export const chosenSaid = (choice: Choice, texts: ComingTexts = inEnglish): string =>
  [
    placeChosen(choice, texts),
    choice.channel ? texts.channels[choice.channel] : '',
    choice.company ? texts.toldCompany[choice.company] : '',
  ]
    .filter(Boolean)
    .map((words) => `${words}.`)
    .join(' ');

/** For the message about the first visit; undefined where there is nothing to say. */
export const companyInMessage = (help: ComingHelp | null): 'ours' | 'own' | undefined =>
  help?.company === 'ours' || help?.company === 'own' ? help.company : undefined;

export const noneOffered: Problem = {
  status: 409,
  title: 'There is nothing to choose',
  detail: 'Ask the person who supports you. They can offer another place, another way or company.',
};
