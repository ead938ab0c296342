-- Whoever asked for somebody hears what became of it only when that person says so. Until then their page says the same whatever happens (S3.8).

alter table referral add column carer_may_know text not null default 'not_asked' check (carer_may_know in ('not_asked', 'yes', 'no'));
comment on column referral.carer_may_know is 'Whether the person lets whoever asked for them at home hear what becomes of it. Never guessed: not asked is a no.';
