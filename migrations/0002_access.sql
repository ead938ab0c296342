-- Who may see and change what about a person: role × relationship × category, as rows that can be listed, explained, tested and shown to the person.
-- Tables about people carry person_id, created_by and one category (fixed, or a column); protect() gives each its policies, and refuses nothing to the worker.

create table data_category (
  code text primary key,
  name text not null,
  holds text not null
);
comment on table data_category is 'Every stored field about a person has exactly one of these categories.';
insert into data_category values
  ('contact', 'Contact', 'identity, ways to reach, safe-contact rules, language, adjustments'),
  ('story', 'Story', 'the person’s own account, strengths, goals, plans, preferences, feedback'),
  ('clinical', 'Clinical', 'assessment, formulation, medication, session notes'),
  ('safety', 'Safety', 'safety plans, alerts, safeguarding, incidents'),
  ('offence', 'Justice', 'justice facts, licence conditions, imported probation judgements'),
  ('housing', 'Housing', 'accommodation, tenancy, homelessness, support hours'),
  ('work', 'Work and money', 'employment, benefits, skills, money'),
  ('measures', 'Measures', 'answers, scores, outcome ratings'),
  ('equality', 'Equality', 'protected characteristics and monitoring answers');

create table access_role (
  code text primary key,
  acts_for_team boolean not null,
  comes_by text,
  powers text[] not null default '{}'
);
comment on table access_role is 'The rows of the access matrix.';
comment on column access_role.acts_for_team is 'Whether what the team may reach, its members in this role may reach. The others come by a row of their own or not at all.';
comment on column access_role.comes_by is 'The one relationship that gives this role, and is given by it; null where a team or an assignment does.';
comment on column access_role.powers is 'The role’s row of the matrix in one place, worked out from access_rule: read story, short housing, write own measures.';
insert into access_role (code, acts_for_team, comes_by) values
  ('PER', false, 'self'), ('CAR', false, 'carer'), ('REF', false, 'referrer'), ('VOL', false, 'supporter'), ('PAR', false, 'agreement'),
  ('TRI', true, null), ('SNR', true, null), ('KW', true, null), ('CO_VOLUNTEERS', true, null), ('CO_HUB', true, null), ('HOST', true, null),
  ('HOU', true, null), ('EMP', true, null), ('SG', true, null), ('MGR', true, null), ('COM', false, null), ('IG', false, null), ('ADM', false, null);
alter table membership add foreign key (access) references access_role, add check (access not in ('PER', 'CAR', 'REF'));

create table access_rule (
  role text not null references access_role,
  category text not null references data_category,
  reading text not null check (reading in ('full', 'short', 'own', 'agreement', 'aggregate', 'break_glass', 'none')),
  writing text not null check (writing in ('full', 'own', 'none')),
  primary key (role, category)
);
comment on table access_rule is 'The access matrix. Reading: full record; short form only; own items; as an agreement allows; totals only; after breaking the glass; none.';

insert into access_rule (role, category, reading, writing)
select role, category, reading, writing from (values
  -- role, then reading and writing for: contact story clinical safety offence housing work measures equality
  ('PER',           'full full full full full full full full full',                                    'full full none none none full full full full'),
  ('CAR',           'short own none short none none none none none',                                   'none own none none none none none none none'),
  ('REF',           'own own own own own own own none none',                                           'own own own own own own own none none'),
  ('TRI',           'full full full full full full full full short',                                   'full full full full none full full full none'),
  ('SNR',           'full full full full full full full full short',                                   'full full full full none full full full none'),
  ('KW',            'full full full full full full full full short',                                   'full full full full full full full full none'),
  ('CO_VOLUNTEERS', 'full short none short short none none none short',                                'full none none none none none none none none'),
  ('CO_HUB',        'full short short full short short short none none',                               'none none none none none none none none none'),
  ('VOL',           'short short none short none none none none none',                                 'none none none none none none none none none'),
  ('HOST',          'short own none own none none none own own',                                       'none own none own none none none own own'),
  ('HOU',           'full short short short short full short none short',                              'full none none none none full none none none'),
  ('EMP',           'full short short short short none full own short',                                'full none none none none none full own none'),
  ('PAR',           'agreement agreement agreement agreement agreement agreement agreement agreement none', 'none none none none none none none none none'),
  ('SG',            'full full full full full full none none short',                                   'none none none full none none none none none'),
  ('MGR',           'full full full full full full full full aggregate',                               'none none none full none none none none none'),
  ('COM',           'none aggregate aggregate aggregate aggregate aggregate aggregate aggregate aggregate', 'none none none none none none none none none'),
  ('IG',            'break_glass break_glass break_glass break_glass break_glass break_glass break_glass break_glass break_glass', 'none none none none none none none none none'),
  ('ADM',           'none none none none none none none none none',                                    'none none none none none none none none none')
) as matrix (role, readings, writings),
  lateral unnest(
    array['contact', 'story', 'clinical', 'safety', 'offence', 'housing', 'work', 'measures', 'equality'],
    string_to_array(readings, ' '), string_to_array(writings, ' ')
  ) as cell (category, reading, writing);
