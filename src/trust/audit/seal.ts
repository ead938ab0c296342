// Seals the audit: every seal holds a hash over the entries since the last one and over that one's own hash, so that a change, a gap or an addition shows.
// Whoever can rewrite the whole chain could hide it still: keep the last hash somewhere else too.
import { createHash, type Hash } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Job } from '../../platform/jobs/job.ts';
import type { Tables } from '../../platform/web/context.ts';

const nobody = '00000000-0000-0000-0000-000000000000';
const batch = 2000;

/** Entries younger than this may still be on their way in: a request holds its transaction for a minute at most. */
export const graceSeconds = 120;

interface SealedEntry {
  readonly id: string;
  /** The entry as the database writes it, with the people it names. */
  readonly line: string;
}

/** Entries after one id up to another, in order, as lines that are the same on every server. Runs as the worker. */
async function* entries(tables: Tables, after: string, upTo: string): AsyncGenerator<SealedEntry> {
  for (let last = after; ; ) {
    const { rows } = await sql<SealedEntry>`
      select e.id, jsonb_build_array(e.id, extract(epoch from e.at), e.account_id, e.actor, e.role, e.route, e.kind, e.outcome, e.why, e.request,
        (select coalesce(jsonb_agg(p.person_id || ' ' || extract(epoch from p.at) order by p.person_id), '[]') from audit_person p where p.entry_id = e.id))::text as line
      from audit_entry e where e.id > ${last} and e.id <= ${upTo} order by e.id limit ${batch}`.execute(tables);
    yield* rows;
    const next = rows.at(-1);
    if (!next || rows.length < batch) return;
    last = next.id;
  }
}

const chained = (number: number, before: Buffer | null): Hash =>
  createHash('sha256')
    .update(before ?? '')
    .update(`\n${number}\n`);

async function hashOf(
  tables: Tables,
  number: number,
  before: Buffer | null,
  after: string,
  upTo: string,
): Promise<{ hash: Buffer; count: number; last: string }> {
  const hash = chained(number, before);
  let count = 0;
  let last = after;
  for await (const entry of entries(tables, after, upTo)) {
    hash.update(`${entry.line}\n`);
    last = entry.id;
    count++;
  }
  return { hash: hash.digest(), count, last };
}

/** Seals what has settled; the number of entries sealed. Runs as the worker; two at once seal one after the other. */
export async function sealAudit(tables: Tables, grace = graceSeconds): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext('seal the audit'))`.execute(tables);
  const previous = await tables
    .selectFrom('auditSeal')
    .select(['number', 'upTo', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const settled = await sql<{ id: string }>`
    select id from audit_entry where at <= (select current_moment() - make_interval(secs => ${grace})) order by at desc, id desc limit 1`.execute(
    tables,
  );
  const upTo = settled.rows[0]?.id;
  const after = previous?.upTo ?? nobody;
  if (!upTo || upTo <= after) return 0;
  const number = (previous?.number ?? 0) + 1;
  const { hash, count, last } = await hashOf(tables, number, previous?.hash ?? null, after, upTo);
  if (count === 0) return 0;
  await sql`insert into audit_seal (number, up_to, entries, hash, sealed_at) values (${number}, ${last}, ${count}, ${hash}, current_moment())`.execute(
    tables,
  );
  return count;
}

export interface SealFault {
  /** The seal that does not fit any more. */
  readonly number: number;
  readonly kind: 'entries missing' | 'entries added' | 'entry changed' | 'seal missing';
  /** A sentence for the information-governance lead. */
  readonly words: string;
}

export interface SealReport {
  readonly seals: number;
  readonly entries: number;
  /** Hexadecimal; to be compared with what was kept elsewhere. '' before the first seal. */
  readonly lastHash: string;
  readonly faults: readonly SealFault[];
}

const words: Readonly<Record<SealFault['kind'], string>> = {
  'entries missing': 'Entries that were sealed are gone.',
  'entries added': 'Entries were added among those already sealed.',
  'entry changed': 'An entry or its seal was changed after sealing.',
  'seal missing': 'A seal is gone.',
};

/** Reads the whole chain again. Each faulty seal is named once; those after it are judged by the hash that was kept. Runs as the worker. */
export async function verifySeals(tables: Tables): Promise<SealReport> {
  const seals = await tables.selectFrom('auditSeal').select(['number', 'upTo', 'entries', 'hash']).orderBy('number').execute();
  const faults: SealFault[] = [];
  const found = (number: number, kind: SealFault['kind']): void => void faults.push({ number, kind, words: words[kind] });
  let after = nobody;
  let before: Buffer | null = null;
  let expected = 1;
  let sealed = 0;
  for (const seal of seals) {
    for (; expected < seal.number; expected++) found(expected, 'seal missing');
    expected = seal.number + 1;
    const { hash, count } = await hashOf(tables, seal.number, before, after, seal.upTo);
    if (count < seal.entries) found(seal.number, 'entries missing');
    else if (count > seal.entries) found(seal.number, 'entries added');
    else if (!hash.equals(seal.hash)) found(seal.number, 'entry changed');
    sealed += seal.entries;
    after = seal.upTo;
    before = seal.hash;
  }
  return { seals: seals.length, entries: sealed, lastHash: before ? before.toString('hex') : '', faults };
}

const nothing = z.strictObject({});

export const sealAuditJob: Job<typeof nothing> = {
  name: 'seal-audit',
  input: nothing,
  schedule: { cron: '* * * * *', input: {} },
  run: (_input, { act }) => act(async (tables) => void (await sealAudit(tables))),
};
