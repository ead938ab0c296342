// Names, streets and sentences for invented people. Nobody here is real, and no sentence was ever said by anybody.

const listed = (names: string): string[] => names.trim().split(/\s+/);

const women = listed(`
  Aaliyah Agnieszka Amina Anwen Beatrix Bronwen Daisy Devi Edith Eilidh Fatima Gwen Hannah Imogen Ines
  Jodie Kasia Leanne Lorna Maisie Mei Nadia Nasra Niamh Parveen Rosa Samira Shauna Tegan Thandi Yasmin
  Yusra Zara
`);
const men = listed(`
  Abdi Alfie Arjun Bilal Callum Chidi Dariusz Delroy Finlay Hamza Idris Jamal Kieran Lewis Marek
  Oliver Opeyemi Rafiq Rhys Stefan Tariq Tom Victor Winston Zoltan
`);
const neither = listed('Frankie Robyn');

/** First names with their pronouns, in the order of the alphabet. */
export const givenNames: readonly (readonly [name: string, pronouns: string])[] = [
  ...women.map((name) => [name, 'she/her'] as const),
  ...men.map((name) => [name, 'he/him'] as const),
  ...neither.map((name) => [name, 'they/them'] as const),
].toSorted(([one], [other]) => (one < other ? -1 : 1));

export const familyNames: readonly string[] = listed(`
  Abbott Adeyemi Ahmed Ashworth Bailey Barrow Begum Bello Birtwistle Blackwood Carver Chowdhury Clegg
  Coombes Darby Dowling Eccles Evans Fairclough Farrow Gale Greenhalgh Grzelak Hargreaves Hassan
  Holloway Hurst Iqbal Jarvis Kaur Kershaw Kowalczyk Lamb Livesey Marsden Mensah Mistry Morgan Nowak
  Nuttall Okoro Osborne Parfitt Pearce Quinn Rigby Roper Sandhu Sharples Singh Slater Tanner Thorpe
  Underhill Vowles Warsame Whitlock Winstanley Yarde Zielinski
`);

export const streets = [
  'Orchard Row',
  'Mill Lane',
  'Canal Street',
  'Quay View',
  'Hollow Road',
  'Station Terrace',
  'Priory Close',
  'Tannery Yard',
  'Blackthorn Way',
  'Chapel Hill',
] as const;

/** Towns of the demo, the area as people say it, and a postcode district. The rest of each postcode is invented. */
export const towns = [
  { town: 'Bridgwater', area: 'Bridgwater', district: 'TA6' },
  { town: 'Wells', area: 'Mendip area', district: 'BA5' },
  { town: 'Taunton', area: 'Taunton', district: 'TA1' },
  { town: 'Yeovil', area: 'South Somerset', district: 'BA20' },
  { town: 'Minehead', area: 'West Somerset', district: 'TA24' },
] as const;

export interface InventedStory {
  readonly words: string;
  readonly about: readonly string[];
  readonly help: string;
  readonly hard: string;
  readonly service: 'early-help' | 'outreach' | 'complex-emotional-needs' | 'self-harm';
}