update access_role role set powers = array(
  select power || rule.category
  from access_rule rule
  cross join unnest(array[
    case rule.reading when 'full' then 'read ' when 'own' then 'read own ' end,
    case when rule.reading in ('full', 'short') then 'short ' end,
    case rule.writing when 'full' then 'write ' when 'own' then 'write own ' end]) power
  where rule.role = role.code and power is not null);

create table sharing_agreement (
  id uuid primary key,
  name text not null,
  organisation_id uuid not null references organisation,
  purpose text not null,
  categories text[] not null,
  lawful_basis text not null,
  state text not null check (state in ('draft', 'in_review', 'signed', 'active', 'review_due', 'expired', 'ended')),
  starts_on date not null,
  ends_on date not null
);
comment on table sharing_agreement is 'Signed terms between organisations. When its dates pass or it ends, access through it stops at once, by the policies below.';

create table access (
  id uuid primary key,
  person_id uuid not null,
  team_id uuid references team,
  account_id uuid references account,
  relationship text not null check (relationship in
    ('self', 'referrer', 'holds_referral', 'offered', 'serves', 'key_worker', 'countersigns', 'manages', 'agreement', 'break_glass', 'carer', 'supporter')),
  role text references access_role,
  categories text[],
  agreement_id uuid references sharing_agreement,
  reason text not null default '',
  source_kind text not null,
  source_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz,
  created_by uuid,
  check ((team_id is null) <> (account_id is null)),
  check (account_id is null or role is not null),
  check ((relationship = 'agreement') = (agreement_id is not null)),
  constraint role_of_relationship check (
    case relationship
      when 'self' then role is not distinct from 'PER'
      when 'carer' then role is not distinct from 'CAR'
      when 'referrer' then role is not distinct from 'REF'
      when 'supporter' then role is not distinct from 'VOL'
      when 'agreement' then role is not distinct from 'PAR'
      else role is null or role not in ('PER', 'CAR', 'REF', 'VOL', 'PAR')
    end),
  constraint named_alone check (account_id is not null or relationship not in ('self', 'carer', 'referrer', 'supporter', 'break_glass')),
  constraint short_break_glass check (
    relationship <> 'break_glass' or (ends_at is not null and reason <> '' and ends_at <= starts_at + interval '3 hours'))
);
create index access_by_person on access (person_id);
create index access_by_team on access (team_id, person_id) where ends_at is null;
create index access_by_account on access (account_id, person_id);
create index access_by_source on access (source_id);
create index access_to_oneself on access (account_id) where relationship = 'self';
comment on table access is 'One row for each reason somebody may reach a person’s record. No row, no record: it does not even exist for them.';
comment on column access.role is 'The matrix row that applies. Null with a team: each member’s own role applies.';
comment on column access.categories is 'Narrows the reach to these categories; null means all that the role has.';
comment on column access.source_id is 'What made the row: the referral, enrolment, agreement or request. Ending that ends the row.';

