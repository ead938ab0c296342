-- Indexes for what the bench found to read whole tables once there are many people: each is looked up by these, on a page or in the report of a year.

-- What became of referrals, and deciding: the offers of a decision.
create index offer_by_decision on offer (decision_id, position);
-- The record and the report: what belongs to one enrolment, one request, one session.
create index enrolment_by_referral on enrolment (referral_id) where referral_id is not null;
create index support_session_by_enrolment on support_session (enrolment_id, starts_at) where enrolment_id is not null;
create index measure_request_by_enrolment on measure_request (enrolment_id) where enrolment_id is not null;
create index measure_request_by_session on measure_request (session_id) where session_id is not null;
create index measure_result_by_request on measure_result (request_id);
create index plan_by_enrolment on plan (enrolment_id) where enrolment_id is not null;
-- Finding who somebody may be: pairs that were decided already, from either side.
create index possible_match_by_candidate on possible_match (candidate_id);
-- Tries to reach somebody about a referral.
create index contact_try_by_referral on contact_try (referral_id, at) where referral_id is not null;
-- A worker’s day: what is still to come and what is not written up yet, without the years of what is.
create index support_session_open_by_worker on support_session (worker_id, starts_at) where state in ('scheduled', 'confirmed', 'attended', 'late_seen');

-- Who somebody is is worked out once for a query, here as in every other policy; and the cheap reasons are looked at before the dear one.
create function is_about_own_record(entry uuid, me standing) returns boolean
  stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language sql as $$
  select exists (select from audit_person p where p.entry_id = entry and is_own_record(p.person_id, me))
$$;
comment on function is_about_own_record(uuid, standing) is 'Whether an entry names the own person of the account of this standing.';
grant execute on function is_about_own_record(uuid, standing) to onedoor_app, onedoor_worker;
drop policy own_and_about_me on audit_entry;
create policy own_and_about_me on audit_entry for select to onedoor_app using (
  account_id = current_account() or has_role('IG', (select my_standing())) or is_about_own_record(id, (select my_standing())));
drop function is_about_own_record(uuid);

create function is_referrer(person uuid, original_person uuid, me standing) returns boolean
  stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language sql as $$
  select exists (select from reach(person, me) r where r.relationship = 'referrer')
    or exists (select from reach(original_person, me) r where r.relationship = 'referrer')
$$;
comment on function is_referrer(uuid, uuid, standing) is 'Whether the account of this standing may still follow what it sent about a person, also after the record was found to be that of somebody known.';
grant execute on function is_referrer(uuid, uuid, standing) to onedoor_app, onedoor_worker;
create or replace view referral_status with (security_barrier) as
  select r.id, r.number, r.state, r.received_at, r.decide_by, r.referrer_account_id, r.service_asked, r.urgency_asked,
         p.known_as, p.given_name, p.family_name,
         reader.name as reader_name, reader.job as reader_job, holding.name as team_name,
         d.first_step, d.response_code, d.respond_by, d.message_to_referrer, d.confirmed_at,
         (select jsonb_agg(jsonb_build_object('what', o.what, 'team', t.name, 'state', o.state, 'owner', coalesce(a.name, w.name), 'accept_by', o.accept_by) order by o.position)
            from offer o join team t on t.id = o.team_id left join account a on a.id = o.accepted_by left join account w on w.id = o.owner_id
           where o.decision_id = d.id) as offers
  from referral r
  -- Always the record made at the door: what a known person's record says is never shown to whoever referred them.
  join person p on p.id = coalesce(r.original_person_id, r.person_id)
  join team holding on holding.id = r.team_id
  left join account reader on reader.id = r.reader_id
  left join lateral (select * from triage_decision d where d.referral_id = r.id and d.state = 'communicated' order by d.created_at desc limit 1) d on true
  where r.referrer_account_id = current_account() and is_referrer(r.person_id, r.original_person_id, (select my_standing()));
drop function is_referrer(uuid, uuid);
