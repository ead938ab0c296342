// What trust looks like at work in the demo: a restricted record, one opened in an emergency that waits for its review, and sharing without agreement.
import { addDays, localDate } from '../../platform/clock.ts';
import { instantOf } from '../../platform/due.ts';
import { writeTask } from '../../platform/tasks.ts';
import type { Tables } from '../../platform/web/context.ts';
import { reviewByAfter } from '../../trust/emergency/model.ts';
import { safety } from '../../trust/sharing/without-agreement.ts';
import type { Rows, Setting } from '../life.ts';

const hour = 3_600_000;

/** Those whom Siobhan supports now, but for Carol: the last first, so that whoever else the demo shows stays as they are. */
export function supported({ staff }: Setting, lives: readonly Rows[]): string[] {
  return lives
    .filter(({ enrolment, account }) => {
      const open = enrolment?.some(({ keyWorkerId, state }) => keyWorkerId === staff('siobhan') && state === 'active');
      return open && !account?.some(({ name }) => name === 'Carol Whittle');
    })
    .flatMap(({ person }) => person?.[0]?.id ?? [])
    .reverse();
}

/** Runs as the owner of the tables, after the lives were written. */
export async function writeGuarded(tables: Tables, setting: Setting, lives: readonly Rows[]): Promise<void> {
  const [restricted, opened] = supported(setting, lives);
  const carol = lives.find(({ account }) => account?.some(({ name }) => name === 'Carol Whittle'))?.person?.[0]?.id;
  if (restricted) await restrict(tables, setting, restricted);
  if (opened) await open(tables, setting, opened);
  if (carol) await share(tables, setting, carol);
}

async function restrict(tables: Tables, { now, staff, identify }: Setting, personId: string): Promise<void> {
  const since = new Date(now.getTime() - 9 * 24 * hour);
  await tables
    .insertInto('restrictedRecord')
    .values({
      personId,
      reason: 'Works in our finance team.',
      since,
      askedBy: 'worker',
      sourceId: identify(),
      createdAt: since,
      createdBy: staff('siobhan'),
    })
    .execute();
}

/** Yesterday afternoon, for 22 minutes. */
async function open(tables: Tables, { now, staff, staffName, team, identify }: Setting, personId: string): Promise<void> {
  const openedAt = instantOf(addDays(localDate(now), -1), '14:10');
  const until = new Date(openedAt.getTime() + hour);
  const endedAt = new Date(openedAt.getTime() + hour / 2.75);
  const helen = staff('helen');
  const id = identify();
  const words = 'Asked us who changed their address. We look at what was written, and by whom.';
  const why = `Subject access or complaint: ${words}`;
  const row = { personId, accountId: helen, role: 'IG', createdAt: openedAt, createdBy: helen };
  await tables
    .insertInto('emergencyOpening')
    .values({
      ...row,
      id,
      reason: 'rights',
      words,
      categories: ['contact', 'story'],
      openedAt,
      until,
      endedAt,
      teamId: team('early-help-team'),
      reviewBy: reviewByAfter(openedAt),
    })
    .execute();
  await tables
    .insertInto('access')
    .values({
      id: identify(),
      personId,
      accountId: helen,
      role: 'IG',
      relationship: 'break_glass',
      categories: ['contact', 'story'],
      reason: why,
      sourceKind: 'emergency_opening',
      sourceId: id,
      startsAt: openedAt,
      endsAt: endedAt,
      createdBy: helen,
    })
    .execute();
  await writeTask(
    tables,
    {
      personId,
      kind: 'emergency.review',
      words: `${staffName('helen')} opened a record in an emergency. Look at why, and at what was read.`,
      leadsTo: `/emergency/openings/${id}`,
      accountId: staff('dev'),
      teamId: null,
      dueAt: reviewByAfter(openedAt),
    },
    { id: identify(), now: openedAt, by: helen },
  );
  const looks = [
    ['POST /emergency', 'opened the record in an emergency', 0],
    ['GET /people/:person', 'record.read', 1],
    ['GET /people/:person/plan', 'plan.read', 9],
  ] as const;
  for (const [route, kind, minutes] of looks) {
    const entryId = identify();
    const at = new Date(openedAt.getTime() + minutes * 60_000);
    const actor = `${staffName('helen')}, information governance lead`;
    await tables
      .insertInto('auditEntry')
      .values({ id: entryId, at, accountId: helen, actor, role: 'IG', route, kind, outcome: 200, why, request: entryId })
      .execute();
    await tables.insertInto('auditPerson').values({ entryId, personId, at }).execute();
  }
}

/** Three weeks ago, and looked at again in two. */
async function share(tables: Tables, { now, staff, identify }: Setting, personId: string): Promise<void> {
  const council = await tables.selectFrom('organisation').select('id').where('code', '=', 'chorley-council').executeTakeFirst();
  if (!council) return;
  const day = addDays(localDate(now), -21);
  const decidedAt = instantOf(day, '11:20');
  const reviewOn = addDays(day, 35);
  const id = identify();
  await tables
    .insertInto('sharingWithoutAgreement')
    .values({
      id,
      personId,
      organisationId: council.id,
      categories: ['contact', 'housing'],
      purpose: safety,
      what: 'That the heating had failed, and the address.',
      lawfulBasis: '6_1_d',
      reason: 'It was freezing, and nobody could reach you for two days.',
      decidedBy: staff('dev'),
      decidedAt,
      told: true,
      reviewOn,
      createdAt: decidedAt,
      createdBy: staff('dev'),
    })
    .execute();
  await writeTask(
    tables,
    {
      personId,
      kind: 'sharing.review',
      words: 'Look again at what was shared without agreement.',
      leadsTo: `/people/${personId}/sharing/without/${id}`,
      accountId: staff('dev'),
      teamId: null,
      dueAt: instantOf(reviewOn, '17:00'),
    },
    { id: identify(), now: decidedAt, by: staff('dev') },
  );
}
