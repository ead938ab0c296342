// What deciding access costs: microseconds a decision, and milliseconds a page's queries take under row-level security, in a small and in a large place.
// Neither may grow with the place. Usage: node bin/node.mjs bench/access.ts [people …]. Other work on the machine multiplies the times; blocks stay as they are.
import pg from 'pg';
import { createDatabase, testPostgres } from '../test/harness/postgres.ts';

const sizes = process.argv.slice(2).map(Number);
if (sizes.length === 0) sizes.push(10_000, 100_000);
const now = '2026-11-21T10:00:00Z';
const staffToEach = 250;

/** A place in which each of many teams serves a few hundred people, as plain SQL. `p` counts people, `t` teams, `s` staff. */
const fill = (people: number): string => {
  const staff = Math.max(8, Math.round(people / staffToEach));
  const teams = Math.max(4, Math.round(staff / 8));
  return `
  set session_replication_role = replica;
  set synchronous_commit = off;
  create function uuid_of(kind text, n bigint) returns uuid immutable language sql as $$ select md5(kind || n)::uuid $$;
  create function state_of(n bigint) returns text immutable language sql as $$ select case n % 12 when 0 then 'submitted' when 1 then 'in_triage' else 'closed' end $$;
  insert into organisation values (uuid_of('o', 1), 'o', 'Organisation');
  insert into service (id, code, blueprint, name) values (uuid_of('v', 1), 'v', 'bench', 'Service');
  insert into team (id, code, service_id, name) select uuid_of('t', t), 't' || t, uuid_of('v', 1), 'Team ' || t from generate_series(1, ${teams}) t;
  insert into account (id, kind, name, created_at) select uuid_of('s', s), 'staff', 'Worker ' || s, '${now}' from generate_series(1, ${staff}) s;
  insert into account (id, kind, name, person_id, created_at) select uuid_of('a', p), 'person', 'Person ' || p, uuid_of('p', p), '${now}' from generate_series(1, ${people}) p;
  insert into membership (id, account_id, team_id, role, access, starts_on)
    select gen_random_uuid(), uuid_of('s', s), uuid_of('t', 1 + (s + extra) % ${teams}), 'r' || extra, case when extra = 0 and s % 3 = 0 then 'TRI' else 'KW' end, '2020-01-01'
    from generate_series(1, ${staff}) s, generate_series(0, 1) extra;
  insert into person (id, given_name, family_name, created_at, changed_at) select uuid_of('p', p), 'Given' || p % 900, 'Family' || p % 4000, '${now}', '${now}' from generate_series(1, ${people}) p;
  insert into access (id, person_id, account_id, role, relationship, source_kind, source_id, starts_at)
    select gen_random_uuid(), uuid_of('p', p), uuid_of('a', p), 'PER', 'self', 'person', uuid_of('p', p), '2026-01-01' from generate_series(1, ${people}) p;
  insert into access (id, person_id, team_id, relationship, source_kind, source_id, starts_at, ends_at)
    select gen_random_uuid(), uuid_of('p', p), uuid_of('t', 1 + p % ${teams}), 'holds_referral', 'referral', uuid_of('r', p), '2026-01-01', case when state_of(p / ${teams}) = 'closed' then timestamptz '2026-06-01' end
    from generate_series(1, ${people}) p;
  insert into access (id, person_id, team_id, relationship, source_kind, source_id, starts_at)
    select gen_random_uuid(), uuid_of('p', p), uuid_of('t', 1 + (p + 3) % ${teams}), 'serves', 'offer', uuid_of('f', p), '2026-01-01' from generate_series(1, ${people}) p;
  insert into access (id, person_id, account_id, role, relationship, source_kind, source_id, starts_at, ends_at)
    select gen_random_uuid(), uuid_of('p', p), uuid_of('s', 1 + p % ${staff}), 'KW', 'key_worker', 'enrolment', uuid_of('e', p), '2026-01-01', case when p % 4 > 0 then timestamptz '2026-09-01' end
    from generate_series(1, ${people}) p;
  insert into referral (id, person_id, state, door, kind, team_id, received_at, decide_by, created_at)
    select uuid_of('r', p), uuid_of('p', p), state_of(p / ${teams}), 'phone', 'self', uuid_of('t', 1 + p % ${teams}), '${now}', timestamptz '${now}' + p * interval '1 second', '${now}' from generate_series(1, ${people}) p;
  insert into referral_answer (id, referral_id, person_id, category, question, status, words, said_by, position, asked_at)
    select gen_random_uuid(), uuid_of('r', p), uuid_of('p', p), (array['contact', 'story', 'clinical', 'safety', 'story', 'housing'])[q], 'q' || q, 'answered', 'words', 'person', q, '${now}'
    from generate_series(1, ${people}) p, generate_series(1, 6) q;
  insert into enrolment (id, person_id, service_code, pathway_code, pathway_version, team_id, key_worker_id, state, starts_on, created_at)
    select uuid_of('e', p), uuid_of('p', p), 'v', 'w', '1', uuid_of('t', 1 + (p + 3) % ${teams}), uuid_of('s', 1 + p % ${staff}), case when p % 4 = 0 then 'active' else 'ended' end, '2026-01-01', '${now}'
    from generate_series(1, ${people}) p;
  insert into support_session (id, person_id, enrolment_id, worker_id, state, starts_at, minutes, channel, created_at)
    select uuid_of('n', p * 4 + n), uuid_of('p', p), uuid_of('e', p), uuid_of('s', 1 + p % ${staff}), 'attended', timestamptz '${now}' + n * interval '7 days', 50, '01', '${now}'
    from generate_series(1, ${people}) p, generate_series(0, 3) n;
  insert into session_note (id, session_id, person_id, did, agreed, created_at)
    select gen_random_uuid(), uuid_of('n', p * 4 + n), uuid_of('p', p), 'words', 'words', '${now}' from generate_series(1, ${people}) p, generate_series(0, 3) n;
  insert into journey_event (id, person_id, category, kind, at, subject_kind, subject_id)
    select gen_random_uuid(), uuid_of('p', p), (array['contact', 'story', 'clinical', 'measures'])[1 + n % 4], 'k', timestamptz '${now}' - n * interval '1 day', 'referral', uuid_of('r', p)
    from generate_series(1, ${people}) p, generate_series(0, 7) n;
  reset session_replication_role;
  analyze;`;
};

