-- Support: enrolment on a pathway with its strands, sessions, measures and plans, to the ending with the door left open.

create table enrolment (
  id uuid primary key,
  person_id uuid not null references person,
  referral_id uuid references referral,
  offer_id uuid references offer,
  service_code text not null,
  pathway_code text not null,
  pathway_version text not null,
  team_id uuid not null references team,
  key_worker_id uuid references account,
  state text not null check (state in ('offered', 'accepted', 'waiting', 'active', 'paused', 'ending', 'ended', 'declined', 'transferred')),
  stage text not null default '',
  agreed_how text not null default '',
  accepted_on date,
  starts_on date,
  planned_end_on date,
  ended_on date,
  ending_reason text,
  persons_view_of_ending text not null default '',
  re_entry_until date,
  review_on date,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid
);
create index enrolment_by_person on enrolment (person_id);
create index enrolment_caseload on enrolment (key_worker_id, starts_on) where state in ('accepted', 'waiting', 'active', 'paused', 'ending');
create index enrolment_by_team on enrolment (team_id, created_at);
comment on table enrolment is 'A person’s time on one pathway.';
comment on column enrolment.re_entry_until is 'Until then, coming back needs no new form and no new triage.';
call protect('enrolment', 'story');
call give_lifecycle('enrolment', 'enrolment', 'story', $$
- -> offered
offered -> accepted declined
accepted -> waiting active transferred
waiting -> active transferred
active -> paused ending transferred
paused -> active ending transferred
ending -> active ended transferred
$$);

create table strand (
  id uuid primary key,
  enrolment_id uuid not null references enrolment,
  person_id uuid not null references person,
  kind text not null,
  name text not null,
  aim text not null default '',
  timing text not null default 'now' check (timing in ('now', 'together', 'after')),
  state text not null check (state in ('planned', 'ready', 'active', 'paused', 'ended')),
  worker_id uuid references account,
  starts_on date,
  ended_on date,
  result text,
  persons_view text not null default '',
  position int not null,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid
);
create index strand_by_enrolment on strand (enrolment_id);
create index strand_by_person on strand (person_id);
comment on table strand is 'One line of support inside an enrolment. Strands are independent: none waits for another unless the person asks.';
call protect('strand', 'story');
call give_lifecycle('strand', 'strand', 'story', $$
- -> planned
planned -> ready
ready -> active
active -> paused ended
paused -> active ended
$$);

create table support_session (
  id uuid primary key,
  person_id uuid not null references person,
  enrolment_id uuid references enrolment,
  worker_id uuid not null references account,
  state text not null check (state in ('scheduled', 'confirmed', 'attended', 'late_seen', 'late_not_seen', 'missed', 'cancelled_person', 'cancelled_service', 'written_up')),
  starts_at timestamptz not null,
  minutes int not null check (minutes between 5 and 480),
  channel text not null,
  place text not null default '',
  interpreter text,
  attendance text,
  planned boolean not null default true,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid
);
create index support_session_by_person on support_session (person_id, starts_at desc);
create index support_session_by_worker on support_session (worker_id, starts_at);
comment on table support_session is 'An appointment or contact. A missed one asks and offers; it never ends support.';
call protect('support_session', 'contact');
call give_lifecycle('support_session', 'support_session', 'contact', $$
- -> scheduled attended
scheduled -> confirmed attended late_seen late_not_seen missed cancelled_person cancelled_service
confirmed -> attended late_seen late_not_seen missed cancelled_person cancelled_service
attended -> written_up
late_seen -> written_up
$$);

create table session_note (
  id uuid primary key,
  session_id uuid not null references support_session,
  person_id uuid not null references person,
  did text not null,
  agreed text not null,
  mood text not null default '',
  next_step text not null default '',
  interventions text[] not null default '{}',
  concern boolean not null default false,
  correction_of uuid references session_note,
  correction_reason text not null default '',
  shared_with_person boolean not null default true,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid
);
create index session_note_by_session on session_note (session_id, created_at desc);
create index session_note_by_person on session_note (person_id, created_at desc);
comment on table session_note is 'What we did and agreed. A correction is a new row with its reason; the old one stays.';
call protect('session_note', 'clinical', own_items => true);
revoke update on session_note from onedoor_app;
grant update (shared_with_person, version) on session_note to onedoor_app;