create table sharing_choice (
  id uuid primary key,
  person_id uuid not null,
  organisation_id uuid not null references organisation,
  categories text[] not null,
  purpose text not null,
  state text not null check (state in ('asked', 'agreed', 'declined', 'withdrawn', 'expired')),
  how_given text not null default '',
  until date,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid
);
create index sharing_choice_by_person on sharing_choice (person_id);
comment on table sharing_choice is 'What the person has said about sharing, by agency, category and purpose. Kept apart from the lawful basis.';

create table sharing_without_agreement (
  id uuid primary key,
  person_id uuid not null,
  organisation_id uuid not null references organisation,
  categories text[] not null,
  purpose text not null,
  lawful_basis text not null,
  reason text not null check (reason <> ''),
  decided_by uuid not null references account,
  decided_at timestamptz not null,
  told boolean not null,
  not_told_because text not null default '',
  kept_from_person boolean not null default false,
  review_on date not null,
  ended_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  check (told or not_told_because <> ''),
  check (not (told and kept_from_person))
);
create index sharing_without_agreement_by_person on sharing_without_agreement (person_id);
comment on table sharing_without_agreement is 'Sharing that does not rest on the person’s choice: on what basis, why, who decided, whether they were told, when it is looked at again.';
comment on column sharing_without_agreement.kept_from_person is 'True only while telling them is unsafe.';

create table restricted_record (
  person_id uuid primary key,
  reason text not null check (reason <> ''),
  since timestamptz not null,
  lifted_at timestamptz,
  created_at timestamptz not null,
  created_by uuid
);
comment on table restricted_record is 'Records that being in a team does not open, such as those of colleagues and their relatives: only somebody named, or after breaking the glass.';

create table held_back (
  row_id uuid primary key,
  person_id uuid not null,
  category text not null references data_category check (category in ('safety', 'offence')),
  exemption text not null check (exemption <> ''),
  decided_by uuid not null references account,
  created_at timestamptz not null,
  created_by uuid
);
create index held_back_by_person on held_back (person_id);
comment on table held_back is 'Safety and justice items that the person does not see on their own record, under a recorded exemption.';

-- What follows decides relationship, once. The functions without rights of their own become part of the plans of those that have them.
-- Policies hand over (select my_standing()), which PostgreSQL works out once for a query and not for each row.

create function shared_categories(agreement uuid, person uuid, holder_team uuid, holder uuid, narrowed text[]) returns text[]
  stable parallel safe language sql as $$
  select coalesce(array_agg(distinct given.category), '{}')
  from sharing_agreement g
  cross join lateral (
    select unnest(c.categories) from sharing_choice c
    where c.person_id = person and c.organisation_id = g.organisation_id and c.purpose = g.purpose
      and c.state = 'agreed' and (c.until is null or c.until >= current_day())
    union
    select unnest(w.categories) from sharing_without_agreement w
    where w.person_id = person and w.organisation_id = g.organisation_id and w.purpose = g.purpose
      and w.decided_at <= current_moment() and (w.ended_at is null or w.ended_at > current_moment())
  ) given (category)
  where g.id = agreement and g.state in ('active', 'review_due') and g.starts_on <= current_day() and g.ends_on >= current_day()
    and g.organisation_id = coalesce((select organisation_id from team where id = holder_team), (select organisation_id from account where id = holder))
    and given.category = any (g.categories) and (narrowed is null or given.category = any (narrowed))
$$;
comment on function shared_categories(uuid, uuid, uuid, uuid, text[]) is 'What an agreement opens today to one of its parties: what it covers, and the person chose for that purpose or a recorded basis allows.';

create function live_access(person uuid) returns table
  (access_id uuid, team_id uuid, account_id uuid, role text, relationship text, categories text[], agreement_id uuid, reason text,
   source_kind text, source_id uuid, starts_at timestamptz, ends_at timestamptz)
  stable parallel safe language sql as $$
  select a.id, a.team_id, a.account_id, a.role, a.relationship, opened.categories, a.agreement_id, a.reason, a.source_kind, a.source_id, a.starts_at, a.ends_at
  from access a
  cross join lateral (select case
    when a.agreement_id is null then a.categories
    else shared_categories(a.agreement_id, a.person_id, a.team_id, a.account_id, a.categories)
  end) opened (categories)
  where a.person_id = person and a.starts_at <= current_moment() and (a.ends_at is null or a.ends_at > current_moment())
    and (a.agreement_id is null or opened.categories <> '{}')
    and (a.account_id is not null or not exists (select from restricted_record x where x.person_id = a.person_id and x.lifted_at is null))
