-- A question whether an agency may use what somebody told can be answered “only this time”: a yes for the request that was asked about, which ends by itself.
-- The flag stays “ask me first”, so that they are asked again.

alter table sharing_choice
  add column question_referral_id uuid references referral,
  add column question_team text not null default '',
  add column question_what text not null default '',
  add column once_referral_id uuid references referral,
  add column once_until timestamptz,
  add constraint once_whole check ((once_until is null) = (once_referral_id is null)),
  add constraint once_only_where_asked check (once_until is null or (state = 'asked' and said));
comment on column sharing_choice.question_referral_id is 'The request whose answers they were asked about; question_team would read them because question_what was offered.';
comment on column sharing_choice.once_referral_id is 'The request whose answers the agency may use this time, until once_until, though it is to ask them first.';
create index sharing_choice_by_question on sharing_choice (question_referral_id) where question_referral_id is not null;
create index sharing_choice_by_once on sharing_choice (once_referral_id) where once_referral_id is not null;

create function keeps_told_from(person uuid, agency uuid, referral uuid, at timestamptz) returns boolean stable parallel safe language sql as $$
  select coalesce((
      select c.state <> 'agreed' and not coalesce(c.once_referral_id = keeps_told_from.referral and c.once_until > at, false) from sharing_choice c
      where c.person_id = person and c.organisation_id = agency and c.purpose = 'support' and c.said
      order by c.created_at desc, c.id desc limit 1), false)
    and not exists (
      select from sharing_without_agreement w
      where w.person_id = person and w.organisation_id = agency and 'story' = any (w.categories)
        and w.decided_at <= at and (w.ended_at is null or w.ended_at > at))
$$;
comment on function keeps_told_from(uuid, uuid, uuid, timestamptz) is
  'Whether what the person said last keeps what they told in a request from an agency: no yes, none for this time, and no recorded ground allows it.';

create or replace function may_use_told(person uuid, referral uuid, made_by uuid, me standing) returns boolean
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
        or not keeps_told_from(person, coalesce(t.organisation_id, own_agency), may_use_told.referral, me.moment)));
end $$;
drop function keeps_told_from(uuid, uuid, timestamptz);
