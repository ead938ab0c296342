-- Work that takes longer than a page may: who asked for it, how far it is and what came of it. The queue itself is apart, in the schema jobs.

create table work (
  id uuid primary key,
  job text not null,
  about text not null,
  account_id uuid not null references account,
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  done int not null default 0,
  steps int not null default 0,
  outcome jsonb,
  asked_at timestamptz not null,
  begun_at timestamptz,
  ended_at timestamptz,
  check ((state in ('done', 'failed')) = (ended_at is not null))
);
create unique index work_under_way on work (job, about) where state in ('waiting', 'running');
create index work_by_about on work (job, about, asked_at desc);
create index work_by_account on work (account_id, asked_at desc);
create index work_by_age on work (asked_at);
comment on table work is 'One piece of long work that somebody asked for. It holds ids, days and counts, and nothing about anybody.';
comment on column work.id is 'The same as in the queue.';
comment on column work.about is 'What it is about, such as the id of a file or the last day of a report. The same work about the same thing is under way once.';
comment on column work.steps is 'How many steps there are; 0 while nobody has counted them.';
comment on column work.outcome is 'Done: what it left, as ids and counts. Failed: what happened and what to do, in words.';
alter table work enable row level security;
create policy own on work for select to onedoor_app using (account_id = (select current_account()));
create policy worker on work to onedoor_worker using (true) with check (true);
grant select on work to onedoor_app;
grant select, insert, update, delete on work to onedoor_worker;

-- A period has one report of each service and one of the whole place, also when two make it at the same moment.
create unique index report_release_once on report_release (service_code, from_on, to_on) nulls not distinct;