$$;
comment on function live_access(uuid) is 'Every row through which anybody reaches a person now.';

create type standing as (account uuid, teams uuid[], acts_for uuid[], roles text[], powers text[], own_records uuid[]);
comment on type standing is 'Who an account is today. A power is written as what, category and team: read story 0193….';

create function my_standing() returns standing
  stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language plpgsql as $$
declare
  me standing;
  held record;
begin
  select a.id, '{}'::uuid[], '{}'::uuid[], '{}'::text[], '{}'::text[] into me.account, me.teams, me.acts_for, me.roles, me.powers
  from account a where a.id = current_account() and (a.closed_on is null or a.closed_on > current_day());
  if me.account is null then return null; end if;
  for held in
    select m.team_id, m.access, role.acts_for_team, role.powers
    from membership m join access_role role on role.code = m.access
    where m.account_id = me.account and m.starts_on <= current_day() and (m.ends_on is null or m.ends_on >= current_day())
  loop
    me.teams := me.teams || held.team_id;
    me.roles := me.roles || held.access;
    continue when not held.acts_for_team;
    me.acts_for := me.acts_for || held.team_id;
    me.powers := me.powers || array(select power || ' ' || held.team_id from unnest(held.powers) power);
  end loop;
  me.own_records := array(
    select a.person_id from access a
    where a.account_id = me.account and a.relationship = 'self' and a.starts_at <= current_moment() and (a.ends_at is null or a.ends_at > current_moment()));
  return me;
end $$;
comment on function my_standing() is 'Who the current account is today: its teams, and for which of them its roles read, write or own which category. Worked out once for a query; null without an open account.';

create function reach(person uuid, me standing) returns table (access_id uuid, team_id uuid, role text, relationship text, categories text[])
  stable parallel safe language sql as $$
  select a.access_id, a.team_id, a.role, a.relationship, a.categories
  from live_access(person) a
  where a.account_id = me.account or a.team_id = any (me.teams)
$$;
comment on function reach(uuid, standing) is 'Every row through which somebody of this standing reaches a person now. The one place that decides relationship. Without a role, each of their own roles in the team applies.';

create function may_read(person uuid, of_category text, made_by uuid, me standing) returns boolean
  stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language plpgsql as $$
begin
  return exists (
    select from reach(person, me) r
    where (r.categories is null or of_category = any (r.categories))
      and case when r.role is null then
        'read ' || of_category || ' ' || r.team_id = any (me.powers)
        or ('read own ' || of_category || ' ' || r.team_id = any (me.powers) and made_by = me.account)
      else exists (
        select from access_rule rule
        where rule.role = r.role and rule.category = of_category
          and (rule.reading = 'full'
            or (rule.reading = 'own' and made_by = me.account)
            or (rule.reading = 'agreement' and r.relationship = 'agreement')
            or (rule.reading = 'break_glass' and r.relationship = 'break_glass')))
      end
  );
end $$;
comment on function may_read(uuid, text, uuid, standing) is 'Whether somebody of this standing may read a row of this category about this person; made_by is who wrote the row.';

create function may_write(person uuid, of_category text, made_by uuid, me standing) returns boolean
  stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language plpgsql as $$
begin
  return exists (
    select from reach(person, me) r
    where (r.categories is null or of_category = any (r.categories)) and r.relationship <> 'break_glass'
      and case when r.role is null then
        'write ' || of_category || ' ' || r.team_id = any (me.powers)
        or ('write own ' || of_category || ' ' || r.team_id = any (me.powers) and made_by = me.account)
      else exists (
        select from access_rule rule
        where rule.role = r.role and rule.category = of_category
          and (rule.writing = 'full' or (rule.writing = 'own' and made_by = me.account)))
      end
  );
end $$;
comment on function may_write(uuid, text, uuid, standing) is 'Whether somebody of this standing may write a row of this category about this person. Breaking the glass is for reading.';

