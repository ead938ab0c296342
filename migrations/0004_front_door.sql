-- The front door: what somebody began to tell us, and the referral that every door makes.

create table door_draft (
  code_hash text primary key,
  kind text not null check (kind in ('self', 'for_someone_else')),
  language text not null,
  answers jsonb not null default '{}',
  version int not null default 1,
  created_at timestamptz not null,
  saved_at timestamptz not null,
  ends_at timestamptz not null,
  referral_id uuid
);
comment on table door_draft is 'Answers kept behind a return code while somebody asks for help. Only the hash of the code is stored; only its holder sees the row.';
comment on column door_draft.referral_id is 'Set when it was sent. The code then opens what happens next instead of the questions.';
alter table door_draft enable row level security;
create policy holder on door_draft to onedoor_app using (code_hash = current_door() and ends_at > current_moment()) with check (code_hash = current_door());
create policy worker on door_draft to onedoor_worker using (true) with check (true);
grant select, insert on door_draft to onedoor_app;
grant update (kind, language, answers, version, saved_at, ends_at) on door_draft to onedoor_app;
grant select, insert, update, delete on door_draft to onedoor_worker;
create index door_draft_by_end on door_draft (ends_at);

create sequence referral_number start 4821;
grant usage on sequence referral_number to onedoor_app, onedoor_worker;

create table referral (
  id uuid primary key,
  number bigint not null unique default nextval('referral_number'),
  person_id uuid not null references person,
  original_person_id uuid,
  state text not null check (state in ('draft', 'submitted', 'in_triage', 'waiting_info', 'unreachable', 'decided', 'handed_over', 'closed', 'withdrawn', 'merged')),
  door text not null,
  kind text not null check (kind in ('self', 'carer', 'professional', 'imported')),
  language text not null default 'en',
  team_id uuid not null references team,
  service_asked text,
  referrer_account_id uuid references account,
  referrer_name text not null default '',
  referrer_job text not null default '',
  referrer_organisation text not null default '',
  referrer_phone text not null default '',
  referrer_email text not null default '',
  urgency_asked text,
  agreement text not null default 'own' check (agreement in ('own', 'agreed', 'without_agreement')),
  agreement_reason text not null default '',
  identity text not null default 'undecided' check (identity in ('undecided', 'linked', 'new')),
  reader_id uuid references account,
  received_at timestamptz not null,
  decide_by timestamptz not null,
  rules_version text not null default '',
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid
);
create index referral_queue on referral (team_id, decide_by, id) where state in ('submitted', 'in_triage', 'waiting_info', 'unreachable');
create index referral_by_person on referral (person_id);
create index referral_by_referrer on referral (referrer_account_id, received_at desc) where referrer_account_id is not null;
create index referral_by_received on referral (received_at, id);
comment on table referral is 'Somebody asked for help, by any door: the same record. There is no rejected state.';
comment on column referral.original_person_id is 'The record made at the door, when the referral was later linked to a person already known; undoing the link returns to it.';
comment on column referral.urgency_asked is 'What the referrer asked for; why is an answer of its own, and clinical. The decided response time is kept apart, and neither overwrites the other.';
comment on column referral.decide_by is 'When the TRIAGE clock is due. The queue’s order: time left, nothing else.';
comment on column referral.identity is 'Whether this is somebody already known: linked, new, or not decided yet.';
call protect('referral', 'contact');

call give_lifecycle('referral', 'referral', 'contact', $$
- -> draft submitted
draft -> submitted withdrawn
submitted -> in_triage withdrawn merged
in_triage -> waiting_info unreachable decided withdrawn merged
waiting_info -> in_triage withdrawn
unreachable -> in_triage decided withdrawn
decided -> handed_over in_triage withdrawn
handed_over -> closed withdrawn
closed -> in_triage
withdrawn -> in_triage
$$);

create table referral_answer (
  id uuid primary key,
  referral_id uuid not null references referral,
  person_id uuid not null references person,
  category text not null references data_category,
  question text not null,
  status text not null check (status in ('answered', 'declined', 'not_known', 'not_asked')),
  words text not null default '',
  codes text[] not null default '{}',
  said_by text not null check (said_by in ('person', 'carer', 'referrer')),
  language text not null default 'en',
  position int not null,
  asked_at timestamptz not null,
  created_by uuid,
  unique (referral_id, question)
);
create index referral_answer_by_person on referral_answer (person_id);
comment on table referral_answer is 'One answer to one question, in its own data category, so that each reader gets only what they may.';
comment on column referral_answer.status is 'Not asked, asked and declined, and not known are three different answers; none is left blank or guessed.';
call protect('referral_answer', null, own_items => true);
create policy nobody_rewrites_anothers_words on referral_answer as restrictive for update to onedoor_app
  using (status <> 'answered' or created_by = current_account());

create table clock (
  id uuid primary key,
  kind text not null,
  person_id uuid not null references person,
  subject_kind text not null,
  subject_id uuid not null,
  started_at timestamptz not null,
  due_at timestamptz,
  stopped_at timestamptz,
  stopped_because text not null default '',
  created_at timestamptz not null,
  created_by uuid
);
create index clock_by_subject on clock (subject_id, kind);
create index clock_by_person on clock (person_id);
create index clock_due on clock (kind, due_at) where stopped_at is null;
comment on table clock is 'Times we promised. A clock belongs to us and is never shown counting down to the person.';
call protect('clock', 'contact');
create policy ours_not_theirs on clock as restrictive for insert to onedoor_app with check (not is_own_record(person_id, (select my_standing())));
create policy ours_to_stop on clock as restrictive for update to onedoor_app using (not is_own_record(person_id, (select my_standing())));

create table possible_match (
  id uuid primary key,
  referral_id uuid not null references referral,
  person_id uuid not null references person,
  candidate_id uuid not null references person,
  probability double precision not null check (probability between 0 and 1),
  evidence jsonb not null,
  sentence text not null,
  state text not null default 'open' check (state in ('open', 'same', 'not_same', 'not_sure')),
  decided_by uuid,
  decided_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  unique (referral_id, candidate_id)
);
create index possible_match_by_person on possible_match (person_id);
comment on table possible_match is 'Somebody already known who may be the same person, with the reasons field by field. What was decided is remembered.';
comment on column possible_match.sentence is 'The evidence in plain words: what agrees and what differs, never a value of the other record.';
call protect('possible_match', 'contact', kept_from_person => true);

create table contact_try (
  id uuid primary key,
  referral_id uuid references referral,
  person_id uuid not null references person,
  at timestamptz not null,
  channel text not null,
  result text not null,
  note text not null default '',
  created_at timestamptz not null,
  created_by uuid
);
create index contact_try_by_person on contact_try (person_id, at);
comment on table contact_try is 'Each try to reach somebody. Never a reason by itself to end anything.';
call protect('contact_try', 'clinical', own_items => true);