/** What people say happened, what would help and what has been hard, each with the kind of support that usually follows. */
export const stories: readonly [InventedStory, ...InventedStory[]] = [
  {
    words: 'I keep waking at 3 and I’m scared of losing the flat. I stop opening letters.',
    about: ['sleep', 'home', 'money'],
    help: 'Somebody to sit with me while I open the post.',
    hard: 'Ringing the council. I get cut off and give up.',
    service: 'early-help',
  },
  {
    words: 'Since Dad died I can’t get going. Work has been patient but I think that is running out.',
    about: ['loss', 'work', 'feelings'],
    help: 'Talking to someone who has lost a parent too.',
    hard: 'Mornings, and the drive past his house.',
    service: 'early-help',
  },
  {
    words: 'I haven’t been past the end of our road since June. My sister does the shopping.',
    about: ['feelings'],
    help: 'If someone could come here first.',
    hard: 'Waiting rooms. I left the last one before my name was called.',
    service: 'outreach',
  },
  {
    words: 'Everything is too loud and too fast. I shout at people I love and then hate myself for it.',
    about: ['relationships', 'feelings'],
    help: 'Learning what to do before I shout.',
    hard: 'Being told to calm down.',
    service: 'complex-emotional-needs',
  },
  {
    words: 'I was doing all right until the hours were cut. Now it is food or heating by the 20th.',
    about: ['money', 'work'],
    help: 'Sorting out what I can claim.',
    hard: 'Asking for help at all.',
    service: 'early-help',
  },
  {
    words: 'I’ve started hurting myself again when the house goes quiet. I don’t want to be told off.',
    about: ['feelings', 'sleep'],
    help: 'Somebody who will not panic.',
    hard: 'Hiding it from the kids.',
    service: 'self-harm',
  },
  {
    words: 'Our baby is five months and I feel nothing. Everyone says how lucky we are.',
    about: ['feelings', 'relationships', 'sleep'],
    help: 'One hour a week that is mine.',
    hard: 'Nights, and other people’s photos.',
    service: 'early-help',
  },
  {
    words: 'I moved here for a job that fell through. I know nobody and I’ve stopped going out.',
    about: ['work', 'home', 'feelings'],
    help: 'A reason to get out of the door.',
    hard: 'Weekends.',
    service: 'early-help',
  },
  {
    words: 'My ex still has a key. I jump at every sound and can’t think straight.',
    about: ['relationships', 'home', 'sleep'],
    help: 'Feeling safe in my own kitchen.',
    hard: 'Not knowing who to trust with this.',
    service: 'outreach',
  },
  {
    words: 'I care for my mum and I’ve run dry. I cried in the chemist and the lady gave me this number.',
    about: ['caring', 'feelings'],
    help: 'A break, and someone who asks about me.',
    hard: 'Feeling guilty for being tired.',
    service: 'early-help',
  },
  {
    words: 'I did the online course and it wasn’t for me. I’d rather talk to somebody who’s been there.',
    about: ['feelings'],
    help: 'A person, not a screen.',
    hard: 'Starting again from the beginning with each new worker.',
    service: 'early-help',
  },
  {
    words: 'I drink to sleep and it has stopped working. I want to get back on the tools.',
    about: ['substances', 'sleep', 'work'],
    help: 'Something to do in the evenings.',
    hard: 'Friday nights.',
    service: 'outreach',
  },
];

export const goals: readonly [string, ...string[]] = [
  'Have people I can ring who aren’t paid to listen.',
  'Keep this flat past Christmas.',
  'Open my post on the day it comes.',
  'Walk to the library and back on my own.',
  'Sleep through until five.',
  'Get back on site two days a week.',
  'Have Sunday dinner with my sister again.',
  'Say no without falling out.',
];

export const firstSteps: readonly [string, ...string[]] = [
  'Ring together about the letter',
  'Go along to the first group together',
  'Text on Wednesday to say how it went',
  'Fill in the claim over a brew',
  'Try the walk before it gets busy',
  'Ask my sister about Sunday',
];

export const notes: readonly [readonly [string, string, string], ...(readonly [string, string, string])[]] = [
  [
    'We opened six letters and sorted them into three piles. One needed an answer and we wrote it together.',
    'I bring the next ones on Thursday. Text the day before.',
    'Lighter than I came in.',
  ],
  [
    'Talked about the week. Slept five nights of seven. Rang the sister on Sunday and it was all right.',
    'Try the short walk twice before we meet again.',
    'Tired but steadier.',
  ],
  [
    'Went to the library group together and stayed for tea. Spoke to two people.',
    'Go on own next week and text after.',
    'Nervous, then quite proud.',
  ],
  [
    'A hard week: an argument, then two days in bed. We looked at what set it off and what helped last time.',
    'Use the list on the fridge first. Ring if it is not enough.',
    'Flat. Glad I came anyway.',
  ],
  [
    'Looked at the stay-well plan and changed two lines into own words. Planned who to call in January.',
    'Meet once more in three weeks, then by phone.',
    'Ready, mostly.',
  ],
];