create function may_read_short(person uuid, of_category text, me standing) returns boolean
  stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language plpgsql as $$
begin
  return exists (
    select from reach(person, me) r
    where (r.categories is null or of_category = any (r.categories))
      and case when r.role is null then
        'short ' || of_category || ' ' || r.team_id = any (me.powers)
      else exists (
        select from access_rule rule
        where rule.role = r.role and rule.category = of_category
          and (rule.reading in ('full', 'short')
            or (rule.reading = 'agreement' and r.relationship = 'agreement')
            or (rule.reading = 'break_glass' and r.relationship = 'break_glass')))
      end
  );
end $$;
comment on function may_read_short(uuid, text, standing) is 'Whether somebody of this standing may read the short form, which views give and base tables do not.';

create function is_own_record(person uuid, me standing) returns boolean stable parallel safe language sql
  as $$ select coalesce(person = any (me.own_records), false) $$;
comment on function is_own_record(uuid, standing) is 'Whether the account of this standing is the person’s own.';
create function acts_for(team uuid, me standing) returns boolean stable parallel safe language sql
  as $$ select coalesce(team = any (me.acts_for), false) $$;
comment on function acts_for(uuid, standing) is 'Whether the account is in the team today in a role that works with the team’s people.';
create function in_team(team uuid, me standing) returns boolean stable parallel safe language sql
  as $$ select coalesce(team = any (me.teams), false) $$;
comment on function in_team(uuid, standing) is 'Whether the account is in the team today, in any role.';
create function has_role(role text, me standing) returns boolean stable parallel safe language sql
  as $$ select coalesce(role = any (me.roles), false) $$;
comment on function has_role(text, standing) is 'Whether the account has this role in any team today.';

create function is_held_back(row_id uuid, me standing) returns boolean
  stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language sql as $$
  select exists (select from held_back h where h.row_id = is_held_back.row_id and is_own_record(h.person_id, me))
$$;
comment on function is_held_back(uuid, standing) is 'Whether an item about the account’s own person is held back from them.';

create function may_list_access(person uuid, me standing) returns boolean
  stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language sql as $$
  select exists (
    select from reach(person, me) r
    where r.relationship in ('self', 'key_worker', 'manages', 'break_glass') and (r.categories is null or 'contact' = any (r.categories))
      and case when r.role is null then 'read contact ' || r.team_id = any (me.powers)
        else exists (select from access_rule rule where rule.role = r.role and rule.category = 'contact' and rule.reading in ('full', 'break_glass')) end
  )
$$;
comment on function may_list_access(uuid, standing) is 'Whether somebody of this standing may see who else reaches a person.';

create function may_see_access(person uuid, access_id uuid, me standing) returns boolean
  stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language sql as $$
  select exists (
      select from reach(person, me) r
      where r.access_id = may_see_access.access_id and (r.role is not null or r.team_id = any (me.acts_for)))
    or may_list_access(person, me) and not (is_own_record(person, me) and exists (
      select from access a
      join sharing_agreement g on g.id = a.agreement_id
      join sharing_without_agreement w on w.person_id = a.person_id and w.organisation_id = g.organisation_id and w.purpose = g.purpose
      where a.id = may_see_access.access_id and w.kept_from_person))
$$;
comment on function may_see_access(uuid, uuid, standing) is 'Own reasons while they hold; all reasons for the person, their key worker, manager and whoever broke the glass, less what it is unsafe to tell the person.';

create function explain_access(person uuid) returns table
  (access_id uuid, team_id uuid, account_id uuid, role text, relationship text, categories text[], agreement_id uuid, reason text,
   source_kind text, source_id uuid, starts_at timestamptz, ends_at timestamptz)
  stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language sql as $$
  select a.* from live_access(person) a where may_see_access(person, a.access_id, my_standing())
$$;
comment on function explain_access(uuid) is 'Who reaches a person now and why, as far as the current account may know; agreements with what they open today.';

create function may_read(person uuid, of_category text, made_by uuid) returns boolean stable parallel safe language sql
  as $$ select may_read(person, of_category, made_by, my_standing()) $$;
