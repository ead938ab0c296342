-- The one thing that triage asks before it decides, kept in the words it was asked in: whoever is asked reads them on their own page, and whoever decides on the desk.

create table referral_question (
  id uuid primary key,
  referral_id uuid not null references referral,
  person_id uuid not null references person,
  whom text not null check (whom in ('person', 'referrer')),
  words text not null check (words <> ''),
  created_at timestamptz not null,
  created_by uuid references account
);
create index referral_question_by_referral on referral_question (referral_id, created_at desc);
create index referral_question_by_person on referral_question (person_id);
comment on table referral_question is 'What was asked of a person or of whoever referred them, before anybody decided.';
call protect('referral_question', 'story', by_worker => true);

create view referral_asked with (security_barrier) as
  select q.id, q.referral_id, q.words, q.created_at as at
  from referral_question q
  join referral r on r.id = q.referral_id
  where q.whom = 'referrer' and r.referrer_account_id = current_account();
comment on view referral_asked is 'What the current account was asked about the referrals that it sent.';
grant select on referral_asked to onedoor_app;
