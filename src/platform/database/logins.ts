// The three logins of an installation: the one that owns the tables (DATABASE_URL), one for requests and one for the program's own jobs. The two can become
// nothing but the roles that own nothing, so that a statement slipped into a request finds no way to the owner's rights.
import { createHmac } from 'node:crypto';
import pg from 'pg';
import { InstallationFault } from '../installation-fault.ts';
import { queueSchema } from '../jobs/install.ts';

export interface Logins {
  /** For requests: may only become onedoor_app, and onedoor_worker, to which every table is closed without the program's proof. */
  readonly requests: string;
  /** For jobs and messages: the same, and it works on the queue. */
  readonly jobs: string;
}

/** Addresses for which an administrator made the logins. */
export interface GivenLogins {
  readonly requestsUrl?: string | undefined;
  readonly jobsUrl?: string | undefined;
}

interface Login {
  readonly name: string;
  readonly password: string | undefined;
  readonly url: string;
}

const actingRoles = 'onedoor_app, onedoor_worker';
const longestName = 63;

/**
 * Named after the owner: `onedoor` has `onedoor_requests` and `onedoor_jobs`. Their passwords are worked out from the owner's, so that every process of an
 * installation knows them and nobody has to keep them.
 */
function loginsOf(
  url: string,
  { owner, password }: { readonly owner: string; readonly password: string | undefined },
): Record<keyof Logins, Login> {
  const login = (kind: keyof Logins): Login => {
    const name = `${owner.slice(0, longestName - kind.length - 1)}_${kind}`;
    const own = password ? createHmac('sha256', password).update(`One Door ${name}`).digest('base64url') : undefined;
    const more = new URLSearchParams({ user: name, ...(own ? { password: own } : {}) });
    return { name, password: own, url: `${url}${url.includes('?') ? '&' : '?'}${more}` };
  };
  return { requests: login('requests'), jobs: login('jobs') };
}

/** The addresses of the two logins; connects to ask who the owner is, and changes nothing. */
export async function loginsFor(url: string, given: GivenLogins = {}): Promise<Logins> {
  const { requestsUrl, jobsUrl } = given;
  if (requestsUrl && jobsUrl) return { requests: requestsUrl, jobs: jobsUrl };
  const client = new pg.Client({ connectionString: url, application_name: 'onedoor' });
  await client.connect();
  try {
    const { requests, jobs } = loginsOf(url, await ownerOf(client));
    return { requests: requestsUrl ?? requests.url, jobs: jobsUrl ?? jobs.url };
  } finally {
    await client.end();
  }
}

async function ownerOf(client: pg.Client): Promise<{ owner: string; password: string | undefined }> {
  const { rows } = await client.query<{ owner: string }>('select current_user as owner');
  return {
    owner: rows[0]?.owner ?? '',
    password: typeof client.password === 'string' && client.password !== '' ? client.password : undefined,
  };
}

/** Before the first migration: either the owner may make roles, or an administrator has made all of them. */
export async function requireRoles(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ ready: boolean; database: string }>(`
    select current_database() as database, r.rolcreaterole or r.rolsuper or (select count(*) = 2 from pg_roles where rolname in ('onedoor_app', 'onedoor_worker')) as ready
    from pg_roles r where r.rolname = current_user`);
  if (rows[0]?.ready) return;
  const { owner } = await ownerOf(client);
  const { requests, jobs } = loginsOf('', { owner, password: undefined });
  const [own, forRequests, forJobs] = [owner, requests.name, jobs.name].map((name) => pg.escapeIdentifier(name));
  throw new InstallationFault(
    [
      `The login of DATABASE_URL may not make roles. Have an administrator of the server run:`,
      'create role onedoor_app nologin;',
      'create role onedoor_worker nologin;',
      `create role ${forRequests} login noinherit password '…';`,
      `create role ${forJobs} login noinherit password '…';`,
      `grant ${actingRoles} to ${own}, ${forRequests}, ${forJobs};`,
      `revoke temporary on database ${pg.escapeIdentifier(rows[0]?.database ?? '')} from public;`,
      'Then set DATABASE_REQUESTS_URL and DATABASE_JOBS_URL to addresses with the two logins, and run this again.',
    ].join('\n  '),
  );
}

