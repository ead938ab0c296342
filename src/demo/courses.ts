// Who is in the demo and how far each has come: about two years of people, today's queue, and the few whom the tour and the pictures follow by name.
import { addDays, localDate } from '../platform/clock.ts';
import { instantOf } from '../platform/due.ts';
import { familyNames, givenNames, type InventedStory, stories, streets, towns } from './invented.ts';
import type { Course, Reached, Setting, Who } from './life.ts';
import type { Random } from './random.ts';

const services: Readonly<
  Record<InventedStory['service'], { team: string; teamName: string; pathway: string; name: string; keyWorker: string }>
> = {
  'early-help': { team: 'early-help-team', teamName: 'Early help team', pathway: 'early-help', name: 'Early help', keyWorker: 'siobhan' },
  outreach: { team: 'outreach-team', teamName: 'Outreach team', pathway: 'outreach', name: 'Outreach', keyWorker: 'amara' },
  'complex-emotional-needs': {
    team: 'pathways-team',
    teamName: 'Specific pathways team',
    pathway: 'complex-emotional-needs',
    name: 'Strong emotions and relationships pathway',
    keyWorker: 'amara',
  },
  'self-harm': {
    team: 'pathways-team',
    teamName: 'Specific pathways team',
    pathway: 'self-harm',
    name: 'Self-harm pathway',
    keyWorker: 'amara',
  },
};

const ethnicities = ['A', 'A', 'A', 'A', 'A', 'A', 'C', 'C', 'D', 'H', 'J', 'K', 'M', 'N', 'S', 'Z'] as const;
const letters = 'ABDEFGHJLNPQRSTUWXYZ';

function somebody(random: Random): Who {
  const [givenName, pronouns] = random.pick(givenNames);
  const place = random.pick(towns);
  const year = 2026 - random.between(18, 72);
  const two = (number: number): string => String(number).padStart(2, '0');
  const letter = (): string => letters[random.between(0, letters.length - 1)] ?? 'A';
  return {
    givenName,
    knownAs: givenName,
    familyName: random.pick(familyNames),
    pronouns,
    born: `${year}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`,
    address: `${random.between(1, 120)} ${random.pick(streets)}`,
    postcode: `${place.district} ${random.between(1, 9)}${letter()}${letter()}`,
    area: place.area,
    // A range that is kept for drama and never given to anybody.
    phone: `07700 900${String(random.between(0, 999)).padStart(3, '0')}`,
    sharedPhone: random.chance(0.25),
    ...(random.chance(0.05) ? { interpreter: random.pick(['pl', 'so', 'ar']) } : {}),
    ...(random.chance(0.85)
      ? { ethnicCategory: random.pick(ethnicities), genderIdentity: pronouns === 'she/her' ? '2' : pronouns === 'he/him' ? '1' : '3' }
      : {}),
  };
}

/** Ten item scores of 0 to 4 that add up to a total. */
function itemsFor(random: Random, total: number): number[] {
  const items = Array.from({ length: 10 }, () => 0);
  for (let left = Math.max(0, Math.min(40, Math.round(total))); left > 0; ) {
    const index = random.between(0, 9);
    if ((items[index] ?? 4) >= 4) continue;
    items[index] = (items[index] ?? 0) + 1;
    left -= 1;
  }
  return items;
}

/** A first score, then one about every other session, most of them falling. Some people never have a second. */
function measuresFor(random: Random, sessions: number): readonly (readonly number[])[] {
  const list: (readonly number[])[] = [];
  let total = random.normal(22, 5.5);
  for (let index = 0; index < sessions; index += 1) {
    if (index > 0) total -= random.normal(1.6, 1.7);
    const taken = index === 0 ? random.chance(0.92) : index === sessions - 1 ? random.chance(0.85) : index % 2 === 0;
    if (taken) list[index] = itemsFor(random, total);
  }
  return list;
}

const storyAt = (index: number): InventedStory => stories[index % stories.length] ?? stories[0];

interface Draft {
  readonly reached: Reached;
  readonly receivedAt: Date;
  readonly story?: InventedStory;
  readonly who?: Partial<Who>;
  readonly sessions?: number;
  readonly safeNow?: Course['safeNow'];
  readonly keyWorker?: string;
  readonly measures?: Course['measures'];
  readonly referred?: boolean;
  readonly next?: Course['next'];
  readonly turn?: Course['turn'];
}

/** Somebody whose first offer did not fit is met later. */
const daysAfterTurn = 8;

/** One in eight ways turns once; most because the team that was asked was not the best fit. */
const turnAt = (index: number): Pick<Draft, 'turn'> =>
  index % 8 === 5 ? { turn: index % 24 === 13 ? 'decided again' : 'given back' } : {};

