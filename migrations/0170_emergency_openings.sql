-- Opening a record outside the usual reasons: why, what of it, until when, who was told, and what somebody else found when they looked at it afterwards.

create table emergency_opening (
  id uuid primary key,
  person_id uuid not null references person,
  account_id uuid not null references account,
  role text not null references access_role,
  reason text not null,
  words text not null check (words <> ''),
  categories text[] not null check (categories <> '{}'),
  opened_at timestamptz not null,
  until timestamptz not null,
  ended_at timestamptz,
  team_id uuid references team,
  kept_from_person boolean not null default false,
  not_told_because text not null default '',
  review_by timestamptz not null,
  finding text,
  finding_words text not null default '',
  reviewed_by uuid references account,
  reviewed_at timestamptz,
  created_at timestamptz not null,
  created_by uuid,
  constraint three_hours check (until > opened_at and until <= opened_at + interval '3 hours'),
  constraint ended_within check (ended_at between opened_at and until),
  constraint kept_with_a_reason check (not kept_from_person or not_told_because <> ''),
  constraint reviewed_by_another check (reviewed_by <> account_id),
  constraint reviewed_whole check (num_nonnulls(finding, reviewed_by, reviewed_at) in (0, 3))
);
create index emergency_opening_by_person on emergency_opening (person_id, opened_at);
create index emergency_opening_by_account on emergency_opening (account_id, id);
create index emergency_opening_to_review on emergency_opening (review_by) where reviewed_at is null;
comment on table emergency_opening is 'One row for each time somebody broke the glass. What it opens is a row of access, whose source this is; what was read stands in the audit.';
comment on column emergency_opening.reason is 'A code of the list breakGlassReason; words are the opener’s own.';
comment on column emergency_opening.team_id is 'The team that had the record then: its managers were told, and may review. Null where nobody had it.';
comment on column emergency_opening.kept_from_person is 'True only while telling them is unsafe.';
comment on column emergency_opening.finding is 'A code of the list breakGlassFinding, by somebody else than who opened.';

create function leads_team(team uuid, me standing) returns boolean
  stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language sql as $$
  select exists (
    select from membership m
    where m.account_id = me.account and m.team_id = team and m.access = 'MGR' and m.starts_on <= me.today and (m.ends_on is null or m.ends_on >= me.today))
$$;
comment on function leads_team(uuid, standing) is 'Whether the account manages this team today.';
grant execute on function leads_team(uuid, standing) to onedoor_app, onedoor_worker;

insert into protected_table values ('emergency_opening', 'contact');
alter table emergency_opening enable row level security;
create policy those_it_concerns on emergency_opening for select to onedoor_app using (
  account_id = (select (my_standing()).account)
  or has_role('IG', (select my_standing()))
  or leads_team(team_id, (select my_standing()))
  or (not kept_from_person and is_own_record(person_id, (select my_standing()))));
create policy worker on emergency_opening to onedoor_worker using (true) with check (true);
grant select on emergency_opening to onedoor_app;
grant select, insert, update on emergency_opening to onedoor_worker;

create or replace function may_see_access(person uuid, access_id uuid, me standing) returns boolean
  stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language sql as $$
  select exists (
      select from reach(person, me) r
      where r.access_id = may_see_access.access_id and (r.role is not null or r.team_id = any (me.acts_for)))
    or may_list_access(person, me) and not (is_own_record(person, me) and (exists (
      select from access a
      join sharing_agreement g on g.id = a.agreement_id
      join sharing_without_agreement w on w.person_id = a.person_id and w.organisation_id = g.organisation_id and w.purpose = g.purpose
      where a.id = may_see_access.access_id and w.kept_from_person)
      or exists (
      select from access a
      join emergency_opening o on o.id = a.source_id
      where a.id = may_see_access.access_id and a.relationship = 'break_glass' and o.kept_from_person)))
$$;
