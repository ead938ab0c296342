-- What makes coming possible for somebody who is too anxious to come: what was offered with a decision, whose it is, and what they chose (S6.4).

create table coming_help (
  id uuid primary key,
  person_id uuid not null references person,
  referral_id uuid not null references referral,
  decision_id uuid not null unique references triage_decision,
  offered text[] not null check (offered <@ array['outreach', 'choice', 'company']),
  not_offered_because text not null default '',
  owner_id uuid not null references account,
  place text check (place in ('home', 'outside', 'public', 'ours', 'other')),
  place_words text not null default '',
  channel text check (channel in ('01', '02', '11', '09')),
  company text check (company in ('ours', 'own', 'alone')),
  chosen_at timestamptz,
  chosen_by text check (chosen_by in ('person', 'worker')),
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid not null references account,
  check (offered <> '{}' or not_offered_because <> ''),
  check ((chosen_at is null) = (chosen_by is null))
);
create index coming_help_by_person on coming_help (person_id, created_at desc);
create index coming_help_by_referral on coming_help (referral_id);
comment on table coming_help is 'Outreach, a choice of place and channel, company on the first visit: what was offered with a decision, and what the person chose of it.';
comment on column coming_help.owner_id is 'Who sees to it: whoever decided, and then whoever says yes for the team.';
comment on column coming_help.not_offered_because is 'Why none of them is offered. Never empty then.';
comment on column coming_help.channel is 'Of the national list of consultation mechanisms.';
call protect('coming_help', 'contact');
