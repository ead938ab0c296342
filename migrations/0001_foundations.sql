-- Who asks: the two unprivileged roles every request runs as, and what the program says about the request through settings of the transaction.
-- Then the place itself: organisations, services, teams, accounts and the memberships that give a role in a team.

do $$ begin
  if not exists (select from pg_roles where rolname = 'onedoor_app') then create role onedoor_app nologin; end if;
exception when duplicate_object or unique_violation then null; end $$;
do $$ begin
  if not exists (select from pg_roles where rolname = 'onedoor_worker') then create role onedoor_worker nologin; end if;
exception when duplicate_object or unique_violation then null; end $$;
grant usage on schema public to onedoor_app, onedoor_worker;
-- A function is for nobody until it is granted: many of those below act with the owner's rights.
alter default privileges revoke execute on functions from public;

create function current_account() returns uuid stable parallel safe language sql
  as $$ select nullif(current_setting('app.account', true), '')::uuid $$;
comment on function current_account() is 'The account this request acts for; null for a visitor.';
create function current_door() returns text stable parallel safe language sql
  as $$ select nullif(current_setting('app.door', true), '') $$;
comment on function current_door() is 'Hash of the return code a visitor without an account holds; null for everyone else.';
create function current_moment() returns timestamptz stable parallel safe language sql
  as $$ select coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now()) $$;
comment on function current_moment() is 'The instant of this request by the program’s clock, so that tests and the demo are exact.';
create function current_day() returns date stable parallel safe language sql
  as $$ select (current_moment() at time zone 'Europe/London')::date $$;
grant execute on function current_account(), current_door(), current_moment(), current_day() to onedoor_app, onedoor_worker;

create table place (
  only_one boolean primary key default true check (only_one),
  name text not null,
  neutral_name text not null,
  settings jsonb not null default '{}',
  secret bytea not null,
  demo boolean not null default false,
  demo_started_at timestamptz,
  created_at timestamptz not null
);
comment on table place is 'The one partnership this database belongs to.';
comment on column place.neutral_name is 'Shown on public pages and tabs; says nothing about mental health.';
comment on column place.secret is 'Signs form keys and links of this place. Never leaves the database but to the program.';
comment on column place.demo is 'True only for a place made by the demo: invented people, nothing is sent. Production refuses to start on it.';
comment on column place.demo_started_at is 'Real time at which the demo data were made; the demo’s own clock counts from there.';

create table organisation (
  id uuid primary key,
  code text not null unique,
  name text not null,
  kind text,
  ods_code text,
  demo boolean not null default false
);
comment on table organisation is 'An agency of the place: council, police, trust, charity.';

create table organisation_link (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  service_code text not null,
  role text not null,
  starts_on date,
  ends_on date,
  unique (organisation_id, service_code, role)
);
comment on table organisation_link is 'Dated, typed links: who funds, commissions, manages or delivers a service (codes orgLinkRole).';

create table blueprint_version (
  id uuid primary key,
  name text not null,
  version text not null,
  checksum text not null,
  effective_from date,
  effective_to date,
  content jsonb not null,
  loaded_at timestamptz not null,
  unique (name, version)
);
comment on table blueprint_version is 'Each blueprint as it was loaded. A decision keeps the version of the rule it used, so a row is never changed.';

create table service (
  id uuid primary key,
  code text not null unique,
  blueprint text not null,
  organisation_id uuid references organisation,
  name text not null,
  team_type text,
  public_text text not null default '',
  area text not null default '',
  open boolean not null default true
);
comment on table service is 'A service of the place, made from its blueprint.';

create table team (
  id uuid primary key,
  code text not null unique,
  service_id uuid not null references service,
  organisation_id uuid references organisation,
  name text not null,
  triages boolean not null default false
);
comment on table team is 'People who work together for one service. Access to a person’s record is given to teams and accounts, never to services.';
comment on column team.triages is 'True for the teams that receive referrals at the front door.';

create table account (
  id uuid primary key,
  kind text not null check (kind in ('staff', 'person', 'referrer')),
  email text unique check (email = lower(email)),
  name text not null,
  job text not null default '',
  organisation_id uuid references organisation,
  password_hash text,
  person_id uuid unique,
  closed_on date,
  demo boolean not null default false,
  created_at timestamptz not null,
  check ((kind = 'person') = (person_id is not null))
);
comment on table account is 'Who can act: staff with a password, people with sign-in links, referrers with a link to what they sent.';
comment on column account.password_hash is 'argon2id. No role may read it but the worker that signs people in.';

create table membership (
  id uuid primary key,
  account_id uuid not null references account,
  team_id uuid not null references team,
  role text not null,
  access text not null,
  starts_on date not null,
  ends_on date,
  unique (account_id, team_id, role, starts_on)
);
create index membership_by_team on membership (team_id);
comment on table membership is 'A role in a team, for a time.';
comment on column membership.role is 'The blueprint’s own code and name for the role.';
comment on column membership.access is 'The row of the access matrix that the role follows (TRI, KW, MGR, …).';

create table web_session (
  token_hash bytea primary key,
  account_id uuid not null references account,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  idle_until timestamptz not null,
  ends_at timestamptz not null,
  notice jsonb
);
create index web_session_by_account on web_session (account_id);
comment on table web_session is 'Signed-in browsers. Only the hash of the token is kept.';
comment on column web_session.notice is 'What the next page says once, after an action.';

create table sign_in_link (
  token_hash bytea primary key,
  account_id uuid not null references account,
  leads_to text not null,
  created_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz
);
comment on table sign_in_link is 'One-time links sent through a safe channel. Only the hash is kept.';

create table attempt (
  bucket text not null,
  subject bytea not null,
  window_start timestamptz not null,
  count int not null,
  primary key (bucket, subject, window_start)
);
comment on table attempt is 'Counts of sign-ins, codes and searches tried in a window of time, by hashed subject, so that guessing is slowed.';

create table repeat_key (
  key uuid primary key,
  scope text not null,
  route text not null,
  answer jsonb,
  at timestamptz not null
);
comment on table repeat_key is 'The first answer to each form sent, so that sending it again changes nothing and gets that answer.';

alter table account enable row level security;
create policy staff_and_self on account for select to onedoor_app using (kind = 'staff' or id = current_account());
create policy worker on account to onedoor_worker using (true) with check (true);
grant select (id, kind, name, job, organisation_id, person_id, closed_on, demo) on account to onedoor_app;
grant select (only_one, name, neutral_name, settings, demo, demo_started_at, created_at) on place to onedoor_app;
grant select on organisation, organisation_link, service, team, membership, blueprint_version to onedoor_app;
grant select, insert, update, delete on place, organisation, organisation_link, blueprint_version, service, team, account, membership, web_session, sign_in_link, attempt, repeat_key to onedoor_worker;
