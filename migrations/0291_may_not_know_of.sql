-- Whether somebody may know of it belongs to each referral: one made without their knowing does not silence another that they agreed to, and linking two records
-- changes neither.

alter table referral add column may_not_know boolean not null default false;
comment on column referral.may_not_know is
  'The person may not know of this referral: nothing about it is sent to them, and nobody speaks of it before speaking to whoever asked.';

-- Those of whom the mark on the person still stands, also on the record that was made at the door and linked since; not where somebody spoke with them about it.
update referral r set may_not_know = true
where (r.agreement = 'without_agreement'
    or r.kind = 'carer' and not exists (
      select from referral_answer a where a.referral_id = r.id and a.question = 'do_they_know' and a.codes && array['yes']))
  and exists (select from contact_preference p where p.person_id in (r.person_id, r.original_person_id) and p.may_not_know)
  and not exists (
    select from contact_try t
    where t.referral_id = r.id and t.result in ('spoke', 'asked_to_call_back') and t.channel <> 'via_person');

alter table contact_preference drop column may_not_know;

create function knows_of_nothing_here(person uuid) returns boolean
  stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language sql as $$
  with theirs as (
    select knows_of_nothing_here.person as id
    union all
    select l.from_person_id from identity_link l where l.person_id = knows_of_nothing_here.person and l.undone_at is null
  ), asked as (
    select r.may_not_know from theirs join referral r on r.person_id = theirs.id where r.state <> 'draft'
    union all
    select r.may_not_know from identity_link l join referral r on r.id = l.referral_id
    where l.from_person_id = knows_of_nothing_here.person and l.undone_at is null
  )
  select coalesce(bool_and(asked.may_not_know), false) and not exists (
    select from theirs join enrolment e on e.person_id = theirs.id left join referral r on r.id = e.referral_id
    where e.state in ('active', 'paused', 'ending') and r.may_not_know is not true)
  from asked
$$;
comment on function knows_of_nothing_here(uuid) is
  'Whether all that somebody has here are referrals they may not know of. What was linked into their record, or out of it, is theirs; support counts unless it came of such a referral.';
grant execute on function knows_of_nothing_here(uuid) to onedoor_worker;

create function may_know_of_nothing(person uuid) returns boolean
  stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language sql as $$
  select may_read(may_know_of_nothing.person, 'contact', null, (select my_standing())) and knows_of_nothing_here(may_know_of_nothing.person)
$$;
comment on function may_know_of_nothing(uuid) is 'The same for the line beside their name: whoever reads how somebody is reached reads this too, also where the referral itself is not theirs to read.';
grant execute on function may_know_of_nothing(uuid) to onedoor_app;
