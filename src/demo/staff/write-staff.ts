// Writes the demo's staff: accounts without passwords (one becomes them by a button), their organisations and what they do in which team.
import type { Identify } from '../../platform/identifiers.ts';
import type { Tables } from '../../platform/web/context.ts';
import type { DemoStaff } from './staff.ts';

/** Runs as the worker; returns the account of each by code. Somebody whose team the place does not have is left without that role. */
export async function writeStaff(tables: Tables, identify: Identify, staff: readonly DemoStaff[], now: Date): Promise<Map<string, string>> {
  const teams = new Map((await tables.selectFrom('team').select(['id', 'code']).execute()).map((team) => [team.code, team.id]));
  const organisations = new Map(
    (await tables.selectFrom('organisation').select(['id', 'code']).execute()).map((one) => [one.code, one.id]),
  );
  const ids = new Map<string, string>();
  for (const one of staff) {
    const id = identify();
    ids.set(one.code, id);
    await tables
      .insertInto('account')
      .values({
        id,
        kind: 'staff',
        email: `${one.code}@example.org`,
        name: one.name,
        job: one.job,
        organisationId: organisations.get(one.organisation) ?? null,
        demo: true,
        createdAt: now,
      })
      .execute();
    for (const { team, role, access } of one.memberships) {
      const teamId = teams.get(team);
      if (teamId)
        await tables
          .insertInto('membership')
          .values({ id: identify(), accountId: id, teamId, role, access, startsOn: '2026-04-01' })
          .execute();
    }
  }
  return ids;
}