create function is_own_record(person uuid) returns boolean stable parallel safe language sql as $$ select is_own_record(person, my_standing()) $$;
create function in_team(team uuid) returns boolean stable parallel safe language sql as $$ select in_team(team, my_standing()) $$;
comment on function may_read(uuid, text, uuid) is 'For one question; a policy hands over the standing.';
comment on function is_own_record(uuid) is 'For one question; a policy hands over the standing.';
comment on function in_team(uuid) is 'For one question; a policy hands over the standing.';

grant execute on function may_read(uuid, text, uuid), is_own_record(uuid), in_team(uuid), my_standing(), may_read(uuid, text, uuid, standing), may_write(uuid, text, uuid, standing), may_read_short(uuid, text, standing),
  is_own_record(uuid, standing), acts_for(uuid, standing), in_team(uuid, standing), has_role(text, standing), is_held_back(uuid, standing),
  may_list_access(uuid, standing), may_see_access(uuid, uuid, standing), explain_access(uuid) to onedoor_app, onedoor_worker;

create table protected_table (
  name text primary key,
  category text references data_category
);
comment on table protected_table is 'Every table about people, with its category; null when each row names its own. A test compares it with the catalogue.';

create function refuse_to_move() returns trigger language plpgsql as $$
begin
  raise exception 'A row of % stays about the person, of the category and by the author it was written with.', tg_table_name using errcode = '42501';
end $$;

create procedure protect(table_name text, of_category text, own_items boolean default false, by_worker boolean default false, kept_from_person boolean default false) language plpgsql as $$
-- own_items: rows that stay as one author wrote them, so that roles with "own items only" may have theirs. Living records (who somebody is, a plan) are nobody's own.
-- by_worker: only the program writes, for an action that was allowed. kept_from_person: the service's own workings, which the person's account does not open.
declare
  category_of_row text := coalesce(quote_literal(of_category), 'category');
  author text := case when own_items then 'created_by' else 'null' end;
  fixed text := (
    select string_agg(format('old.%1$I is distinct from new.%1$I', c.attname), ' or ')
    from pg_attribute c
    where c.attrelid = table_name::regclass and c.attname in ('id', 'person_id', 'category', 'created_by', 'created_at') and c.attgenerated = '');
begin
  insert into protected_table values (table_name, of_category);
  execute format('alter table %I enable row level security', table_name);
  execute format('create policy worker on %I to onedoor_worker using (true) with check (true)', table_name);
  execute format('grant select, insert, update, delete on %I to onedoor_worker', table_name);
  execute format('create policy readers on %I for select to onedoor_app using (may_read(person_id, %s, %s, (select my_standing())))', table_name, category_of_row, author);
  execute format('grant select on %I to onedoor_app', table_name);
  if kept_from_person then
    execute format('create policy kept_from_person on %I as restrictive to onedoor_app using (not is_own_record(person_id, (select my_standing()))) with check (not is_own_record(person_id, (select my_standing())))', table_name);
  end if;
  if (of_category is null or of_category in ('safety', 'offence'))
     and exists (select from pg_attribute c where c.attrelid = table_name::regclass and c.attname = 'id') then
    execute format('create policy held_back on %I as restrictive for select to onedoor_app using (%s not in (''safety'', ''offence'') or not is_held_back(id, (select my_standing())))', table_name, category_of_row);
  end if;
  if by_worker then return; end if;
  execute format('create policy writers on %I for insert to onedoor_app with check (created_by = current_account() and may_write(person_id, %s, %s, (select my_standing())))', table_name, category_of_row, author);
  execute format('create policy changers on %I for update to onedoor_app using (may_write(person_id, %s, %s, (select my_standing()))) with check (may_write(person_id, %s, %s, (select my_standing())))',
    table_name, category_of_row, author, category_of_row, author);
  execute format('grant insert, update on %I to onedoor_app', table_name);
  execute format('create trigger stays_theirs before update on %I for each row when (current_user = ''onedoor_app'' and (%s)) execute function refuse_to_move()', table_name, fixed);
end $$;
comment on procedure protect(text, text, boolean, boolean, boolean) is 'Gives a table about people its policies. Every table with a person_id is given to it.';

