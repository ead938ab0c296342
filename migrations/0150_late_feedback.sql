-- Whoever referred somebody hears by a day: what is late is found by small indexes, however large the place.

create index message_to_referrer_late on message (created_at) where audience = 'referrer' and state in ('queued', 'held', 'sending', 'failed', 'refused');
create index task_to_tell_referrer on task (created_at) where kind = 'message.referrer' and done_at is null;
create index triage_decision_untold on triage_decision (confirmed_at) where state = 'confirmed';
