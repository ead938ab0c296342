-- What is asked for each row of a page: whether somebody may read or write of a person. The rows by which they reach the person are looked up alone, and only
-- what such a row says more is looked at after it: most say no more than a team. The rule is the same as in reach(), may_read() and may_write() before.

create or replace function may_read(person uuid, of_category text, made_by uuid, me standing) returns boolean
  stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language plpgsql as $$
declare
  a record;
begin
  for a in
    select x.team_id, x.account_id, x.role, x.relationship, x.categories, x.agreement_id
    from access x
    where x.person_id = person and (x.account_id = me.account or x.team_id = any (me.teams))
      and x.starts_at <= me.moment and (x.ends_at is null or x.ends_at > me.moment)
      -- A restricted record is open by name alone.
      and (x.account_id is not null or not exists (select from restricted_record r where r.person_id = x.person_id and r.lifted_at is null))
  loop
    if a.agreement_id is not null then
      a.categories := shared_categories(a.agreement_id, person, a.team_id, a.account_id, a.categories, me.moment, me.today);
      continue when a.categories = '{}';
    end if;
    continue when not coalesce(a.categories is null or of_category = any (a.categories), false);
    if a.role is null then
      continue when not coalesce(
        'read ' || of_category || ' ' || a.team_id = any (me.powers)
        or made_by = me.account and 'read own ' || of_category || ' ' || a.team_id = any (me.powers), false);
    elsif not exists (
      select from access_rule rule
      where rule.role = a.role and rule.category = of_category
        and (rule.reading = 'full'
          or (rule.reading = 'own' and made_by = me.account)
          or (rule.reading = 'agreement' and a.relationship = 'agreement')
          or (rule.reading = 'break_glass' and a.relationship = 'break_glass')))
    then continue;
    end if;
    return true;
  end loop;
  return false;
end $$;

create or replace function may_write(person uuid, of_category text, made_by uuid, me standing) returns boolean
  stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language plpgsql as $$
declare
  a record;
begin
  for a in
    select x.team_id, x.account_id, x.role, x.relationship, x.categories, x.agreement_id
    from access x
    where x.person_id = person and (x.account_id = me.account or x.team_id = any (me.teams))
      and x.starts_at <= me.moment and (x.ends_at is null or x.ends_at > me.moment) and x.relationship <> 'break_glass'
      and (x.account_id is not null or not exists (select from restricted_record r where r.person_id = x.person_id and r.lifted_at is null))
  loop
    if a.agreement_id is not null then
      a.categories := shared_categories(a.agreement_id, person, a.team_id, a.account_id, a.categories, me.moment, me.today);
      continue when a.categories = '{}';
    end if;
    continue when not coalesce(a.categories is null or of_category = any (a.categories), false);
    if a.role is null then
      continue when not coalesce(
        'write ' || of_category || ' ' || a.team_id = any (me.powers)
        or made_by = me.account and 'write own ' || of_category || ' ' || a.team_id = any (me.powers), false);
    elsif not exists (
      select from access_rule rule
      where rule.role = a.role and rule.category = of_category
        and (rule.writing = 'full' or (rule.writing = 'own' and made_by = me.account)))
    then continue;
    end if;
    return true;
  end loop;
  return false;
end $$;
