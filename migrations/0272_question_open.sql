-- A question that somebody has answered is not put to them again when somebody else is asked next: only the newest of a referral is open.

create or replace view referral_asked with (security_barrier) as
  select q.id, q.referral_id, q.words, q.created_at as at
  from referral_question q
  join referral r on r.id = q.referral_id
  where q.whom = 'referrer' and r.referrer_account_id = current_account()
    and not exists (select from referral_question later where later.referral_id = q.referral_id and (later.created_at, later.id) > (q.created_at, q.id));
comment on view referral_asked is 'What the current account was asked last about the referrals that it sent, unless somebody else was asked since.';
