-- A directory taken from another address or a file, tried first and brought in when somebody says so.

create table directory_fetch (
  id uuid primary key,
  address text not null,
  name text not null,
  licence text not null,
  shared boolean not null,
  complete boolean not null,
  state text not null check (state in ('asked', 'ready', 'failed', 'brought in')),
  because text not null default '',
  content jsonb,
  findings jsonb,
  asked_at timestamptz not null,
  asked_by uuid not null references account,
  ended_at timestamptz
);
comment on table directory_fetch is 'One try at bringing in entries of others. Nothing of it is listed until somebody brings it in; what was read goes after a week.';
comment on column directory_fetch.content is 'What was read, in our own shape; null once it was brought in.';
comment on column directory_fetch.findings is 'What bringing it in would change, as the directory was then.';
grant select, insert, update, delete on directory_fetch to onedoor_worker;