function courseOf(setting: Setting, draft: Draft): Course {
  const { random } = setting;
  const story = draft.story ?? random.pick(stories);
  const service = services[story.service];
  // Waits have come down: early help opened more places in the second year.
  const year2 = draft.receivedAt > new Date(setting.now.getTime() - 365 * 86_400_000);
  const sessions = draft.sessions ?? random.between(4, 9);
  return {
    who: { ...somebody(random), ...draft.who },
    story,
    safeNow: draft.safeNow ?? (random.chance(0.7) ? 'yes' : random.chance(0.5) ? 'not_sure' : 'declined'),
    referrer:
      (draft.referred ?? random.chance(0.3))
        ? { account: 'joan', name: 'Joan Pickup', job: 'housing officer', organisation: 'Chorley Council', phone: '01632 960188' }
        : null,
    receivedAt: draft.receivedAt,
    reached: draft.reached,
    team: service.team,
    pathway: service.pathway,
    service: story.service,
    serviceName: service.name,
    keyWorker: draft.keyWorker ?? service.keyWorker,
    triagedBy: 'priya',
    measures: draft.measures ?? measuresFor(random, sessions),
    daysToFirstMeeting: Math.max(draft.turn ? daysAfterTurn : 2, Math.round(random.normal(year2 ? 19 : 31, 9))),
    sessions,
    teamName: service.teamName,
    ...(draft.next ? { next: draft.next } : {}),
    ...(draft.turn ? { turn: draft.turn } : {}),
  };
}

/** About 240 people; always the same for the same seed. */
export function demoCourses(setting: Setting): Course[] {
  const { random, now } = setting;
  const today = localDate(now);
  const ago = (days: number, time: string): Date => instantOf(addDays(today, -days), time);
  const times = ['08:40', '10:05', '11:50', '14:20', '16:45', '19:30', '22:10'] as const;
  const past = (days: number): Date => ago(days, random.pick(times));
  const courses: Course[] = [];
  const add = (draft: Draft): void => {
    courses.push(courseOf(setting, draft));
  };
  // Today's queue, the soonest promise first. Priya's twelve.
  const queue: readonly Draft[] = [
    {
      reached: 'waiting',
      receivedAt: ago(0, '07:20'),
      story: storyAt(5),
      safeNow: 'not_sure',
      who: { givenName: 'Jodie', knownAs: 'Jodie', pronouns: 'she/her', born: '1997-03-08', familyName: 'Rigby', sharedPhone: true },
    },
    {
      reached: 'reading',
      receivedAt: ago(2, '11:40'),
      story: storyAt(2),
      safeNow: 'yes',
      who: { givenName: 'Nasra', knownAs: 'Nasra', pronouns: 'she/her', familyName: 'Warsame', born: '1985-06-19', interpreter: 'so' },
    },
    {
      reached: 'waiting',
      receivedAt: ago(2, '15:05'),
      story: storyAt(4),
      referred: true,
      who: { givenName: 'Tom', knownAs: 'Tom', pronouns: 'he/him', familyName: 'Hargreaves', born: '1968-01-27' },
    },
    { reached: 'countersign', receivedAt: ago(1, '10:43'), story: storyAt(3), referred: false },
    ...[20, 19, 17, 16, 14, 11, 9, 3].map(
      (hours, index): Draft => ({
        reached: 'waiting',
        receivedAt: new Date(now.getTime() - hours * 3_600_000),
        story: storyAt(index * 5 + 1),
      }),
    ),
  ];
  for (const draft of queue) add(draft);
  // Offered and waiting for a team to say yes.
  for (let index = 0; index < 4; index += 1)
    add({ reached: 'offered', receivedAt: ago(3 + index, '13:15'), story: storyAt([0, 7, 9, 2][index] ?? 0) });
  // Carol, whose record and own page the pictures show.
  add({
    reached: 'active',
    receivedAt: ago(170, '21:35'),
    story: storyAt(0),
    safeNow: 'yes',
    referred: false,
    keyWorker: 'siobhan',
    next: { day: today, time: '14:00' },
    sessions: 14,
    who: {
      givenName: 'Carol',
      knownAs: 'Carol',
      familyName: 'Whittle',
      pronouns: 'she/her',
      born: '1974-05-04',
      address: '14 Canal Street',
      postcode: 'TA6 3DR',
      area: 'Bridgwater',
      phone: '07700 900461',
      sharedPhone: true,
      ethnicCategory: 'A',
      genderIdentity: '2',
    },
    measures: Object.assign([], {
      0: itemsFor(random, 26),
      1: itemsFor(random, 25),
      2: itemsFor(random, 27),
      4: itemsFor(random, 21),
      6: itemsFor(random, 18),
      8: itemsFor(random, 14),
    }),
  });
  // Two more of today's meetings for her worker, then everybody else who is being supported.
  for (const time of ['10:00', '11:30'])
    add({ reached: 'active', receivedAt: past(random.between(60, 120)), story: storyAt(1), next: { day: today, time } });
  for (let index = 0; index < 40; index += 1) add({ reached: 'active', receivedAt: past(random.between(25, 190)), ...turnAt(index) });
  for (let index = 0; index < 172; index += 1) add({ reached: 'ended', receivedAt: past(random.between(150, 725)), ...turnAt(index) });
  for (let index = 0; index < 9; index += 1) add({ reached: 'withdrawn', receivedAt: past(random.between(20, 700)) });
  return courses;
}