create table measure_request (
  id uuid primary key,
  person_id uuid not null references person,
  enrolment_id uuid references enrolment,
  session_id uuid references support_session,
  instrument text not null,
  instrument_version text not null,
  point text not null,
  state text not null check (state in ('due', 'sent', 'opened', 'completed', 'scored', 'chased', 'declined', 'expired', 'not_suitable')),
  due_on date not null,
  declined_reason text,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid
);
create index measure_request_by_person on measure_request (person_id, due_on);
comment on table measure_request is 'A measure asked for at a point in support. Declining is free.';
call protect('measure_request', 'measures', own_items => true);
call give_lifecycle('measure_request', 'measure_request', 'measures', $$
- -> due
due -> sent declined not_suitable
sent -> opened chased expired declined not_suitable
opened -> completed chased expired declined not_suitable
chased -> opened expired declined not_suitable
completed -> scored
$$);

create table measure_result (
  id uuid primary key,
  request_id uuid not null references measure_request,
  person_id uuid not null references person,
  instrument text not null,
  instrument_version text not null,
  point text not null,
  taken_at timestamptz not null,
  answers jsonb not null,
  total numeric,
  subscores jsonb not null default '{}',
  method text not null check (method in ('complete', 'prorated', 'not_scorable')),
  not_scorable_because text not null default '',
  completed_by text not null,
  read_aloud boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  check (method <> 'not_scorable' or total is null)
);
create index measure_result_by_person on measure_result (person_id, instrument, taken_at);
comment on table measure_result is 'Raw answers by item number, the score and how it was scored. No item wording is stored here.';
call protect('measure_result', 'measures', own_items => true);

create table plan (
  id uuid primary key,
  person_id uuid not null references person,
  enrolment_id uuid references enrolment,
  number int not null,
  state text not null check (state in ('draft', 'shared', 'agreed', 'agreed_with_differences', 'under_review', 'superseded', 'not_wanted')),
  about_me text not null default '',
  what_matters text not null default '',
  how_to_support_me text not null default '',
  strengths text not null default '',
  persons_difference text not null default '',
  workers_difference text not null default '',
  stay_well text not null default '',
  early_signs text not null default '',
  who_to_call text not null default '',
  agreed_how text,
  agreed_on date,
  worker_id uuid references account,
  review_on date,
  replaces_id uuid references plan,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  changed_by uuid
);
create index plan_by_person on plan (person_id, number desc);
comment on table plan is 'Made together, in two voices. The stay-well part is what is kept after support ends.';
call protect('plan', 'story');
call give_lifecycle('plan', 'plan', 'story', $$
- -> draft
draft -> shared not_wanted
shared -> agreed agreed_with_differences not_wanted
agreed -> under_review
agreed_with_differences -> under_review
under_review -> agreed agreed_with_differences superseded
$$);

create table goal (
  id uuid primary key,
  plan_id uuid not null references plan,
  person_id uuid not null references person,
  position int not null,
  words text not null,
  domain text,
  strength_used text not null default '',
  baseline int check (baseline between 0 and 10),
  progress int check (progress between 0 and 10),
  created_at timestamptz not null,
  created_by uuid,
  dropped_at timestamptz
);
create index goal_by_plan on goal (plan_id, position);
create index goal_by_person on goal (person_id);
comment on table goal is 'What the person wants, in their words.';
call protect('goal', 'story');

create table goal_step (
  id uuid primary key,
  goal_id uuid not null references goal,
  person_id uuid not null references person,
  position int not null,
  what text not null,
  owner text not null,
  owner_name text not null default '',
  by_on date,
  done_on date,
  created_at timestamptz not null,
  created_by uuid,
  dropped_at timestamptz
);
create index goal_step_by_goal on goal_step (goal_id, position);
create index goal_step_by_person on goal_step (person_id);
call protect('goal_step', 'story');
comment on table goal_step is 'One next step of a goal: what, who, by when.';
