-- Who keeps an entry of the directory right, what they changed beside its publisher, and when they were asked about it.

alter table directory_source add column shared boolean not null default false;
update directory_source set shared = own;
comment on column directory_source.shared is 'True where its terms let us publish its entries again. Our own are published.';

alter table directory_service add column version int not null default 1;
comment on column directory_service.version is 'Goes up with every change made here, so that two people who change it at once both learn of it.';

alter table directory_schedule add column here boolean not null default false;
comment on column directory_schedule.here is 'Hours that somebody here gave. While a service has any, they hold instead of its publisher’s.';

-- Which hours hold for a service: those given here, else its publisher’s, else those of its places.
create view directory_hours with (security_invoker = true, security_barrier = true) as
  select service_id, id, rule from directory_schedule given
  where service_id is not null
    and (here or not exists (select from directory_schedule ours where ours.service_id = given.service_id and ours.here))
  union all
  select place.service_id, schedule.id, schedule.rule from directory_service_at_location place
  join directory_schedule schedule on schedule.location_id = place.location_id and schedule.service_id is null
  where not exists (select from directory_schedule given where given.service_id = place.service_id);
comment on view directory_hours is 'The hours that hold for each service of the directory.';

create table directory_edit (
  service_id uuid not null references directory_service,
  field text not null check (field in ('hours', 'eligibility', 'referral', 'how_to_use', 'phones', 'email', 'website', 'alert', 'status', 'capacity')),
  ours jsonb not null,
  theirs jsonb not null,
  theirs_now jsonb,
  edited_at timestamptz not null,
  edited_by uuid references account,
  edited_by_name text not null,
  primary key (service_id, field)
);
comment on table directory_edit is 'A field that was changed here, beside what its publisher says. An import never writes over it.';
comment on column directory_edit.theirs is 'What its publisher said when it was changed here, or when somebody last chose ours.';
comment on column directory_edit.theirs_now is 'Set when its publisher has since changed it to something else: a person chooses.';
create index directory_edit_to_choose on directory_edit (service_id) where theirs_now is not null;

create table directory_keeper (
  id uuid primary key,
  service_id uuid not null references directory_service,
  team_id uuid references team,
  name text not null,
  email text check (email = lower(email)),
  code_hash bytea unique,
  code_ends_at timestamptz,
  created_at timestamptz not null,
  created_by uuid references account,
  ended_at timestamptz,
  check (team_id is not null or email is not null)
);
create index directory_keeper_by_service on directory_keeper (service_id) where ended_at is null;
comment on table directory_keeper is 'Who keeps an entry right: a team of ours, or its own provider by a link. Our own services are kept by the teams that give them.';
comment on column directory_keeper.code_hash is 'Of the link last sent to its provider. The link itself is never kept.';

create table directory_nudge (
  service_id uuid not null references directory_service,
  kind text not null check (kind in ('message', 'task')),
  confirmed_on date not null,
  at timestamptz not null,
  primary key (service_id, kind, confirmed_on)
);
comment on table directory_nudge is 'That somebody was asked whether an entry is still right: once by message, then by a task, for each time it was confirmed.';
comment on column directory_nudge.confirmed_on is 'The day it was last confirmed, for which they were asked. An entry that never was has the year 1.';

grant select on directory_hours to onedoor_app, onedoor_worker;
grant select on directory_edit to onedoor_app;
grant select, insert, update, delete on directory_edit, directory_keeper, directory_nudge to onedoor_worker;
