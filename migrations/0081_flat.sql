-- So that no page costs more because the place is larger: each of these was read whole, or sorted whole, for a page of it.

-- Who looked, newest first: a page of one person’s entries.
create index audit_person_newest on audit_person (person_id, entry_id desc);
drop index audit_person_by_person;
-- What waits for a second clinician in a team’s open referrals.
create index triage_decision_awaiting on triage_decision (referral_id) where state = 'awaiting_countersign';
-- Colleagues by name.
create index account_staff_by_name on account (name) where kind = 'staff';
-- What became of what somebody sent, newest first.
drop index referral_by_referrer;
create index referral_by_referrer on referral (referrer_account_id, received_at desc, id desc) where referrer_account_id is not null;
-- How many people take up a service’s places in a team, or have one kept for them.
create index offer_by_team on offer (team_id, service_code, state);
create index enrolment_by_offer on enrolment (offer_id) where offer_id is not null;
