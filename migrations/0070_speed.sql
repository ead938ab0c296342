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
