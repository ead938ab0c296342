-- What other services share with the teams of whoever asks, under agreements between organisations: by the rows of access alone, as they hold now (S10.2).

create function shared_with_me(before_at timestamptz, before_id uuid, most int) returns table
  (access_id uuid, person_id uuid, team text, agreement text, purpose text, by_choice text[], on_ground text[], grounds text[], since timestamptz, until date)
  stable security definer set search_path = pg_catalog, public, pg_temp language plpgsql as $$
declare
  me standing := my_standing();
  a record;
  opened text[];
begin
  if me.account is null then return; end if;
  for a in
    select x.id, x.person_id, x.team_id, x.account_id, x.categories, x.agreement_id, x.starts_at, x.ends_at, t.name as team, g.name as agreement, g.purpose,
      g.organisation_id, g.ends_on
    from access x join sharing_agreement g on g.id = x.agreement_id left join team t on t.id = x.team_id
    where x.agreement_id is not null and (x.account_id = me.account or x.team_id = any (me.teams))
      and x.starts_at <= me.moment and (x.ends_at is null or x.ends_at > me.moment)
      and (before_at is null or (x.starts_at, x.id) < (before_at, before_id))
    order by x.starts_at desc, x.id desc
  loop
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
    exit when most <= 0;
  end loop;
end $$;
comment on function shared_with_me(timestamptz, uuid, int) is 'What is shared with the teams of the current account now, the newest first, after a row already seen: whose, what, by which agreement, on what ground, until when.';
grant execute on function shared_with_me(timestamptz, uuid, int) to onedoor_app;
create index access_under_agreement on access (team_id, starts_at desc, id desc) where agreement_id is not null;
