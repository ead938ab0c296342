// Somebody invented, as far along as a test needs them, written the way the demo writes its people.
import { firstSteps, stories } from '../../src/demo/invented.ts';
import { type Course, live, type Reached } from '../../src/demo/life.ts';
import { seeded } from '../../src/demo/random.ts';
import { demoStaff } from '../../src/demo/staff/staff.ts';
import { writeRows } from '../../src/demo/write-rows.ts';
import { identifiers } from '../../src/platform/identifiers.ts';
import type { TestHouse } from './house.ts';

export interface Life {
  readonly personId: string;
  readonly accountId: string;
  readonly offerId: string;
}

let lives = 0;

/** Asked three months before the house's now; early help, with Siobhan. */
export async function liveSomebody(
  house: TestHouse,
  reached: Reached,
  more: Partial<Course> & { readonly name?: string } = {},
): Promise<Life> {
  lives += 1;
  const story = stories.find((one) => one.service === 'early-help') ?? stories[0];
  const now = house.clock.now();
  const rows = live(
    {
      identify: identifiers(house.clock),
      apart: identifiers(house.clock),
      random: seeded(1000 + lives),
      now,
      team: (code) => house.place.teams.get(code)?.id ?? '',
      staff: house.staffId,
      staffName: (code) => demoStaff.find((one) => one.code === code)?.name ?? code,
    },
    {
      who: {
        knownAs: more.name ?? 'Nadia',
        givenName: more.name ?? 'Nadia',
        familyName: 'Winstanley',
        pronouns: 'she/her',
        born: '1984-03-02',
        address: '4 Mill Lane',
        postcode: 'TA6 3BL',
        area: 'Bridgwater',
        phone: '07700 900112',
        sharedPhone: true,
      },
      story,
      safeNow: 'yes',
      referrer: null,
      receivedAt: new Date(now.getTime() - 92 * 86_400_000),
      reached,
      team: 'early-help-team',
      pathway: 'early-help',
      service: 'early-help',
      serviceName: 'Early help',
      keyWorker: 'siobhan',
      triagedBy: 'priya',
      measures: [[3, 2, 2, 3, 3, 0, 3, 2, 2, 2]],
      daysToFirstMeeting: 20,
      sessions: 3,
      teamName: 'Early help team',
      ...more,
    },
  );
  await house.database.db.transaction().execute((transaction) => writeRows(transaction, rows));
  const one = (list: readonly { readonly id?: unknown }[] | undefined): string => String(list?.[0]?.id ?? '');
  return { personId: one(rows.person), accountId: one(rows.account), offerId: one(rows.offer) };
}

/** Words that break pages that trust what is typed. */
export const hostile = [
  `<script>alert(1)</script>`,
  `' or 1=1 --`,
  `\u0000\u202e\ufeff`,
  '🧑🏽‍🦽'.repeat(40),
  'x'.repeat(7900),
  '{{7*7}}',
  firstSteps[0],
];
