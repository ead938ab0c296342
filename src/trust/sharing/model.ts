// The words of sharing choices: what a person says about each agency, apart from the law that may oblige us in danger.

export type ChoiceState = 'asked' | 'agreed' | 'declined' | 'withdrawn' | 'expired';

/** What sharing is for when somebody asks for help. An agreement between organisations opens only what the person chose for the same purpose. */
export const support = 'support';

/** The three answers to “May we share this with others who could help?”; what was not answered is to be asked. */
export const stateOfAnswer: Readonly<Record<string, 'asked' | 'agreed' | 'declined'>> = { yes: 'agreed', no: 'declined', ask_me: 'asked' };

export interface SharingChoice {
  readonly id: string;
  readonly organisation: string;
  readonly categories: readonly string[];
  readonly state: ChoiceState;
  readonly version: number;
  readonly createdAt: Date;
}

export const stateInWords: Readonly<Record<ChoiceState, string>> = {
  asked: 'You want to be asked first',
  agreed: 'You said yes',
  declined: 'You said no',
  withdrawn: 'You took back your yes',
  expired: 'Your yes has ended',
};

export const choiceForStaff: Readonly<Record<ChoiceState, string>> = {
  asked: 'Ask them first',
  agreed: 'They said yes',
  declined: 'They said no',
  withdrawn: 'They took back their yes',
  expired: 'Their yes has ended',
};

/** The newest choice for each agency, by its name. */
export function newestOf(choices: readonly SharingChoice[]): SharingChoice[] {
  const newest = new Map<string, SharingChoice>();
  for (const choice of choices) {
    const known = newest.get(choice.organisation);
    if (!known || known.createdAt < choice.createdAt) newest.set(choice.organisation, choice);
  }
  return [...newest.values()].sort((a, b) => a.organisation.localeCompare(b.organisation, 'en-GB'));
}
