// One entry for each request that touched people, naming whom. Nobody can change or remove it, and the person can read theirs.
import type { AuditRecord } from '../../platform/web/attend.ts';
import type { Context, Tables } from '../../platform/web/context.ts';

export async function writeAudit(context: Context, record: AuditRecord): Promise<void> {
  const id = context.identify();
  const { visitor } = record;
  await context.tables
    .insertInto('auditEntry')
    .values({
      id,
      at: context.now,
      accountId: visitor?.accountId ?? null,
      actor: visitor ? [visitor.name, visitor.job].filter(Boolean).join(', ') : 'Somebody asking for help',
      role: [...new Set(visitor?.roles.map((held) => held.access) ?? [])].join(' '),
      route: record.route,
      kind: record.kind,
      outcome: record.outcome,
      why: record.why,
      request: context.requestId,
    })
    .execute();
  await context.tables
    .insertInto('auditPerson')
    .values(record.personIds.map((personId) => ({ entryId: id, personId, at: context.now })))
    .execute();
}

const mostAtOnce = 5_000;

/** The same for a command on the command line, which is nobody’s request. Runs as the worker. */
export async function writeCommandAudit(
  tables: Tables,
  entry: { readonly id: string; readonly at: Date; readonly command: string; readonly kind: string; readonly personIds: readonly string[] },
): Promise<void> {
  if (entry.personIds.length === 0) return;
  const { id, at, command, kind, personIds } = entry;
  await tables
    .insertInto('auditEntry')
    .values({
      id,
      at,
      accountId: null,
      actor: 'An administrator, on the command line',
      role: '',
      route: command,
      kind,
      outcome: 200,
      why: '',
      request: id,
    })
    .execute();
  for (let from = 0; from < personIds.length; from += mostAtOnce)
    await tables
      .insertInto('auditPerson')
      .values(personIds.slice(from, from + mostAtOnce).map((personId) => ({ entryId: id, personId, at })))
      .execute();
}
