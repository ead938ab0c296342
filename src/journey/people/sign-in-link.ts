// A link or code to somebody's own page, asked for by the number or address we have for them. It goes only where the safe-contact rules let it, and the
// answer is the same whether or not we know anybody there (S4.6).
import { sql } from 'kysely';
import type { Context, Tables } from '../../platform/web/context.ts';
import { issueCode, issueLink } from '../../trust/accounts/links.ts';
import { mayLinkTo, refusal, standing } from './safe-contact.ts';
import { contactPointsOf } from './store.ts';
import { tellPerson } from './tell.ts';

const quarterOfAnHour = 15 * 60;
/** Requests in a quarter of an hour: for one number or address, whoever asks; and from one place, whatever is asked for. */
const mostRequests = { reach: 3, address: 20 } as const;

interface Found {
  readonly personId: string;
  readonly accountId: string;
  readonly pointId: string;
}

/** The one person with this number or address; nobody when several share it, because it would open somebody else's page. Runs as the worker. */
async function whoHas(tables: Tables, reach: string): Promise<Found | null> {
  const typed = reach.trim().toLowerCase();
  const digits = typed.replaceAll(/\D/g, '').slice(-9);
  if (!typed.includes('@') && digits.length < 9) return null;
  const { rows } = await sql<Found>`
    select c.person_id as "personId", a.id as "accountId", c.id as "pointId"
    from contact_point c join account a on a.person_id = c.person_id
    where ${typed.includes('@') ? sql`c.channel = 'email' and lower(c.value) = ${typed}` : sql`c.channel = 'text' and right(regexp_replace(c.value, '\\D', '', 'g'), 9) = ${digits}`}
      and c.replaced_at is null and (a.closed_on is null or a.closed_on > current_day())
      and not exists (select from identity_link l where l.from_person_id = c.person_id and l.undone_at is null)
    limit 20`.execute(tables);
  return new Set(rows.map((row) => row.personId)).size === 1 ? (rows[0] ?? null) : null;
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
    if (!found) return;
    const point = standing(await contactPointsOf(tables, [found.personId])).find((one) => one.id === found.pointId);
    const byLink = point !== undefined && refusal(point) === null && mayLinkTo(point);
    const issue = { accountId: found.accountId, leadsTo, now: context.now };
    await tellPerson(context, {
      personId: found.personId,
      purpose: byLink ? 'sign_in_link' : 'sign_in_code',
      facts: byLink ? { path: `/s/${await issueLink(tables, issue)}` } : { code: await issueCode(tables, issue) },
      workerId: null,
      subject: { kind: 'account', id: found.accountId },
      only: found.pointId,
    });
    context.touch(found.personId);
  });
  return true;
}