/** Makes the logins, or brings them up to date; needs the tables and the queue. Throws InstallationFault with what an administrator must run when the owner may not. */
export async function makeLogins(url: string, given: GivenLogins = {}): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'onedoor migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(727001)');
    const { owner, password } = await ownerOf(client);
    const planned = loginsOf(url, { owner, password });
    const names: Record<keyof Logins, string> = {
      requests: given.requestsUrl ? await nameAt(given.requestsUrl) : planned.requests.name,
      jobs: given.jobsUrl ? await nameAt(given.jobsUrl) : planned.jobs.name,
    };
    await make(client, given.requestsUrl ? undefined : planned.requests, names.requests);
    await make(client, given.jobsUrl ? undefined : planned.jobs, names.jobs);
    await closeToTemporaryTables(client);
    await openQueueTo(client, names.jobs);
    await refuseTooMuch(client, owner, Object.values(names));
  } finally {
    await client.end();
  }
}

async function nameAt(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, application_name: 'onedoor migrate' });
  try {
    await client.connect();
  } catch (cause) {
    throw new InstallationFault('DATABASE_REQUESTS_URL or DATABASE_JOBS_URL cannot be reached. Check the name, password and address.', {
      cause,
    });
  }
  try {
    const { rows } = await client.query<{ name: string }>('select current_user as name');
    return rows[0]?.name ?? '';
  } finally {
    await client.end();
  }
}

async function make(client: pg.Client, login: Login | undefined, name: string): Promise<void> {
  const quoted = pg.escapeIdentifier(name);
  const grant = `grant ${actingRoles} to ${quoted}`;
  const known = (await client.query('select from pg_roles where rolname = $1', [name])).rowCount === 1;
  const password = (shown: string): string => (login?.password ? ` password ${shown}` : '');
  const verb = known ? 'alter' : 'create';
  const told = [
    ...(login && !known ? [`create role ${quoted} login noinherit${password("'…'")};`] : []),
    `${grant};`,
    `Then set DATABASE_REQUESTS_URL and DATABASE_JOBS_URL to addresses with these logins.`,
  ];
  try {
    if (login) await client.query(`${verb} role ${quoted} login noinherit${password(pg.escapeLiteral(login.password ?? ''))}`);
    if (!(await isMember(client, name))) await client.query(grant);
  } catch (cause) {
    throw new InstallationFault(
      [`The login of DATABASE_URL may not make the login ${name}. Have an administrator of the server run:`, ...told].join('\n  '),
      { cause },
    );
  }
}

async function isMember(client: pg.Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    "select pg_has_role($1, 'onedoor_app', 'member') and pg_has_role($1, 'onedoor_worker', 'member') as may",
    [name],
  );
  return rows[0]?.may === true;
}

/** A temporary table with a trigger could wait for the worker's next statement. Only the owner keeps the right to make one. */
async function closeToTemporaryTables(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ open: boolean; statement: string }>(`
    select exists (select from aclexplode(coalesce(datacl, acldefault('d', datdba))) a where a.grantee = 0 and a.privilege_type = 'TEMPORARY') as open,
      format('revoke temporary on database %I from public', datname) as statement
    from pg_database where datname = current_database()`);
  const found = rows[0];
  if (!found?.open) return;
  await client.query(found.statement);
  const again = await client.query<{ open: boolean }>(
    "select exists (select from pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a where d.datname = current_database() and a.grantee = 0 and a.privilege_type = 'TEMPORARY') as open",
  );
  if (again.rows[0]?.open)
    throw new InstallationFault(
      `Anybody who connects may make temporary tables. Have the owner of the database run:\n  ${found.statement};`,
    );
}

const openQueueTo = async (client: pg.Client, name: string): Promise<void> => {
  const quoted = pg.escapeIdentifier(name);
  await client.query(`
    grant usage on schema ${queueSchema} to ${quoted};
    grant select, insert, update, delete on all tables in schema ${queueSchema} to ${quoted};
    grant usage on all sequences in schema ${queueSchema} to ${quoted};
    grant execute on all functions in schema ${queueSchema} to ${quoted};
    alter default privileges in schema ${queueSchema} grant select, insert, update, delete on tables to ${quoted};
  `);
};

/** A login that could become the owner, or make a role that can, would undo all of it. */
async function refuseTooMuch(client: pg.Client, owner: string, names: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select rolname as name from pg_roles where rolname = any ($1)
       and (rolsuper or rolcreaterole or rolbypassrls or rolcreatedb or rolreplication or pg_has_role(oid, $2, 'member'))`,
    [names, owner],
  );
  if (rows[0])
    throw new InstallationFault(
      `The login ${rows.map(({ name }) => name).join(' and ')} may do more than act as onedoor_app and onedoor_worker. Take its other rights away: it must not be a superuser, make roles or become ${owner}.`,
    );
}