interface Page {
  readonly name: string;
  /** The account that asks, as SQL. */
  readonly by: string;
  readonly queries: readonly string[];
}

const person = "uuid_of('p', 8)";
const record = [
  `select * from person where id = ${person}`,
  `select * from referral where person_id = ${person}`,
  `select * from referral_answer where person_id = ${person} order by position`,
  `select * from enrolment where person_id = ${person}`,
  `select * from support_session where person_id = ${person} order by starts_at desc limit 20`,
  `select * from session_note where person_id = ${person} order by created_at desc limit 20`,
  `select * from journey_event where person_id = ${person} order by at desc, id limit 30`,
];
const pagesOf = (people: number): readonly Page[] => {
  const staff = Math.max(8, Math.round(people / staffToEach));
  const worker = `uuid_of('s', ${1 + (8 % staff)})`;
  return [
    {
      name: 'Queue: 50 referrals with people and answers',
      by: "(select account_id from membership where team_id = uuid_of('t', 1) and access = 'TRI' limit 1)",
      queries: [
        `select r.*, p.known_as, p.given_name, p.family_name, a.words
           from (select * from referral where team_id = uuid_of('t', 1) and state in ('submitted', 'in_triage', 'waiting_info', 'unreachable') order by decide_by, id limit 50) r
           join person p on p.id = r.person_id left join referral_answer a on a.referral_id = r.id and a.question = 'q2' order by r.decide_by, r.id`,
      ],
    },
    {
      name: 'Caseload of a key worker',
      by: worker,
      queries: [
        `select e.*, p.given_name from (select * from enrolment where key_worker_id = ${worker} and state in ('accepted', 'waiting', 'active', 'paused', 'ending') order by starts_on limit 50) e join person p on p.id = e.person_id`,
      ],
    },
    { name: 'Record of a person, by their key worker', by: worker, queries: record },
    { name: 'Own page', by: "uuid_of('a', 8)", queries: record },
  ];
};

