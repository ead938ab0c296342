-- An agreement between organisations opens what is about the person: who they are, how to reach them, what they told, their plan, notes, measures. How the
-- help goes is opened by no agreement: requests, clocks, appointments, messages, offers, decisions, restrictions, traces, and what they said of others (S10.2).

alter table protected_table add column beyond_agreements text check (beyond_agreements in ('all', 'contact', 'others'));
comment on column protected_table.beyond_agreements is
  'What no agreement opens: all of it; its rows of contact, where each row names its own category; or what is about other agencies than the party.';

create function may_read_beyond_agreements(person uuid, of_category text, made_by uuid, me standing) returns boolean
  stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language plpgsql as $$
declare
  a record;
begin
  for a in
    select x.team_id, x.role, x.relationship, x.categories
    from access x
    where x.person_id = person and x.agreement_id is null and (x.account_id = me.account or x.team_id = any (me.teams))
      and x.starts_at <= me.moment and (x.ends_at is null or x.ends_at > me.moment)
      and (x.account_id is not null or not exists (select from restricted_record r where r.person_id = x.person_id and r.lifted_at is null))
    order by x.role nulls first
  loop
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
          or (rule.reading = 'break_glass' and a.relationship = 'break_glass')))
    then continue;
    end if;
    return true;
  end loop;
  return false;
end $$;
comment on function may_read_beyond_agreements(uuid, text, uuid, standing) is 'As may_read(), by any reason but an agreement.';

create function is_shared_with_agency(person uuid, of_category text, agency uuid, me standing) returns boolean
  stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language sql as $$
  select exists (
    select from access x
    join sharing_agreement g on g.id = x.agreement_id
    join access_rule rule on rule.role = x.role and rule.category = of_category and rule.reading = 'agreement'
    where x.person_id = person and g.organisation_id = agency and (x.account_id = me.account or x.team_id = any (me.teams))
      and x.starts_at <= me.moment and (x.ends_at is null or x.ends_at > me.moment)
      and (x.account_id is not null or not exists (select from restricted_record r where r.person_id = x.person_id and r.lifted_at is null))
      and of_category = any (shared_categories(x.agreement_id, x.person_id, x.team_id, x.account_id, x.categories, me.moment, me.today)))
$$;
comment on function is_shared_with_agency(uuid, text, uuid, standing) is 'Whether an agreement with this agency opens this category of the person to somebody of this standing now.';
grant execute on function may_read_beyond_agreements(uuid, text, uuid, standing), is_shared_with_agency(uuid, text, uuid, standing) to onedoor_app, onedoor_worker;

create procedure keep_beyond_agreements(table_name text, what text default 'all') language plpgsql as $$
declare
  named text := coalesce((select quote_literal(category) from protected_table where name = table_name), 'category');
  author text := case
    when (select qual from pg_policies where tablename = table_name and policyname = 'readers') like '%created_by%' then 'created_by' else 'null' end;
  beyond text := format('may_read_beyond_agreements(person_id, %s, %s, (select my_standing()))', named, author);
begin
  update protected_table set beyond_agreements = what where name = table_name;
  execute format('alter policy readers on %I using (%s)', table_name, case what
    when 'contact' then format('case when category = ''contact'' then %s else may_read(person_id, category, %s, (select my_standing())) end', beyond, author)
    else beyond end);
  if what = 'others' then
    execute format('create policy party on %I for select to onedoor_app using (is_shared_with_agency(person_id, %s, organisation_id, (select my_standing())))', table_name, named);
  end if;
end $$;
comment on procedure keep_beyond_agreements(text, text) is 'Keeps a protected table, or that part of it, from whoever reaches a person under an agreement alone. Called after protect().';

do $$
declare kept text;
begin
  foreach kept in array array[
    'clock', 'coming_help', 'contact_try', 'held_back', 'identity_link', 'measure_request', 'message', 'offer', 'possible_match', 'referral', 'referral_question',
    'restricted_record', 'safeguarding_concern', 'support_session', 'transition', 'triage_decision']
  loop
    call keep_beyond_agreements(kept);
  end loop;
end $$;
call keep_beyond_agreements('journey_event', 'contact');
call keep_beyond_agreements('referral_answer', 'contact');
call keep_beyond_agreements('related_person', 'contact');
call keep_beyond_agreements('sharing_choice', 'others');
call keep_beyond_agreements('sharing_without_agreement', 'others');
