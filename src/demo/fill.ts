// Makes the demo: the place from its blueprints, its staff, and two years of invented people. The same every time, from a fixed seed and a fixed morning.
import { releaseReports } from '../learning/reports/actions.ts';
import type { ReadPlace } from '../place/setting-up/read-place.ts';
import { writePlace } from '../place/setting-up/write-place.ts';
import type { Database } from '../platform/database/connection.ts';
import { identifiers } from '../platform/identifiers.ts';
import { prepareDatabase } from '../platform/prepare-database.ts';
import { demoMorning } from './clock.ts';
import { demoCourses } from './courses.ts';
import { writeAdvice } from './journey/advice.ts';
import { writeComing } from './journey/coming.ts';
import { letterToPost } from './journey/letters.ts';
import { writeMeasureLanguages } from './journey/measures.ts';
import { concerns } from './journey/safeguarding.ts';
import { told } from './journey/told.ts';
import { live, type Setting } from './life.ts';
import { writeChanges } from './place/changes.ts';
import { writeLights } from './place/lights.ts';
import { seeded } from './random.ts';
import { demoStaff } from './staff/staff.ts';
import { writeStaff } from './staff/write-staff.ts';
import { writeGuarded } from './trust/guarded.ts';
import { writeSharing } from './trust/sharing.ts';
import { writeToldOnce } from './trust/told-once.ts';
import { gather, writeRows } from './write-rows.ts';

/** Name of the demo's invented place. */
export const demoPlaceName = 'Westmere (demo)';

export interface FillOptions {
  readonly database: Database;
  readonly read: ReadPlace;
  /** The real instant from which the demo's clock counts. */
  readonly startedAt: Date;
  /** Signs the demo's forms; kept when filled again, so that pages already open still work. */
  readonly secret: Buffer;
  /** Empties the database first. Only ever done to a demo. */
  readonly again?: boolean;
  progress?(done: number, of: number, words: string): void;
}

export async function fillDemo({ database, read, startedAt, secret, again = false, progress }: FillOptions): Promise<void> {
  if (again) {
    // The audit refuses to be emptied, by anybody. A demo starts again with new tables instead.
    await database.pool.query('drop schema public cascade; create schema public');
    await prepareDatabase({ url: database.url });
  }
  const random = seeded(4821);
  const identify = identifiers({ now: () => demoMorning }, random.bytes);
  progress?.(1, 3, 'inventing a place');
  await database.db.transaction().execute(async (transaction) => {
    await writePlace(transaction, identify, read, { name: demoPlaceName, demo: true, secret, now: demoMorning, demoStartedAt: startedAt });
    const staffIds = await writeStaff(
      transaction,
      identify,
      demoStaff.filter(({ joinedLast }) => !joinedLast),
      demoMorning,
    );
    const teams = new Map((await transaction.selectFrom('team').select(['id', 'code']).execute()).map((team) => [team.code, team.id]));
    const known = (from: ReadonlyMap<string, string>, code: string): string => {
      const id = from.get(code);
      if (!id) throw new Error(`The demo names “${code}”, which is not there.`);
      return id;
    };
    const setting: Setting = {
      identify,
      apart: identifiers({ now: () => demoMorning }, seeded(2291).bytes),
      random,
      now: demoMorning,
      team: (code) => known(teams, code),
      staff: (code) => known(staffIds, code),
      staffName: (code) => demoStaff.find((one) => one.code === code)?.name ?? code,
    };
    progress?.(2, 3, 'inventing 240 people');
    const lives = demoCourses(setting).map((course) => live(setting, course));
    progress?.(3, 3, 'writing them down');
    const codes = new Map([...staffIds].map(([code, id]) => [id, code]));
    const messages = told(
      { identify, now: demoMorning, nameOf: (id) => setting.staffName(codes.get(id) ?? ''), placeName: demoPlaceName },
      lives,
    );
    await writeRows(transaction, gather([...lives, messages]));
    await writeGuarded(transaction, setting, lives);
    await releaseReports(transaction, {
      identify,
      now: demoMorning,
      place: { name: demoPlaceName, blueprint: read.place },
      madeBy: 'Dev Patel',
    });
    await writeAdvice(transaction, setting);
    await writeLights(transaction, setting);
    await writeComing(transaction, setting);
    const last = demoStaff.filter(({ joinedLast }) => joinedLast);
    for (const [code, id] of await writeStaff(transaction, identify, last, demoMorning)) staffIds.set(code, id);
    await writeRows(transaction, concerns(setting, read.place.safeguarding[0]));
    await writeChanges(transaction, setting, read.place.services);
    await writeMeasureLanguages(transaction, setting);
    await writeSharing(transaction, setting, lives);
    await writeToldOnce(transaction, setting, lives);
    await letterToPost(transaction, setting, { name: demoPlaceName, plainSender: read.place.plainSender });
  });
  await database.pool.query('analyze');
}