const say = (...words: unknown[]): void => void process.stdout.write(`${words.join(' ')}\n`);
const database = await createDatabase();
await database.close();
const running = await testPostgres();

for (const people of sizes) {
  const place = await createDatabase();
  const client = new pg.Client(running.administratorUrl.replace(/\/postgres(?=\?|$)/, /\/test_\d+(?=\?|$)/.exec(place.url)?.[0] ?? ''));
  await client.connect();
  await client.query(fill(people));
  say(`\n${people.toLocaleString('en-GB')} people`);
  for (const { name, by, queries } of pagesOf(people)) {
    const { rows } = await client.query<{ id: string }>(`select ${by} as id`);
    await client.query('begin');
    await client.query(
      "select set_config('role', 'onedoor_app', true), set_config('app.account', $1, true), set_config('app.now', $2, true)",
      [rows[0]?.id, now],
    );
    let milliseconds = 0;
    let planning = 0;
    let given = 0;
    let buffers = 0;
    const scanned = new Set<string>();
    for (const query of queries) {
      await client.query(query);
      const best = { execution: Number.POSITIVE_INFINITY, planning: 0 };
      for (let turn = 0; turn < 7; turn++) {
        const { rows } = await client.query<{ 'QUERY PLAN': [Explained] }>(`explain (analyze, buffers, format json) ${query}`);
        const plan = rows[0]?.['QUERY PLAN'][0];
        if (!plan) continue;
        if (plan['Execution Time'] < best.execution)
          Object.assign(best, { execution: plan['Execution Time'], planning: plan['Planning Time'] });
        if (turn > 0) continue;
        given += plan.Plan['Actual Rows'];
        buffers += plan.Plan['Shared Hit Blocks'] + plan.Plan['Shared Read Blocks'];
        for (const table of scannedWhole(plan.Plan)) scanned.add(table);
      }
      milliseconds += best.execution;
      planning += best.planning;
    }
    await client.query('rollback');
    say(
      `  ${name}: ${milliseconds.toFixed(2)} ms and ${planning.toFixed(2)} ms planning, ${given} rows, ${buffers} blocks, ${queries.length} queries`,
      scanned.size > 0 ? `READS WHOLE ${[...scanned].join()}` : '',
    );
  }
  const calls = 2000;
  for (const decision of [
    "may_read(id, 'story', null, standing)",
    "may_write(id, 'story', null, standing)",
    "may_read_short(id, 'contact', standing)",
  ]) {
    await client.query('begin');
    await client.query("select set_config('app.account', uuid_of('s', 2)::text, true), set_config('app.now', $1, true)", [now]);
    let best = Number.POSITIVE_INFINITY;
    for (let turn = 0; turn < 5; turn++) {
      const { rows } = await client.query<{ 'QUERY PLAN': [Explained] }>(
        `explain (analyze, timing off, format json) select count(${decision}) from (select my_standing() as standing offset 0) me, (select uuid_of('p', n) as id from generate_series(1, ${calls}) n offset 0) p`,
      );
      best = Math.min(best, rows[0]?.['QUERY PLAN'][0]['Execution Time'] ?? best);
    }
    await client.query('rollback');
    say(`  ${decision}: ${((best * 1000) / calls).toFixed(1)} µs`);
  }
  await client.end();
  await place.close();
}

interface Explained {
  readonly Plan: PlanNode;
  readonly 'Execution Time': number;
  readonly 'Planning Time': number;
}
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly PlanNode[];
}

function scannedWhole(node: PlanNode): string[] {
  const here = node['Node Type'] === 'Seq Scan' && node['Relation Name'] ? [node['Relation Name']] : [];
  return [...here, ...(node.Plans ?? []).flatMap(scannedWhole)];
}
