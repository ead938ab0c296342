-- Who somebody is is asked for every table of every question: it is proved once and gathered in one look. Whose an entry is is proved once for all whom it names.

create or replace function my_standing() returns standing
  stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language plpgsql as $$
declare
  me standing;
  proven boolean := is_proven();
begin
  me.moment := coalesce(case when proven then nullif(current_setting('app.now', true), '')::timestamptz end, now());
  me.today := (me.moment at time zone 'Europe/London')::date;
  if not proven then return null; end if;
  select a.id,
    coalesce(held.teams, '{}'), coalesce(held.acts_for, '{}'), coalesce(held.roles, '{}'), coalesce(held.powers, '{}'),
    array(
      select own.person_id from access own
      where own.account_id = a.id and own.relationship = 'self' and own.starts_at <= me.moment and (own.ends_at is null or own.ends_at > me.moment))
  into me.account, me.teams, me.acts_for, me.roles, me.powers, me.own_records
  from account a
  cross join lateral (
    select array_agg(m.team_id) as teams, array_agg(m.team_id) filter (where role.acts_for_team) as acts_for, array_agg(m.access) as roles,
      string_to_array(string_agg(array_to_string(role.powers, ' ' || m.team_id || ',') || ' ' || m.team_id, ',') filter (where role.acts_for_team and role.powers <> '{}'), ',') as powers
    from membership m join access_role role on role.code = m.access
    where m.account_id = a.id and m.starts_on <= me.today and (m.ends_on is null or m.ends_on >= me.today)
  ) held
  where a.id = nullif(current_setting('app.account', true), '')::uuid and (a.closed_on is null or a.closed_on > me.today);
  if me.account is null then return null; end if;
  return me;
end $$;

create function is_own_entry(entry uuid, account uuid) returns boolean
  stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language sql as $$
  select exists (select from audit_entry e where e.id = entry and e.account_id is not distinct from account)
$$;
comment on function is_own_entry(uuid, uuid) is 'Whether an entry was written for this account; null is somebody without one.';
grant execute on function is_own_entry(uuid, uuid) to onedoor_app, onedoor_worker;
alter policy in_own_entry on audit_person with check (is_own_entry(entry_id, (select current_account())));
drop function is_own_entry(uuid);
