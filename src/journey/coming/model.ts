// What makes coming possible for somebody who is too anxious to come: the helps that a decision offers, and what the person chooses of them (S6.4). Pure.
import type { Fault, Problem } from '../../platform/problem.ts';

export const helps = ['outreach', 'choice', 'company'] as const;
export type Help = (typeof helps)[number];

/** As the clinician reads it when choosing. */
export const helpWords: Readonly<Record<Help, { readonly offer: string; readonly told: string }>> = {
  outreach: { offer: 'Outreach: the worker comes to them', told: 'Somebody comes to you' },
  choice: { offer: 'A choice of where and how to meet', told: 'You choose where and how you meet' },
  company: { offer: 'Company on the first visit', told: 'Somebody can come with you the first time' },
};

/** The group that is too anxious to come, or not sure it wants to (SOM-13). */
export const anxiousGroup = 'G2';

/** 'Somebody comes to you. You choose where and how you meet.' */
export const toldOf = (offered: readonly Help[]): string => offered.map((help) => `${helpWords[help].told}.`).join(' ');

export const places = ['home', 'outside', 'public', 'ours', 'other'] as const;
export const channels = ['01', '02', '11', '09'] as const;
export const companies = ['ours', 'own', 'alone'] as const;

export const placeWords: Readonly<Record<(typeof places)[number], string>> = {
  home: 'At home',
  outside: 'Outside, such as a walk',
  public: 'A café, a library or somewhere like it',
  ours: 'One of our rooms',
  other: 'Somewhere else',
};
export const channelWords: Readonly<Record<(typeof channels)[number], string>> = {
  '01': 'Face to face',
  '02': 'By telephone first',
  '11': 'By video first',
  '09': 'By text first',
};
export const companyWords: Readonly<
  Record<(typeof companies)[number], { readonly person: string; readonly worker: string; readonly told: string }>
> = {
  ours: {
    person: 'Somebody from the team comes with me',
    worker: 'Somebody from the team comes with them',
    told: 'Somebody from the team comes with you',
  },
  own: { person: 'Somebody I know comes with me', worker: 'Somebody they know comes with them', told: 'Somebody you know comes with you' },
  alone: { person: 'I come by myself', worker: 'They come by themselves', told: 'You come by yourself' },
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
    ? [{ field: 'place', message: 'Choose at least one: where, how, or who comes along.' }]
    : []),
  ...(choice.place === 'other' && choice.placeWords.trim() === '' ? [{ field: 'place_words', message: 'Write where.' }] : []),
];

/** Where they would like to meet, in a few words; '' where they did not say. */
export const placeChosen = ({ place, placeWords: own }: Choice): string =>
  place === null ? '' : place === 'other' ? own : own ? `${placeWords[place]}: ${own}` : placeWords[place];

/** What they chose, as facts for whoever reads it. */
export const chosenFacts = (choice: Choice): { readonly term: string; readonly value: string }[] =>
  [
    { term: 'Where', value: placeChosen(choice) },
    { term: 'How', value: choice.channel ? channelWords[choice.channel] : '' },
    { term: 'Company', value: choice.company ? companyWords[choice.company].worker : '' },
  ].filter(({ value }) => value !== '');

/** What they chose, said to them: 'Outside, such as a walk: by the canal. Face to face. Somebody from the team comes with you.' */
export const chosenSaid = (choice: Choice): string =>
  [placeChosen(choice), choice.channel ? channelWords[choice.channel] : '', choice.company ? companyWords[choice.company].told : '']
    .filter(Boolean)
    .map((words) => `${words}.`)
    .join(' ');

/** For the message about the first visit; undefined where there is nothing to say. */
export const companyInMessage = (help: ComingHelp | null): string | undefined =>
  help?.company === 'ours' ? 'Somebody comes with you.' : help?.company === 'own' ? 'Bring whoever you like.' : undefined;

export const noneOffered: Problem = {
  status: 409,
  title: 'There is nothing to choose',
  detail: 'Ask the person who supports you. They can offer another place, another way or company.',
};
