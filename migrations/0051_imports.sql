-- Spreadsheets brought in by staff: the file is kept only between the dry run and the import, and only the program can open it.

create table import_run (
  id uuid primary key,
  account_id uuid not null references account,
  kind text not null check (kind in ('people', 'referrals')),
  team_id uuid not null references team,
  file_name text not null,
  bytes int not null,
  content bytea,
  headers text[] not null default '{}',
  columns jsonb not null,
  findings jsonb,
  state text not null check (state in ('checked', 'done', 'forgotten')),
  matches text not null default 'leave_out' check (matches in ('leave_out', 'bring_in')),
  added int,
  left_out int,
  version int not null default 1,
  created_at timestamptz not null,
  done_at timestamptz,
  check ((state = 'checked') = (content is not null))
);
create index import_run_by_account on import_run (account_id, created_at desc, id desc);
create index import_run_with_content on import_run (created_at) where content is not null;
comment on table import_run is 'One spreadsheet that a member of staff brings in: what was found in it, and what came of it. Each sees their own.';
comment on column import_run.content is 'The file, so that dry run and import read the same bytes. The program alone may open it; it goes when the import is done, or after a day.';
comment on column import_run.headers is 'The columns of the file, in order.';
comment on column import_run.columns is 'Which column is brought in as what: header to field.';
comment on column import_run.findings is 'What the dry run found, row by row, in words; afterwards only which rows were left out and why. Emptied with the file when it is never brought in.';
comment on column import_run.matches is 'What happens to rows that look like somebody already here. Nobody is ever joined by an import.';
alter table import_run enable row level security;
create policy own on import_run for select to onedoor_app using (account_id = current_account());
create policy worker on import_run to onedoor_worker using (true) with check (true);
grant select (id, account_id, kind, team_id, file_name, bytes, headers, columns, findings, state, matches, added, left_out, version, created_at, done_at) on import_run to onedoor_app;
grant select, insert, update, delete on import_run to onedoor_worker;