call protect('sharing_choice', 'contact');
call protect('sharing_without_agreement', 'contact');
create policy unsafe_to_tell on sharing_without_agreement as restrictive for select to onedoor_app using (not (kept_from_person and is_own_record(person_id, (select my_standing()))));
call protect('restricted_record', 'safety');
call protect('held_back', null, kept_from_person => true);

alter table access enable row level security;
create policy reasons on access for select to onedoor_app using (may_see_access(person_id, id, (select my_standing())));
create policy worker on access to onedoor_worker using (true) with check (true);
insert into protected_table values ('access', 'contact');
grant select on access, access_role, access_rule, data_category, sharing_agreement to onedoor_app;
grant select, insert, update on access, sharing_agreement to onedoor_worker;
grant select on access_role, access_rule, data_category, protected_table to onedoor_worker;

-- Every change of state follows its transition table and leaves a trace; no program can forget either.

create table lifecycle (
  name text primary key,
  table_name text not null unique,
  category text not null references data_category
);
create table allowed_transition (
  lifecycle text not null references lifecycle,
  from_state text,
  to_state text not null,
  unique nulls not distinct (lifecycle, from_state, to_state)
);
comment on table lifecycle is 'The tables whose rows move through states, and the category of their traces.';
comment on table allowed_transition is 'The transition tables. A null from_state is the beginning. The program holds the same tables with who may and what must be there; a test compares the two.';

create table transition (
  id bigint generated always as identity primary key,
  lifecycle text not null references lifecycle,
  subject_id uuid not null,
  person_id uuid not null,
  category text not null references data_category,
  from_state text,
  to_state text not null,
  at timestamptz not null,
  created_by uuid,
  role text not null default '',
  reason text not null default '',
  rule_version text not null default ''
);
create index transition_by_subject on transition (subject_id, id);
create index transition_by_person on transition (person_id);
comment on table transition is 'Who moved what from which state to which, when and why. Written by the trigger of each lifecycle table only.';

create function follow_lifecycle() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  cycle lifecycle%rowtype;
  before text := case when tg_op = 'UPDATE' then to_jsonb(old) ->> 'state' end;
begin
  if tg_op = 'UPDATE' and before = new.state then return new; end if;
  select * into strict cycle from lifecycle where table_name = tg_table_name;
  if not exists (select from allowed_transition t
                 where t.lifecycle = cycle.name and t.from_state is not distinct from before and t.to_state = new.state) then
    raise exception 'A % cannot go from % to %.', cycle.name, coalesce(before, 'the beginning'), new.state using errcode = 'OD001';
  end if;
  insert into transition (lifecycle, subject_id, person_id, category, from_state, to_state, at, created_by, role, reason, rule_version)
  values (cycle.name, new.id, new.person_id, cycle.category, before, new.state, current_moment(), current_account(),
          coalesce(current_setting('app.role', true), ''), coalesce(current_setting('app.reason', true), ''), coalesce(current_setting('app.rule_version', true), ''));
  return new;
end $$;

create procedure give_lifecycle(of_name text, of_table text, of_category text, transitions text) language plpgsql as $$
-- transitions: lines of "from -> to to to"; "-" is the beginning.
declare line text; target text;
begin
  insert into lifecycle values (of_name, of_table, of_category);
  foreach line in array string_to_array(transitions, E'\n') loop
    continue when trim(line) = '';
    foreach target in array regexp_split_to_array(trim(split_part(line, '->', 2)), '\s+') loop
      insert into allowed_transition values (of_name, nullif(trim(split_part(line, '->', 1)), '-'), target);
    end loop;
  end loop;
  execute format('create trigger follow_lifecycle before insert or update of state on %I for each row execute function follow_lifecycle()', of_table);
end $$;

insert into protected_table values ('transition', null);
alter table transition enable row level security;
create policy readers on transition for select to onedoor_app using (may_read(person_id, category, created_by, (select my_standing())));
create policy held_back on transition as restrictive for select to onedoor_app using (category not in ('safety', 'offence') or not is_held_back(subject_id, (select my_standing())));
create policy worker on transition for select to onedoor_worker using (true);
grant select on transition, lifecycle, allowed_transition to onedoor_app, onedoor_worker;
