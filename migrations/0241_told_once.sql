-- Somebody tells their journey once, and says of each agency whether it may use what they told: use it, ask me first, do not use it (MOS-6). What a person told
-- one agency another reads only so; and every change of what they said is kept.

alter table sharing_choice
  add column said boolean not null default true,
  add column question_at timestamptz,
  add column question_by uuid references account,
  add column question_because text not null default '',
  add constraint asked_whole check ((question_at is null) = (question_by is null));
update sharing_choice set said = false where how_given = 'not by themselves';
comment on column sharing_choice.said is 'Whether the person said it themselves. What was not answered, or was answered for them, stands for nothing they chose.';
comment on column sharing_choice.question_at is 'When somebody asked to use what they told, and they have not answered yet; question_because says what for.';

call give_lifecycle('sharing_choice', 'sharing_choice', 'contact', $$
- -> asked agreed declined
asked -> agreed declined
agreed -> withdrawn expired
declined -> asked
withdrawn -> asked
expired -> asked
$$);

create or replace function a_no_ends_an_earlier_yes() returns trigger language plpgsql as $$
begin
  if new.state in ('declined', 'withdrawn') or new.state = 'asked' and new.said then
    update sharing_choice set state = 'withdrawn', version = version + 1
    where person_id = new.person_id and organisation_id = new.organisation_id and purpose = new.purpose
      and id <> new.id and state = 'agreed' and created_at <= new.created_at;
  end if;
  return new;
end $$;

create function keeps_told_from(person uuid, agency uuid, at timestamptz) returns boolean stable parallel safe language sql as $$
  select coalesce((
      select c.state <> 'agreed' from sharing_choice c
      where c.person_id = person and c.organisation_id = agency and c.purpose = 'support' and c.said
      order by c.created_at desc, c.id desc limit 1), false)
    and not exists (
      select from sharing_without_agreement w
      where w.person_id = person and w.organisation_id = agency and 'story' = any (w.categories)
        and w.decided_at <= at and (w.ended_at is null or w.ended_at > at))
$$;
comment on function keeps_told_from(uuid, uuid, timestamptz) is 'Whether what the person said last keeps what they told from an agency, and no recorded ground allows it.';

create function may_use_told(person uuid, referral uuid, made_by uuid, me standing) returns boolean
  stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language plpgsql as $$
declare
  told_to uuid;
  own_agency uuid;
begin
  if made_by = me.account or is_own_record(person, me)
    or not exists (select from sharing_choice c where c.person_id = person and c.said and c.purpose = 'support' and c.state <> 'agreed') then return true; end if;
  told_to := (select t.organisation_id from public.referral f join team t on t.id = f.team_id where f.id = may_use_told.referral);
  own_agency := (select organisation_id from account where id = me.account);
  return exists (
    select from reach(person, me) r left join team t on t.id = r.team_id
    where (r.categories is null or 'story' = any (r.categories))
      and case when r.role is null then 'read story ' || r.team_id = any (me.powers)
        else exists (select from access_rule rule where rule.role = r.role and rule.category = 'story' and rule.reading in ('full', 'agreement', 'break_glass')) end
      -- An agreement opens what they chose already; in an emergency it is told and looked at.
      and (r.relationship in ('agreement', 'break_glass')
        or coalesce(t.organisation_id, own_agency) is null
        or coalesce(t.organisation_id, own_agency) = told_to
        or not keeps_told_from(person, coalesce(t.organisation_id, own_agency), me.moment)));
end $$;
comment on function may_use_told(uuid, uuid, uuid, standing) is 'Whether what the person told is open to somebody of this standing: told to their agency, or not kept from it by what the person said.';
grant execute on function may_use_told(uuid, uuid, uuid, standing) to onedoor_app, onedoor_worker;
create policy as_they_said on referral_answer as restrictive for select to onedoor_app using (
  category <> 'story' or may_use_told(person_id, referral_id, created_by, (select my_standing())));
