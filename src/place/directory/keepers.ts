// Who keeps an entry right: the teams that give a service of ours, a team that was asked, or its own provider by a link that ends.
import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Identify } from '../../platform/identifiers.ts';
import { writeMessage } from '../../platform/messages/write-message.ts';
import type { Context, Tables, Visitor } from '../../platform/web/context.ts';

/** Days for which a provider’s link opens their entry (demo). */
export const linkDays = 30;
const day = 86_400_000;

const hashOf = (code: string): Buffer => createHash('sha256').update(`keeper:${code}`).digest();

export interface Keeper {
  readonly id: string;
  readonly teamId: string | null;
  readonly name: string;
  readonly email: string | null;
}

interface KeptEntry {
  readonly id: string;
  readonly own: boolean;
  /** For our own, the code of the service. */
  readonly sourceKey: string;
}

/** Teams that give a service of ours. */
export const teamsGiving = (place: Context['place'], entry: Pick<KeptEntry, 'own' | 'sourceKey'>) =>
  entry.own
    ? place.blueprint.teams.filter(({ services }) => services.includes(entry.sourceKey)).flatMap(({ code }) => place.teams.get(code) ?? [])
    : [];

/** Those asked besides; runs as the worker. */
export const keepersOf = (tables: Tables, serviceId: string): Promise<Keeper[]> =>
  tables
    .selectFrom('directoryKeeper')
    .select(['id', 'teamId', 'name', 'email'])
    .where('serviceId', '=', serviceId)
    .where('endedAt', 'is', null)
    .orderBy('createdAt')
    .execute();

/** Managers, hub coordinators and administrators keep every entry; a team keeps its own. */
export function mayKeep(visitor: Visitor, place: Context['place'], entry: KeptEntry, keepers: readonly Keeper[]): boolean {
  const teams = new Set([...teamsGiving(place, entry).map(({ id }) => id), ...keepers.flatMap(({ teamId }) => teamId ?? [])]);
  return visitor.roles.some(({ access, teamId }) => ['MGR', 'CO_HUB', 'ADM'].includes(access) || teams.has(teamId));
}

/** A new link for a provider; the one before it ends. Runs as the worker. */
export async function newLink(tables: Tables, keeperId: string, now: Date): Promise<string> {
  const code = randomBytes(18).toString('base64url');
  await tables
    .updateTable('directoryKeeper')
    .set({ codeHash: hashOf(code), codeEndsAt: new Date(now.getTime() + linkDays * day) })
    .where('id', '=', keeperId)
    .execute();
  return code;
}

interface Letter {
  readonly keeperId: string;
  readonly name: string;
  readonly email: string;
  readonly service: string;
  readonly place: string;
  readonly publicUrl: string;
}

/** Writes to a provider with a link to their entry. Runs as the worker. */
export async function writeToProvider(tables: Tables, identify: Identify, letter: Letter, now: Date): Promise<void> {
  const code = await newLink(tables, letter.keeperId, now);
  await writeMessage(
    tables,
    {
      audience: 'referrer',
      purpose: 'directory_confirm',
      channel: 'email',
      toName: letter.name,
      toValue: letter.email,
      sender: letter.place,
      subject: `Is this still right? ${letter.service}`,
      body: [
        `Hello ${letter.name},`,
        `People find help through the directory of ${letter.place}. Please look at your entry, “${letter.service}”.`,
        `${letter.publicUrl}/keep/${code}`,
        `One press says that it is still right. You can change hours, who it is for and places free there too. The link works for ${linkDays} days.`,
      ].join('\n\n'),
    },
    { id: identify(), now, by: null },
  );
}

/** Asks a provider to keep their entry, and writes to them. Runs as the worker. */
export async function askProvider(
  context: Pick<Context, 'identify' | 'now' | 'place' | 'visitor'>,
  tables: Tables,
  entry: { readonly id: string; readonly name: string },
  provider: { readonly name: string; readonly email: string },
): Promise<void> {
  const { identify, now, place, visitor } = context;
  const email = provider.email.toLowerCase();
  await tables
    .updateTable('directoryKeeper')
    .set({ endedAt: now, codeHash: null })
    .where('serviceId', '=', entry.id)
    .where('email', '=', email)
    .where('endedAt', 'is', null)
    .execute();
  const keeperId = identify();
  await tables
    .insertInto('directoryKeeper')
    .values({
      id: keeperId,
      serviceId: entry.id,
      name: provider.name,
      email,
      createdAt: now,
      createdBy: visitor?.accountId ?? null,
      publicUrl: place.publicUrl,
    })
    .execute();
  const letter = { keeperId, name: provider.name, email, service: entry.name, place: place.name, publicUrl: place.publicUrl };
  await writeToProvider(tables, identify, letter, now);
}

/** Their link stops at once. Runs as the worker. */
export async function endKeeper(tables: Tables, serviceId: string, keeperId: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tables
    .updateTable('directoryKeeper')
    .set({ endedAt: now, codeHash: null })
    .where('id', '=', keeperId)
    .where('serviceId', '=', serviceId)
    .where('endedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Whose link this is; null for one that ended or never was. Runs as the worker. */
export async function keeperBy(
  tables: Tables,
  code: string,
  now: Date,
): Promise<{ readonly serviceId: string; readonly name: string } | null> {
  const row = await tables
    .selectFrom('directoryKeeper')
    .select(['serviceId', 'name'])
    .where('codeHash', '=', hashOf(code))
    .where('codeEndsAt', '>', now)
    .where('endedAt', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Tasks that asked about an entry are done once it was confirmed. Runs as the worker. */
export async function settleTasks(tables: Tables, serviceId: string, by: string | null, now: Date): Promise<void> {
  await sql`update task set done_at = ${now}, done_by = ${by} where kind = 'directory.confirm' and done_at is null
    and leads_to = ${`/services/${serviceId}`}`.execute(tables);
}
