-- What is shared with somebody’s teams is read newest first from an index, a little of each team’s rows at a time: a page costs the same however much a team has (0022).

drop index access_under_agreement;
create index access_under_agreement on access (agreement_id, (coalesce(team_id, account_id)), starts_at desc, id desc) where agreement_id is not null;

create or replace function shared_with_me(before_at timestamptz, before_id uuid, most int) returns table
  (access_id uuid, person_id uuid, team text, agreement text, purpose text, by_choice text[], on_ground text[], grounds text[], since timestamptz, until date)
  stable security definer set search_path = pg_catalog, public, pg_temp language plpgsql as $$
declare
  me standing := my_standing();
  holders uuid[];
  agreements uuid[];
  a record;
  opened text[];
  looked int;
  batch int := greatest(most, 1) * 2;
  seen_at timestamptz := coalesce(before_at, 'infinity');
  seen_id uuid := coalesce(before_id, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
begin
  if me.account is null then return; end if;
  holders := me.teams || me.account;
  -- What does not hold today opens nothing, whoever has it.
  agreements := array(
    select g.id from sharing_agreement g
    where g.state in ('active', 'review_due') and g.starts_on <= me.today and g.ends_on >= me.today
      and g.organisation_id in (
        select t.organisation_id from team t where t.id = any (me.teams) union all select o.organisation_id from account o where o.id = me.account));
  loop
    looked := 0;
    for a in
      select x.*, t.name as team, g.name as agreement, g.purpose, g.organisation_id, g.ends_on
      from unnest(agreements) with_agreement (id)
      cross join unnest(holders) holder (id)
      cross join lateral (
        select r.id, r.person_id, r.team_id, r.account_id, r.categories, r.agreement_id, r.starts_at, r.ends_at from access r
        where r.agreement_id = with_agreement.id and coalesce(r.team_id, r.account_id) = holder.id
          and r.starts_at <= me.moment and (r.starts_at, r.id) < (seen_at, seen_id)
        order by r.starts_at desc, r.id desc limit batch) x
      join sharing_agreement g on g.id = x.agreement_id
      left join team t on t.id = x.team_id
      order by x.starts_at desc, x.id desc limit batch
    loop
      looked := looked + 1;
      seen_at := a.starts_at; seen_id := a.id;
      continue when a.ends_at <= me.moment;
      -- The same as in may_read(): a restricted record is open by name alone, and an agreement opens what they chose or a recorded ground allows.
      continue when a.account_id is null and exists (select from restricted_record r where r.person_id = a.person_id and r.lifted_at is null);
      opened := shared_categories(a.agreement_id, a.person_id, a.team_id, a.account_id, a.categories, me.moment, me.today);
      continue when opened = '{}';
      access_id := a.id; person_id := a.person_id; team := coalesce(a.team, ''); agreement := a.agreement; purpose := a.purpose; since := a.starts_at;
      select coalesce(array_agg(distinct given.category), '{}'), case when bool_or(given.until is null) then null else max(given.until) end into by_choice, until
      from (
        select unnest(c.categories) as category, c.until from sharing_choice c
        where c.person_id = a.person_id and c.organisation_id = a.organisation_id and c.purpose = a.purpose
          and c.state = 'agreed' and (c.until is null or c.until >= me.today)) given
      where given.category = any (opened);
      on_ground := array(select unnest(opened) except select unnest(by_choice));
      grounds := array(
        select distinct w.lawful_basis from sharing_without_agreement w
        where w.person_id = a.person_id and w.organisation_id = a.organisation_id and w.purpose = a.purpose and w.categories && on_ground
          and w.decided_at <= me.moment and (w.ended_at is null or w.ended_at > me.moment));
      until := least(a.ends_on, (a.ends_at at time zone 'Europe/London')::date, case when on_ground = '{}' then until end);
      return next;
      most := most - 1;
      if most <= 0 then return; end if;
    end loop;
    exit when looked < batch;
  end loop;
end $$;
