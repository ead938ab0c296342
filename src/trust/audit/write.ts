// One entry for each request that touched people, naming whom. Nobody can change or remove it, and the person can read theirs.
import type { AuditRecord } from '../../platform/web/attend.ts';
import type { Context } from '../../platform/web/context.ts';

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
