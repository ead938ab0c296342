// Asks those who keep an entry whether it is still right: by message when its confirmation is over, a week later by a task for a named team.
import { sql } from 'kysely';
import { z } from 'zod';
import type { Identify } from '../../platform/identifiers.ts';
import { identifiers } from '../../platform/identifiers.ts';
import { defineJob } from '../../platform/jobs/job.ts';
import { writeMessage } from '../../platform/messages/write-message.ts';
import type { Tables } from '../../platform/web/context.ts';
import { writeToProvider } from './keepers.ts';

/** Days between the message and the task. */
const patience = 7;
/** Most colleagues of a team who are written to. */
const mostColleagues = 3;
const mostAtOnce = 500;

interface Due {
  readonly id: string;
  readonly name: string;
  readonly confirmedOn: string;
  readonly place: string;
  /** Teams of ours that keep it. */
  readonly teamIds: readonly string[];
  readonly providers: readonly { readonly id: string; readonly name: string; readonly email: string; readonly publicUrl: string }[];
  readonly written: boolean;
  /** Written to long enough ago, and not yet a task. */
  readonly overdue: boolean;
}

/** Entries whose confirmation is over and that somebody keeps: of ours, the teams of their service; of others, those who were asked. */
async function dueEntries(tables: Tables): Promise<readonly Due[]> {
  const { rows } = await sql<Due>`
    with due as (
      select s.id, s.name, s.own, s.source_key, coalesce(greatest(s.last_confirmed, s.confirmed_on), '0001-01-01') as confirmed
      from directory_service s
      where s.listed and coalesce(greatest(s.last_confirmed, s.confirmed_on), '-infinity') < current_day() - s.confirm_every
    ), kept as (
      select due.*, (select neutral_name from place) as place,
        array(select t.id from blueprint_version v cross join jsonb_array_elements(v.content->'teams') given join team t on t.code = given->>'code'
                where due.own and given->'services' ? due.source_key
              union select k.team_id from directory_keeper k where k.service_id = due.id and k.ended_at is null and k.team_id is not null) as teams,
        coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'name', k.name, 'email', k.email, 'publicUrl', k.public_url) order by k.id)
          from directory_keeper k where k.service_id = due.id and k.ended_at is null and k.email is not null), '[]') as providers
      from due
    )
    select id, name, confirmed::text as "confirmedOn", place, teams as "teamIds", providers,
      exists (select from directory_nudge n where n.service_id = kept.id and n.kind = 'message' and n.confirmed_on = kept.confirmed) as written,
      exists (select from directory_nudge n where n.service_id = kept.id and n.kind = 'message' and n.confirmed_on = kept.confirmed
          and n.at < current_moment() - make_interval(days => ${patience}))
        and not exists (select from directory_nudge n where n.service_id = kept.id and n.kind = 'task' and n.confirmed_on = kept.confirmed) as overdue
    from kept where cardinality(teams) > 0 or jsonb_array_length(providers) > 0
    order by confirmed, id limit ${mostAtOnce}`.execute(tables);
  return rows;
}

async function writeToTeams(tables: Tables, identify: Identify, { id, name, place, teamIds }: Due, now: Date): Promise<void> {
  const { rows } = await sql<{ name: string; email: string }>`
    select distinct a.name, a.email from membership m join account a on a.id = m.account_id
    where m.team_id = any(${[...teamIds]}::uuid[]) and a.email is not null and (a.closed_on is null or a.closed_on > current_day())
      and m.starts_on <= current_day() and (m.ends_on is null or m.ends_on >= current_day())
    order by a.name limit ${mostColleagues}`.execute(tables);
  for (const colleague of rows)
    await writeMessage(
      tables,
      {
        audience: 'staff',
        purpose: 'directory_confirm',
        channel: 'email',
        toName: colleague.name,
        toValue: colleague.email,
        sender: place,
        subject: `Is this still right? ${name}`,
        body: [
          `Hello ${colleague.name},`,
          `The entry “${name}” should be confirmed. Sign in, open Services, and press “Still right”, or change it there.`,
        ].join('\n\n'),
        aboutKind: 'directory_service',
        aboutId: id,
      },
      { id: identify(), now, by: null },
    );
}

/** A team of ours that keeps it; for entries of others, the team that reads referrals, who would send people there. */
async function raiseTask(tables: Tables, identify: Identify, { id, name, teamIds, providers }: Due, now: Date): Promise<void> {
  const own = teamIds[0];
  const teamId =
    own ?? (await tables.selectFrom('team').select('id').orderBy('triages', 'desc').orderBy('code').limit(1).executeTakeFirst())?.id;
  if (!teamId) return;
  await tables
    .insertInto('task')
    .values({
      id: identify(),
      personId: null,
      kind: 'directory.confirm',
      words: own
        ? `Look whether the entry “${name}” is still right.`
        : `Ring ${providers[0]?.name ?? 'its provider'}: is the entry “${name}” still right?`,
      leadsTo: `/services/${id}`,
      teamId,
      createdAt: now,
    })
    .execute();
}

const noted = (tables: Tables, due: Due, kind: 'message' | 'task', at: Date) =>
  tables.insertInto('directoryNudge').values({ serviceId: due.id, kind, confirmedOn: due.confirmedOn, at }).execute();

/** Asks once by message and once by task for each confirmation that is over. Runs as the worker; returns how many of each. */
export async function nudge(tables: Tables, identify: Identify, now: Date): Promise<{ readonly messages: number; readonly tasks: number }> {
  const told = { messages: 0, tasks: 0 };
  for (const due of await dueEntries(tables)) {
    if (!due.written) {
      for (const provider of due.providers)
        await writeToProvider(tables, identify, { ...provider, keeperId: provider.id, service: due.name, place: due.place }, now);
      if (due.teamIds.length > 0) await writeToTeams(tables, identify, due, now);
      await noted(tables, due, 'message', now);
      told.messages++;
    } else if (due.overdue) {
      await raiseTask(tables, identify, due, now);
      await noted(tables, due, 'task', now);
      told.tasks++;
    }
  }
  return told;
}

export const nudgeDirectoryJob = defineJob({
  name: 'nudge-directory',
  input: z.object({}),
  schedule: { cron: '20 8 * * 1-5', input: {} },
  run: (_input, { act }) =>
    act(async (tables) => {
      const { rows } = await sql<{ now: Date }>`select current_moment() as now`.execute(tables);
      const now = rows[0]?.now ?? new Date();
      await nudge(tables, identifiers({ now: () => now }), now);
    }),
});
