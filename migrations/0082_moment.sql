-- What time it is is worked out once for a query, with who asks, and not for each row that a policy looks at.

alter type standing add attribute moment timestamptz, add attribute today date;
comment on type standing is 'Who an account is today, and when that is asked. A power is written as what, category and team: read story 0193….';

create or replace function my_standing() returns standing
  stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language plpgsql as $$
declare
  me standing;
  held record;
begin
  me.moment := current_moment();
  me.today := (me.moment at time zone 'Europe/London')::date;
  select a.id, '{}'::uuid[], '{}'::uuid[], '{}'::text[], '{}'::text[] into me.account, me.teams, me.acts_for, me.roles, me.powers
  from account a where a.id = (select current_account()) and (a.closed_on is null or a.closed_on > me.today);
  if me.account is null then return null; end if;
  for held in
    select m.team_id, m.access, role.acts_for_team, role.powers
    from membership m join access_role role on role.code = m.access
    where m.account_id = me.account and m.starts_on <= me.today and (m.ends_on is null or m.ends_on >= me.today)
  loop
    me.teams := me.teams || held.team_id;
    me.roles := me.roles || held.access;
    continue when not held.acts_for_team;
    me.acts_for := me.acts_for || held.team_id;
    me.powers := me.powers || array(select power || ' ' || held.team_id from unnest(held.powers) power);
  end loop;
  me.own_records := array(
    select a.person_id from access a
    where a.account_id = me.account and a.relationship = 'self' and a.starts_at <= me.moment and (a.ends_at is null or a.ends_at > me.moment));
  return me;
end $$;

create function shared_categories(agreement uuid, person uuid, holder_team uuid, holder uuid, narrowed text[], at timestamptz, today date) returns text[]
  stable parallel safe language sql as $$
  select coalesce(array_agg(distinct given.category), '{}')
  from sharing_agreement g
  cross join lateral (
    select unnest(c.categories) from sharing_choice c
    where c.person_id = person and c.organisation_id = g.organisation_id and c.purpose = g.purpose
      and c.state = 'agreed' and (c.until is null or c.until >= today)
    union
    select unnest(w.categories) from sharing_without_agreement w
    where w.person_id = person and w.organisation_id = g.organisation_id and w.purpose = g.purpose
      and w.decided_at <= at and (w.ended_at is null or w.ended_at > at)
  ) given (category)
  where g.id = agreement and g.state in ('active', 'review_due') and g.starts_on <= today and g.ends_on >= today
    and g.organisation_id = coalesce((select organisation_id from team where id = holder_team), (select organisation_id from account where id = holder))
    and given.category = any (g.categories) and (narrowed is null or given.category = any (narrowed))
$$;
comment on function shared_categories(uuid, uuid, uuid, uuid, text[], timestamptz, date) is 'What an agreement opens on a day to one of its parties: what it covers, and the person chose for that purpose or a recorded basis allows.';

create function live_access(person uuid, at timestamptz, today date) returns table
  (access_id uuid, team_id uuid, account_id uuid, role text, relationship text, categories text[], agreement_id uuid, reason text,
   source_kind text, source_id uuid, starts_at timestamptz, ends_at timestamptz)
  stable parallel safe language sql as $$
  select a.id, a.team_id, a.account_id, a.role, a.relationship, opened.categories, a.agreement_id, a.reason, a.source_kind, a.source_id, a.starts_at, a.ends_at
  from access a
  cross join lateral (select case
    when a.agreement_id is null then a.categories
    else shared_categories(a.agreement_id, a.person_id, a.team_id, a.account_id, a.categories, at, today)
  end) opened (categories)
  where a.person_id = person and a.starts_at <= at and (a.ends_at is null or a.ends_at > at)
    and (a.agreement_id is null or opened.categories <> '{}')
    and (a.account_id is not null or not exists (select from restricted_record x where x.person_id = a.person_id and x.lifted_at is null))
$$;
comment on function live_access(uuid, timestamptz, date) is 'Every row through which anybody reaches a person at a moment of a day.';

create or replace function live_access(person uuid) returns table
  (access_id uuid, team_id uuid, account_id uuid, role text, relationship text, categories text[], agreement_id uuid, reason text,
   source_kind text, source_id uuid, starts_at timestamptz, ends_at timestamptz)
  stable parallel safe language sql as $$
  select * from live_access(person, (select current_moment()), (select current_day()))
$$;
drop function shared_categories(uuid, uuid, uuid, uuid, text[]);

create or replace function reach(person uuid, me standing) returns table (access_id uuid, team_id uuid, role text, relationship text, categories text[])
  stable parallel safe language sql as $$
  select a.access_id, a.team_id, a.role, a.relationship, a.categories
  from live_access(person, me.moment, me.today) a
  where a.account_id = me.account or a.team_id = any (me.teams)
$$;

-- Asked for each referral somebody sent: a plan that is kept, and a second look only where there was a second record.
create or replace function is_referrer(person uuid, original_person uuid, me standing) returns boolean
  stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language plpgsql as $$
begin
  return exists (select from reach(person, me) r where r.relationship = 'referrer')
    or original_person is not null and exists (select from reach(original_person, me) r where r.relationship = 'referrer');
end $$;
