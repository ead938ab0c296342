// Prepares the database of a real service: its tables, its place from blueprints, and the first administrator.
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { choicesByOrder, toSettle } from '../place/setting-up/differences.ts';
import { type ReadPlace, readPlace } from '../place/setting-up/read-place.ts';
import { writePlace } from '../place/setting-up/write-place.ts';
import { localDate, systemClock } from '../platform/clock.ts';
import { accessTo } from '../platform/database/as.ts';
import { openDatabase } from '../platform/database/connection.ts';
import { identifiers } from '../platform/identifiers.ts';
import { InstallationFault } from '../platform/installation-fault.ts';
import { startPostgresFor } from '../platform/postgres/for-settings.ts';
import { prepareDatabase } from '../platform/prepare-database.ts';
import { givenLogins, readSettings } from '../platform/settings.ts';
import type { Tables } from '../platform/web/context.ts';
import { hashPassword } from '../trust/accounts/password.ts';
import { askSecret } from './ask-secret.ts';
import { type Command, UsageFault } from './command.ts';
import { readOptions } from './options.ts';

const passwordName = 'ONEDOOR_ADMIN_PASSWORD';
const shortest = 12;

export const command: Command = {
  help: `Prepares the database of a real service. Run it once before "onedoor start", and again after a change of blueprints.

  onedoor setup --blueprint NAME --name "Westmere wellbeing" --admin-email you@example.org

  --blueprint NAME      a folder of blueprints/; say it again for each that the place has.
                        Where two front doors differ, the first named holds
  --name WORDS          the name of the place
  --admin-email EMAIL   the first administrator, who signs in with it
  --admin-name WORDS    their name; otherwise Administrator

It asks for the administrator’s password, of at least ${shortest} characters, or takes it from ${passwordName}.
It needs ONEDOOR_MODE=production, DATABASE_URL and PUBLIC_URL. A database of a demo is refused.`,

  async run(words, { environment, signal, say, tell, progress }) {
    const { values } = readOptions(words, {
      blueprint: { type: 'string', multiple: true },
      name: { type: 'string' },
      'admin-email': { type: 'string' },
      'admin-name': { type: 'string', default: 'Administrator' },
    });
    const { name } = values;
    const email = z.email().safeParse(values['admin-email']?.trim().toLowerCase());
    if (!values.blueprint) throw new UsageFault('Name at least one blueprint with --blueprint.');
    if (!name?.trim()) throw new UsageFault('Name the place with --name.');
    if (!email.success) throw new UsageFault('Give the administrator’s e-mail address with --admin-email.');
    const { [passwordName]: given, ...others } = environment;
    const { settings, warnings } = readSettings(others);
    for (const warning of warnings) tell(warning);
    if (settings.mode !== 'production')
      throw new InstallationFault('A demo needs no setup. For a real service set ONEDOOR_MODE=production, DATABASE_URL and PUBLIC_URL.');
    const read = readPlace(values.blueprint);
    refuseConflicts(read);
    for (const words of choicesByOrder(read.place)) tell(words);
    if (read.place.demo) tell('These blueprints hold names marked (demo). Copy the folder and put in your own before anybody uses it.');

    const postgres = await startPostgresFor(settings);
    try {
      await prepareDatabase(
        {
          url: postgres.url,
          signal,
          onProgress: ({ migration: { summary }, number, of }) => progress(number, of, summary),
        },
        givenLogins(settings),
      );
      if (signal.aborted) return 0;
      const database = openDatabase({ url: postgres.url, most: 2, onLost: () => undefined });
      try {
        const as = accessTo(database.db, systemClock);
        const known = await as({ kind: 'worker', job: 'set up the place' }, (tables) => whatIsThere(tables, email.data));
        if (known.demo)
          throw new InstallationFault('This database holds a demo with invented people. Name an empty database in DATABASE_URL.');
        const password = known.administrator ? '' : await passwordFrom(given, signal);
        const passwordHash = known.administrator ? '' : await hashPassword(password);
        const identify = identifiers(systemClock);
        await as({ kind: 'worker', job: 'set up the place' }, async (tables) => {
          const now = systemClock.now();
          await writePlace(tables, identify, read, { name: name.trim(), demo: false, secret: randomBytes(32), now });
          if (!known.administrator)
            await writeAdministrator(tables, {
              accountId: identify(),
              membershipId: identify(),
              email: email.data,
              name: values['admin-name'],
              passwordHash,
              now,
              role: roleOfAdministrator(read),
            });
        });
        say(
          known.administrator
            ? `The place is up to date. ${email.data} had an account already and keeps its password.`
            : `The place is ready. ${email.data} can sign in.`,
        );
        say('Open it with "onedoor start".');
        return 0;
      } finally {
        await database.close();
      }
    } finally {
      await postgres.stop();
    }
  },
};

function refuseConflicts({ place }: ReadPlace): void {
  const conflicts = toSettle(place);
  if (conflicts.length === 0) return;
  throw new InstallationFault(
    ['The blueprints contradict each other.', ...conflicts.map(({ message, fix }) => `${message} ${fix}`)].join('\n  '),
  );
}

async function whatIsThere(tables: Tables, email: string): Promise<{ readonly demo: boolean; readonly administrator: boolean }> {
  const place = await tables.selectFrom('place').select('demo').executeTakeFirst();
  const invented = await tables.selectFrom('account').select('id').where('demo', '=', true).limit(1).executeTakeFirst();
  const account = await tables.selectFrom('account').select('kind').where('email', '=', email).executeTakeFirst();
  if (account && account.kind !== 'staff')
    throw new InstallationFault('That e-mail address belongs to somebody who is not staff here. Give another.');
  return { demo: place?.demo === true || invented !== undefined, administrator: account !== undefined };
}

async function passwordFrom(given: string | undefined, signal: AbortSignal): Promise<string> {
  const password = given ?? (await askSecret(`Password for the administrator, at least ${shortest} characters: `, signal));
  if (password.length < shortest) throw new InstallationFault(`The password is shorter than ${shortest} characters. Choose a longer one.`);
  if (given === undefined && (await askSecret('The same again: ', signal)) !== password)
    throw new InstallationFault('The two were not the same. Nothing was set up.');
  return password;
}

const roleOfAdministrator = ({ place }: ReadPlace): string => place.roles.find(({ access }) => access === 'ADM')?.code ?? 'administrator';

interface Administrator {
  readonly accountId: string;
  readonly membershipId: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly now: Date;
  readonly role: string;
}

async function writeAdministrator(
  tables: Tables,
  { accountId, membershipId, email, name, passwordHash, now, role }: Administrator,
): Promise<void> {
  const team = await tables.selectFrom('team').select('id').orderBy('triages', 'desc').orderBy('code').limit(1).executeTakeFirst();
  if (!team) throw new InstallationFault('The blueprints have no team, and an administrator belongs to one. Add a team.');
  await tables
    .insertInto('account')
    .values({ id: accountId, kind: 'staff', email, name, job: 'administrator', passwordHash, createdAt: now })
    .execute();
  await tables
    .insertInto('membership')
    .values({ id: membershipId, accountId, teamId: team.id, role, access: 'ADM', startsOn: localDate(now) })
    .execute();
}
