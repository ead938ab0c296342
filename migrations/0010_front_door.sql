-- What a referrer may see of the way their own referral has taken: each step, when, and who of staff made it. No reason, no clinical detail, ever.

create view referral_step with (security_barrier) as
  select t.id, t.subject_id as referral_id, t.to_state, t.at, case when a.kind = 'staff' then a.name else '' end as who
  from transition t
  join referral r on r.id = t.subject_id
  left join account a on a.id = t.created_by
  where t.lifecycle = 'referral' and r.referrer_account_id = current_account();
comment on view referral_step is 'Steps of the referrals that the current account sent, oldest first by id.';
grant select on referral_step to onedoor_app;
