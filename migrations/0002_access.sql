-- Who may see and change what about a person: role × relationship × category, as rows that can be listed, explained, tested and shown to the person.
-- Tables about people carry person_id, created_by and one category (fixed, or a column); protect() gives them the same four policies.

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

create table access_rule (
  role text not null,
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
  role text,
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
  check (relationship <> 'break_glass' or (ends_at is not null and reason <> ''))
);
create index access_by_person on access (person_id);
create index access_by_team on access (team_id, person_id) where ends_at is null;
create index access_by_account on access (account_id, person_id);
create index access_by_source on access (source_id);
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

create function reach(person uuid) returns table (access_id uuid, role text, relationship text, categories text[])
  stable parallel safe security definer set search_path = public language sql as $$
  select a.id, coalesce(a.role, m.access), a.relationship,
         case when g.id is null then a.categories
              when a.categories is null then g.categories
              else array(select unnest(a.categories) intersect select unnest(g.categories)) end
  from access a
  left join membership m on m.team_id = a.team_id and m.account_id = current_account()
    and m.starts_on <= current_day() and (m.ends_on is null or m.ends_on >= current_day())
  left join sharing_agreement g on g.id = a.agreement_id
  where a.person_id = person
    and (a.account_id = current_account() or m.account_id is not null)
    and a.starts_at <= current_moment() and (a.ends_at is null or a.ends_at > current_moment())
    and (a.agreement_id is null or (g.state in ('active', 'review_due') and g.starts_on <= current_day() and g.ends_on >= current_day()))
$$;
comment on function reach(uuid) is 'Every row through which the current account reaches a person now, with the matrix role it gives. The one place that decides relationship.';

create function may_read(person uuid, of_category text, made_by uuid) returns boolean
  stable parallel safe security definer set search_path = public language sql as $$
  select exists (
    select from reach(person) r
    join access_rule rule on rule.role = r.role and rule.category = of_category
    where (r.categories is null or of_category = any (r.categories))
      and (rule.reading = 'full'
        or (rule.reading = 'own' and made_by = current_account())
        or (rule.reading = 'agreement' and r.relationship = 'agreement')
        or (rule.reading = 'break_glass' and r.relationship = 'break_glass'))
  )
$$;
comment on function may_read(uuid, text, uuid) is 'Whether the current account may read a row of this category about this person; made_by is who wrote the row.';

create function may_write(person uuid, of_category text, made_by uuid) returns boolean
  stable parallel safe security definer set search_path = public language sql as $$
  select exists (
    select from reach(person) r
    join access_rule rule on rule.role = r.role and rule.category = of_category
    where (r.categories is null or of_category = any (r.categories))
      and (rule.writing = 'full' or (rule.writing = 'own' and made_by = current_account()))
  )
$$;

create function may_read_short(person uuid, of_category text) returns boolean
  stable parallel safe security definer set search_path = public language sql as $$
  select exists (
    select from reach(person) r
    join access_rule rule on rule.role = r.role and rule.category = of_category
    where (r.categories is null or of_category = any (r.categories))
      and (rule.reading in ('full', 'short')
        or (rule.reading = 'agreement' and r.relationship = 'agreement')
        or (rule.reading = 'break_glass' and r.relationship = 'break_glass'))
  )
$$;
comment on function may_read_short(uuid, text) is 'Whether the current account may read the short form, which views give and base tables do not.';

create function in_team(team uuid) returns boolean
  stable parallel safe security definer set search_path = public language sql as $$
  select exists (
    select from membership m where m.team_id = team and m.account_id = current_account()
      and m.starts_on <= current_day() and (m.ends_on is null or m.ends_on >= current_day())
  )
$$;
create function has_role(variadic roles text[]) returns boolean
  stable parallel safe security definer set search_path = public language sql as $$
  select exists (
    select from membership m where m.account_id = current_account() and m.access = any (roles)
      and m.starts_on <= current_day() and (m.ends_on is null or m.ends_on >= current_day())
  )
$$;

create table protected_table (
  name text primary key,
  category text references data_category
);
comment on table protected_table is 'Every table about people, with its category; null when each row names its own. A test compares it with the catalogue.';

create procedure protect(table_name text, of_category text) language plpgsql as $$
declare category_of_row text := coalesce(quote_literal(of_category), 'category');
begin
  insert into protected_table values (table_name, of_category);
  execute format('alter table %I enable row level security', table_name);
  execute format('create policy readers on %I for select to onedoor_app using (may_read(person_id, %s, created_by))', table_name, category_of_row);
  execute format('create policy writers on %I for insert to onedoor_app with check (created_by = current_account() and may_write(person_id, %s, created_by))', table_name, category_of_row);
  execute format('create policy changers on %I for update to onedoor_app using (may_write(person_id, %s, created_by)) with check (may_write(person_id, %s, created_by))', table_name, category_of_row, category_of_row);
  execute format('create policy worker on %I to onedoor_worker using (true) with check (true)', table_name);
  execute format('grant select, insert, update on %I to onedoor_app', table_name);
  execute format('grant select, insert, update, delete on %I to onedoor_worker', table_name);
end $$;

call protect('sharing_choice', 'contact');

alter table access enable row level security;
create policy own_reasons on access for select to onedoor_app using (
  account_id = current_account() or (team_id is not null and in_team(team_id))
  or exists (select from reach(person_id) r where r.relationship in ('self', 'key_worker', 'manages')));
create policy worker on access to onedoor_worker using (true) with check (true);
insert into protected_table values ('access', 'contact');
grant select on access, access_rule, data_category, sharing_agreement to onedoor_app;
grant select, insert, update on access, sharing_agreement to onedoor_worker;
grant select on access_rule, data_category, protected_table to onedoor_worker;

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

create function follow_lifecycle() returns trigger language plpgsql security definer set search_path = public as $$
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
create policy readers on transition for select to onedoor_app using (may_read(person_id, category, created_by));
create policy worker on transition for select to onedoor_worker using (true);
grant select on transition, lifecycle, allowed_transition to onedoor_app, onedoor_worker;
