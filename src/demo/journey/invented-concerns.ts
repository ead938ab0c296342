// Whom the invented concerns are about: one of every age, at every place on the way. Nobody here is real.
import type { ConcernState } from '../../journey/safeguarding/model.ts';

export interface InventedConcern {
  readonly given: string;
  readonly family: string;
  readonly born: string | null;
  readonly route: 'adult' | 'child';
  readonly concerns?: readonly string[];
  readonly about: string;
  readonly saw: string;
  readonly opinion: string;
  readonly madeSafe: string;
  readonly view: string;
  /** Working days ago, and the time of day, at which it was sent; null where it waits to be read. */
  readonly sent: { readonly ago: number; readonly time: string } | null;
  readonly level: 'L4' | 'L3' | 'L2';
  readonly state: ConcernState;
  readonly supported?: boolean;
}

export const inventedConcerns: readonly InventedConcern[] = [
  {
    given: 'Aisha',
    family: 'Rahim',
    born: '2014-06-30',
    route: 'child',
    about: 'Alone at home at night',
    level: 'L3',
    state: 'acknowledged',
    sent: { ago: 7, time: '10:20' },
    saw: 'She said: “Mum works nights now. I make the tea for my brother.” She fell asleep twice in the library on Monday.',
    opinion: 'She is proud of it, and she is very tired.',
    madeSafe: 'Their aunt sleeps there until the end of the month.',
    view: 'Aisha wants to stay at home. Her mum wants somebody for the nights.',
  },
  {
    given: 'Derek',
    family: 'Ainscough',
    born: '1951-03-09',
    route: 'adult',
    about: 'Money taken by a visitor',
    level: 'L2',
    state: 'screening',
    sent: { ago: 5, time: '15:45' },
    supported: true,
    saw: 'His card was gone on pension day for the third month. He said: “He is only borrowing it.”',
    opinion: 'He is lonely, and he is afraid to lose the visits.',
    madeSafe: 'The bank has stopped the card, and he has a new one at the counter.',
    view: 'He wants his card back and the company to stay.',
  },
  {
    given: 'Zofia',
    family: 'Nowicka',
    born: '2003',
    route: 'adult',
    about: 'Shouted at and locked out',
    level: 'L3',
    state: 'acknowledged',
    sent: { ago: 2, time: '11:10' },
    saw: 'She came to the desk without shoes. She said: “He locks the door when I am late.”',
    opinion: 'She looked at the door all the time.',
    madeSafe: 'She stays with a friend this week.',
    view: 'She wants her papers out of the flat, and nobody at his work to know.',
  },
  {
    given: 'Leo',
    family: 'Marsden',
    born: '2023-02-11',
    route: 'child',
    about: 'No food in the house',
    level: 'L3',
    state: 'acknowledged',
    sent: { ago: 1, time: '13:30' },
    saw: 'The cupboards were empty and the cooker was cut off. Leo had a bottle of squash.',
    opinion: 'His dad is ashamed to ask.',
    madeSafe: 'A food parcel and a prepaid key came the same afternoon.',
    view: 'His dad wants help with the meter, and agreed to this.',
  },
  {
    given: 'Callum',
    family: 'Reeve',
    born: '2009-09-17',
    route: 'child',
    about: 'New phone, older friends',
    level: 'L3',
    state: 'sent',
    sent: { ago: 1, time: '16:40' },
    saw: 'He had two phones and a lift in a car his mum does not know.',
    opinion: 'Somebody may be using him.',
    madeSafe: 'His mum drives him this week, and the school knows.',
    view: 'He says it is nothing. He would talk to the boxing coach.',
  },
  {
    given: 'Sheila',
    family: 'Omerod',
    born: null,
    route: 'adult',
    about: 'Not eating, door not opened',
    level: 'L2',
    state: 'sent',
    sent: { ago: 1, time: '09:15' },
    saw: 'Three days of post on the mat. Through the letter box she said: “Leave it, love.”',
    opinion: 'The flat was cold, and she used to come out for a chat.',
    madeSafe: 'A neighbour she trusts has taken in soup, and looks in twice a day.',
    view: 'She was asked through the door, and said she is fine.',
  },
  {
    given: 'Frank',
    family: 'Tattersall',
    born: '1988-11-02',
    route: 'adult',
    about: 'Bruises he does not explain',
    level: 'L3',
    state: 'raised',
    sent: null,
    saw: 'Both arms were bruised above the elbow. He said: “I walked into the door.”',
    opinion: 'His carer answered for him.',
    madeSafe: 'He is at the day centre until four, and a worker goes home with him.',
    view: 'He asked that somebody speak to him alone.',
  },
];
