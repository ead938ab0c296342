// A link or code to somebody's own page, asked for by the number or address we have for them. It goes only where the safe-contact rules let it, and the
// answer is the same whether or not we know anybody there, or more than one (S4.6).
import { sql } from 'kysely';
import { languageOfReading } from '../../../platform/language/languages.ts';
import type { Context, Tables } from '../../../platform/web/context.ts';
import { issueCode, issueLink } from '../../../trust/accounts/links.ts';
import type { ContactPoint } from '../model.ts';
import { contactPointsOf } from '../store.ts';
import { raiseTask } from '../tasks.ts';
import { firstMoment, mayLinkTo, refusal, standing } from '../telling/safe-contact.ts';
import { tellPerson } from '../telling/tell.ts';
import { cannotBeTold, type Holder } from './who-opens.ts';

const quarterOfAnHour = 15 * 60;
/** Requests in a quarter of an hour: for one number or address, whoever asks; and from one place, whatever is asked for. */
const mostRequests = { reach: 3, address: 20 } as const;
/** A number that more people have is nobody’s own: a hostel’s, or one made up. */
const mostSharing = 8;

interface Found extends Holder {
  readonly personId: string;
  readonly point: ContactPoint;
}

/** Everybody with this number or address, as it stands today. Runs as the worker. */
async function whoHas(tables: Tables, reach: string): Promise<readonly Found[]> {
  const typed = reach.trim().toLowerCase();
  const digits = typed.replaceAll(/\D/g, '').slice(-9);
  if (!typed.includes('@') && digits.length < 9) return [];
  const { rows } = await sql<Holder & { readonly personId: string; readonly pointId: string }>`
    select c.person_id as "personId", a.id as "accountId", p.born, c.id as "pointId"
    from contact_point c join account a on a.person_id = c.person_id join person p on p.id = c.person_id
    where ${typed.includes('@') ? sql`c.channel = 'email' and lower(c.value) = ${typed}` : sql`c.channel = 'text' and right(regexp_replace(c.value, '\\D', '', 'g'), 9) = ${digits}`}
      and c.replaced_at is null and (a.closed_on is null or a.closed_on > current_day())
      and not exists (select from identity_link l where l.from_person_id = c.person_id and l.undone_at is null)
    order by c.created_at, c.id limit 20`.execute(tables);
  const personIds = [...new Set(rows.map((row) => row.personId))];
  const points = await contactPointsOf(tables, personIds);
  return personIds.flatMap((personId) => {
    const own = standing(points.filter((point) => point.personId === personId));
    const row = rows.find((one) => one.personId === personId && own.some((point) => point.id === one.pointId));
    const point = own.find((one) => one.id === row?.pointId);
    return row && point ? [{ personId, accountId: row.accountId, born: row.born, point }] : [];
  });
}

/** False when too many were asked for from here; true otherwise, whatever was found. */
export async function requestSignInLink(
  context: Context,
  { reach, leadsTo = '/me' }: { readonly reach: string; readonly leadsTo?: string },
): Promise<boolean> {
  if (!(await context.mayTry('link by address', context.address, mostRequests.address, quarterOfAnHour))) return false;
  const key = reach.includes('@') ? reach.trim().toLowerCase() : reach.replaceAll(/\D/g, '').slice(-9);
  if (!(await context.mayTry('link by reach', key, mostRequests.reach, quarterOfAnHour))) return true;
  await context.asWorker('send a sign-in link', async (tables) => {
    const found = await whoHas(tables, reach);
    const [only, ...others] = found;
    if (!only || found.length > mostSharing) return;
    if (others.length === 0) await sendToOne(context, tables, only, leadsTo);
    else await sendToSeveral(context, tables, found, leadsTo);
    context.touch(...found.map(({ personId }) => personId));
  });
  return true;
}

async function sendToOne(context: Context, tables: Tables, { personId, accountId, point }: Found, leadsTo: string): Promise<void> {
  const byLink = refusal(point) === null && mayLinkTo(point);
  const issue = { leadsTo, now: context.now };
  await tellPerson(context, {
    personId,
    purpose: byLink ? 'sign_in_link' : 'sign_in_code',
    facts: byLink
      ? { path: `/s/${await issueLink(tables, { ...issue, accountId })}` }
      : { code: await issueCode(tables, { ...issue, accountIds: [accountId], asks: point.shared !== 'no' }) },
    workerId: null,
    subject: { kind: 'account', id: accountId },
    only: point.id,
  });
}

/**
 * One message for all who said that it is safe, which none of them can be known by: others have this number too, whatever each of them said (S3.3).
 * The code opens the page of whoever says when they were born; whom that cannot tell apart is helped by a worker (S3.2).
 */
async function sendToSeveral(context: Context, tables: Tables, found: readonly Found[], leadsTo: string): Promise<void> {
  const apart = new Set(cannotBeTold(found).map(({ accountId }) => accountId));
  const told = found.filter(({ accountId, point }) => !apart.has(accountId) && refusal(point) === null);
  const [first] = told
    .flatMap((one) => {
      const moment = firstMoment(one.point, { now: context.now, quiet: null });
      return moment instanceof Date ? [{ ...one, moment }] : [];
    })
    .sort((one, other) => one.moment.getTime() - other.moment.getTime());
  for (const { personId } of first ? found.filter((one) => !told.includes(one)) : found) await askWorkerToHelp(context, tables, personId);
  if (!first) return;
  const code = await issueCode(tables, { accountIds: told.map(({ accountId }) => accountId), asks: true, leadsTo, now: context.now });
  await tellPerson(context, {
    personId: first.personId,
    purpose: 'sign_in_code',
    facts: { code },
    workerId: null,
    subject: { kind: 'account', id: first.accountId },
    only: first.point.id,
    toAnyone: context.reading === null ? 'en' : languageOfReading(context.reading),
  });
}

const needsHelp = 'sign_in.help';

/** Once, until it is done. */
async function askWorkerToHelp(context: Context, tables: Tables, personId: string): Promise<void> {
  const open = tables
    .selectFrom('task')
    .select('id')
    .where('personId', '=', personId)
    .where('kind', '=', needsHelp)
    .where('doneAt', 'is', null);
  if (await open.executeTakeFirst()) return;
  await raiseTask(context, {
    personId,
    kind: needsHelp,
    words: 'They asked for a code to their page, and none could be sent that is safe. Ask when they were born, and help them open it.',
    leadsTo: `/people/${personId}`,
  });
}
