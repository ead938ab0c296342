-- Who waits past a promise is looked for among those a team is answerable for, not among everybody in the place.

create index referral_open_by_team on referral (team_id) where state in ('submitted', 'in_triage', 'waiting_info', 'unreachable', 'decided', 'handed_over');
create index offer_accepted_by_team on offer (team_id, accepted_at) where state = 'accepted';
