-- What a service is changing: proposals of recovery partners and what came of them, developments with the money that pays for them, and consultations
-- that anybody may answer. Nothing here is about a person who is supported.

create function works_here(me standing) returns boolean stable parallel safe language sql as $$ select coalesce(cardinality(me.roles) > 0, false) $$;
comment on function works_here(standing) is 'Whether the account works here today, in any role.';
grant execute on function works_here(standing) to onedoor_app, onedoor_worker;

create function keep_as_it_was() returns trigger language plpgsql as $$
begin
  raise exception 'What happened is kept as it happened.' using errcode = 'OD002';
end $$;
comment on function keep_as_it_was() is 'For tables whose rows are never changed or taken away.';

create table developments_page (
  only_one boolean primary key default true check (only_one),
  proposals_public boolean not null default false,
  version int not null default 1
);
comment on table developments_page is 'What a place shows of its developments to everybody.';
insert into developments_page default values;
alter table developments_page enable row level security;
create policy everybody on developments_page for select to onedoor_app using (true);
create policy managers on developments_page for update to onedoor_app using (has_role('MGR', (select my_standing()))) with check (has_role('MGR', (select my_standing())));
create policy worker on developments_page to onedoor_worker using (true) with check (true);
grant select, update (proposals_public, version) on developments_page to onedoor_app;
grant select, update on developments_page to onedoor_worker;

create function proposals_are_public() returns boolean stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language sql
  as $$ select coalesce((select proposals_public from developments_page), false) $$;
grant execute on function proposals_are_public() to onedoor_app, onedoor_worker;

-- Developments and money.

create table development (
  id uuid primary key,
  name text not null check (name <> ''),
  words text not null,
  stage text not null check (stage in ('planned', 'being_made', 'open', 'stopped')),
  since date,
  cost_pence bigint check (cost_pence >= 0),
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid not null references account
);
comment on table development is 'Something a service makes or changes: a pathway, a café, a team.';
comment on column development.cost_pence is 'What it costs, as far as anybody has said: a year’s cost where the money comes every year.';

create table funding_line (
  id uuid primary key,
  name text not null check (name <> ''),
  funder text not null check (funder <> ''),
  amount_pence bigint check (amount_pence >= 0),
  from_on date not null,
  to_on date check (to_on >= from_on),
  recurring boolean not null,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid not null references account
);
comment on table funding_line is 'Money somebody gives for a time, in whole pence; without an amount where nobody has said it.';
comment on column funding_line.recurring is 'The amount comes again every year, else once.';

create table development_funding (
  development_id uuid not null references development,
  funding_line_id uuid not null references funding_line,
  amount_pence bigint check (amount_pence >= 0),
  ended_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid not null references account,
  primary key (development_id, funding_line_id)
);
create index development_funding_by_line on development_funding (funding_line_id);
comment on table development_funding is 'Which money pays for which development, and how much of it, as far as anybody has said.';

create table funding_trace (
  id bigint generated always as identity primary key,
  about text not null check (about in ('development', 'funding_line', 'development_funding')),
  subject_id uuid not null,
  said jsonb not null,
  at timestamptz not null,
  account_id uuid
);
create index funding_trace_by_subject on funding_trace (subject_id, id);
comment on table funding_trace is 'Each development, funding line and link as it was written, every time. Written by the trigger only.';
create trigger append_only before update or delete or truncate on funding_trace for each statement execute function keep_as_it_was();

create function trace_funding() returns trigger security definer set search_path = pg_catalog, public, pg_temp language plpgsql as $$
begin
  insert into funding_trace (about, subject_id, said, at, account_id)
  values (tg_table_name, coalesce((to_jsonb(new) ->> 'id')::uuid, (to_jsonb(new) ->> 'development_id')::uuid), to_jsonb(new), current_moment(), current_account());
  return new;
end $$;
create trigger trace_funding after insert or update on development for each row execute function trace_funding();
create trigger trace_funding after insert or update on funding_line for each row execute function trace_funding();
create trigger trace_funding after insert or update on development_funding for each row execute function trace_funding();

do $$
declare a_table text;
begin
  foreach a_table in array '{development,funding_line,development_funding}'::text[] loop
    execute format('alter table %I enable row level security', a_table);
    execute format('create policy readers on %I for select to onedoor_app using (works_here((select my_standing())))', a_table);
    execute format('create policy writers on %I for insert to onedoor_app with check (has_role(''MGR'', (select my_standing())) and created_by = (select current_account()))', a_table);
    execute format('create policy changers on %I for update to onedoor_app using (has_role(''MGR'', (select my_standing()))) with check (has_role(''MGR'', (select my_standing())))', a_table);
    execute format('create policy worker on %I for select to onedoor_worker using (true)', a_table);
    execute format('grant select, insert on %I to onedoor_app', a_table);
    execute format('grant select on %I to onedoor_worker', a_table);
  end loop;
end $$;
grant update (name, words, stage, since, cost_pence, version) on development to onedoor_app;
grant update (name, funder, amount_pence, from_on, to_on, recurring, version) on funding_line to onedoor_app;
grant update (amount_pence, ended_at, version) on development_funding to onedoor_app;
alter table funding_trace enable row level security;
create policy readers on funding_trace for select to onedoor_app using (works_here((select my_standing())));
grant select on funding_trace to onedoor_app;

-- Proposals of people who design with their own experience.

create table proposal (
  id uuid primary key,
  state text not null check (state in ('proposed', 'considered', 'agreed', 'not_agreed', 'done', 'result')),
  title text not null check (title <> ''),
  words text not null check (words <> ''),
  why text not null check (why <> ''),
  author_name text not null default '',
  author_role text not null check (author_role <> ''),
  reason text not null default '',
  decided_by uuid references account,
  decided_at timestamptz,
  result text not null default '',
  result_on date,
  development_id uuid references development,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid not null references account,
  check (state <> 'not_agreed' or reason <> ''),
  check ((state = 'result') = (result <> '')),
  check ((result = '') = (result_on is null)),
  check ((decided_by is null) = (decided_at is null)),
  check ((state in ('proposed', 'considered')) = (decided_by is null))
);
create index proposal_lately on proposal (id desc);
comment on table proposal is 'What a recovery partner proposes, what was decided by whom and why, and what changed.';
comment on column proposal.author_name is 'The name its author wants to be shown by; empty where they want none. Nothing of their health is kept.';

create table proposal_step (
  from_state text,
  to_state text not null,
  roles text[] not null,
  needs text check (needs in ('reason', 'result')),
  unique nulls not distinct (from_state, to_state)
);
comment on table proposal_step is 'The transition table of proposals: the roles that may take each step, and what each needs.';
insert into proposal_step values
  (null, 'proposed', '{MGR,VOL,PAR}', null),
  ('proposed', 'considered', '{MGR}', null),
  ('considered', 'agreed', '{MGR}', null),
  ('considered', 'not_agreed', '{MGR}', 'reason'),
  ('agreed', 'done', '{MGR}', null),
  ('done', 'result', '{MGR}', 'result');

create table proposal_trace (
  id bigint generated always as identity primary key,
  proposal_id uuid not null references proposal,
  from_state text,
  to_state text not null,
  at timestamptz not null,
  account_id uuid not null references account,
  words text not null
);
create index proposal_trace_by_proposal on proposal_trace (proposal_id, id);
comment on table proposal_trace is 'Who took which step with a proposal, when, with which words. Written by the trigger only, and never changed.';
create trigger append_only before update or delete or truncate on proposal_trace for each statement execute function keep_as_it_was();
create trigger kept before delete or truncate on proposal for each statement execute function keep_as_it_was();

create function keep_proposal() returns trigger security definer set search_path = pg_catalog, public, pg_temp language plpgsql as $$
declare
  me standing := my_standing();
  step proposal_step%rowtype;
  before text := case when tg_op = 'UPDATE' then old.state end;
begin
  if me.account is null then raise exception 'A proposal is moved by somebody, not by the program.' using errcode = '42501'; end if;
  if tg_op = 'INSERT' then
    new.created_by := me.account;
    new.created_at := current_moment();
    new.decided_by := null; new.decided_at := null; new.reason := ''; new.result := ''; new.result_on := null;
  else
    if (old.id, old.title, old.words, old.why, old.author_name, old.author_role, old.created_at, old.created_by)
       is distinct from (new.id, new.title, new.words, new.why, new.author_name, new.author_role, new.created_at, new.created_by) then
      raise exception 'A proposal stays as it was made.' using errcode = '42501';
    end if;
    new.version := old.version + 1;
    new.decided_by := old.decided_by; new.decided_at := old.decided_at;
    if before = new.state then
      if (old.reason, old.result, old.result_on) is distinct from (new.reason, new.result, new.result_on) then
        raise exception 'What was decided stays as it was said.' using errcode = '42501';
      end if;
      return new;
    end if;
  end if;
  select * into step from proposal_step s where s.from_state is not distinct from before and s.to_state = new.state;
  if not found then
    raise exception 'A proposal cannot go from % to %.', coalesce(before, 'the beginning'), new.state using errcode = 'OD001';
  end if;
  if not step.roles && me.roles then raise exception 'This role does not take that step with a proposal.' using errcode = '42501'; end if;
  if new.state in ('agreed', 'not_agreed') then
    new.decided_by := me.account; new.decided_at := current_moment();
  elsif tg_op = 'UPDATE' then
    new.reason := old.reason;
  end if;
  if new.state <> 'result' and tg_op = 'UPDATE' then new.result := old.result; new.result_on := old.result_on; end if;
  if step.needs = 'reason' and trim(new.reason) = '' then raise exception 'Not agreeing needs a reason.' using errcode = '23514'; end if;
  if step.needs = 'result' and (trim(new.result) = '' or new.result_on is null or new.result_on > current_day()) then
    raise exception 'A result says what changed and since which day.' using errcode = '23514';
  end if;
  return new;
end $$;
create trigger keep_proposal before insert or update on proposal for each row execute function keep_proposal();

create function trace_proposal() returns trigger security definer set search_path = pg_catalog, public, pg_temp language plpgsql as $$
begin
  if tg_op = 'INSERT' or old.state <> new.state then
    insert into proposal_trace (proposal_id, from_state, to_state, at, account_id, words)
    values (new.id, case when tg_op = 'UPDATE' then old.state end, new.state, current_moment(), current_account(),
      case when new.state in ('agreed', 'not_agreed') then new.reason when new.state = 'result' then new.result else '' end);
  end if;
  return new;
end $$;
create trigger trace_proposal after insert or update on proposal for each row execute function trace_proposal();

alter table proposal enable row level security;
create policy readers on proposal for select to onedoor_app using (works_here((select my_standing())) or (select proposals_are_public()));
create policy writers on proposal for insert to onedoor_app with check ((select my_standing()).roles && '{MGR,VOL,PAR}'::text[] and created_by = (select current_account()));
create policy changers on proposal for update to onedoor_app using (has_role('MGR', (select my_standing()))) with check (has_role('MGR', (select my_standing())));
create policy worker on proposal for select to onedoor_worker using (true);
alter table proposal_trace enable row level security;
create policy readers on proposal_trace for select to onedoor_app using (works_here((select my_standing())) or (select proposals_are_public()));
create policy worker on proposal_trace for select to onedoor_worker using (true);
grant select on proposal, proposal_trace, proposal_step to onedoor_app, onedoor_worker;
grant insert (id, state, title, words, why, author_name, author_role, development_id, created_at, created_by) on proposal to onedoor_app;
grant update (state, reason, result, result_on, development_id) on proposal to onedoor_app;

-- Consultations.

create table consultation (
  id uuid primary key,
  language text not null check (language in ('en', 'cy', 'pl', 'so', 'ur', 'ar')),
  draft jsonb not null,
  questions jsonb,
  opens_on date not null,
  closes_on date not null check (closes_on >= opens_on),
  published_at timestamptz,
  heard text not null default '',
  heard_at timestamptz,
  heard_by uuid references account,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid not null references account,
  check ((heard = '') = (heard_at is null)),
  check ((heard_at is null) = (heard_by is null)),
  check ((questions is null) = (published_at is null))
);
create index consultation_published on consultation (closes_on desc, id desc) where published_at is not null;
comment on table consultation is 'A document that everybody may read, with questions that everybody may answer until a day, and what was made of the answers.';
comment on column consultation.draft is 'The text being written: title, what changes in a few words, sections, questions. The public reads consultation_text only.';
comment on column consultation.questions is 'The questions as they were first published. They stay: other questions would be another consultation.';
comment on column consultation.heard is 'What we heard and what we did, published at the same address after it closed.';

create table consultation_text (
  id uuid primary key,
  consultation_id uuid not null references consultation,
  number int not null check (number > 0),
  title text not null check (title <> ''),
  in_short text not null check (in_short <> ''),
  corrected text not null default '',
  sections jsonb not null,
  published_at timestamptz not null,
  published_by uuid not null references account,
  unique (consultation_id, number),
  check ((number = 1) = (corrected = ''))
);
comment on table consultation_text is 'Each published text of a consultation, frozen. A correction is the next number and says what was corrected.';
create trigger append_only before update or delete or truncate on consultation_text for each statement execute function keep_as_it_was();
create trigger kept before delete or truncate on consultation for each statement execute function keep_as_it_was();

create function keep_consultation() returns trigger security definer set search_path = pg_catalog, public, pg_temp language plpgsql as $$
begin
  if old.published_at is not null and (old.questions, old.published_at, old.opens_on, old.language) is distinct from (new.questions, new.published_at, new.opens_on, new.language) then
    raise exception 'What was published stays as it was published.' using errcode = '42501';
  end if;
  if old.published_at is not null and new.closes_on < old.closes_on then
    raise exception 'A consultation is never closed before the day it promised.' using errcode = '42501';
  end if;
  if old.closes_on <> new.closes_on and old.published_at is not null and old.closes_on < current_day() then
    raise exception 'A consultation that has closed stays closed.' using errcode = '42501';
  end if;
  if old.heard_at is not null and (old.heard, old.heard_at, old.heard_by) is distinct from (new.heard, new.heard_at, new.heard_by) then
    raise exception 'What was published stays as it was published.' using errcode = '42501';
  end if;
  if old.heard_at is null and new.heard_at is not null and (new.published_at is null or new.closes_on >= current_day()) then
    raise exception 'What we heard is published after it has closed.' using errcode = 'OD001';
  end if;
  new.version := old.version + 1;
  return new;
end $$;
create trigger keep_consultation before update on consultation for each row execute function keep_consultation();

create table consultation_response (
  id uuid primary key,
  consultation_id uuid not null references consultation,
  text_number int not null,
  answering_as text not null check (answering_as in ('uses_services', 'carer', 'staff', 'organisation', 'resident', 'prefer_not_to_say')),
  answers jsonb not null,
  answered_on date not null,
  foreign key (consultation_id, text_number) references consultation_text (consultation_id, number)
);
create index consultation_response_by_consultation on consultation_response (consultation_id, id desc);
comment on table consultation_response is 'What somebody answered, without who they are. The day it came, not the minute.';
create trigger append_only before update or delete or truncate on consultation_response for each statement execute function keep_as_it_was();

create table consultation_tell (
  id uuid primary key,
  consultation_id uuid not null references consultation,
  email text not null check (email = lower(email)),
  told_at timestamptz,
  unique (consultation_id, email)
);
comment on table consultation_tell is 'Who asked to be told the result, apart from what they answered: nothing joins the two. Taken away once they were told.';

create table consultation_draft (
  code_hash text primary key,
  consultation_id uuid not null references consultation,
  answers jsonb not null,
  version int not null default 1,
  saved_at timestamptz not null,
  ends_at timestamptz not null
);
create index consultation_draft_ending on consultation_draft (ends_at);
comment on table consultation_draft is 'Answers that are being written, behind a code of which only a hash is kept. They end by themselves.';

alter table consultation enable row level security;
create policy everybody on consultation for select to onedoor_app using (published_at is not null or (select my_standing()).roles && '{MGR,COM}'::text[]);
create policy writers on consultation for insert to onedoor_app with check (has_role('MGR', (select my_standing())) and created_by = (select current_account()) and published_at is null);
create policy changers on consultation for update to onedoor_app using (has_role('MGR', (select my_standing()))) with check (has_role('MGR', (select my_standing())));
create policy worker on consultation for select to onedoor_worker using (true);
alter table consultation_text enable row level security;
create policy everybody on consultation_text for select to onedoor_app using (true);
create policy writers on consultation_text for insert to onedoor_app with check (has_role('MGR', (select my_standing())) and published_by = (select current_account()));
create policy worker on consultation_text for select to onedoor_worker using (true);
alter table consultation_response enable row level security;
create policy readers on consultation_response for select to onedoor_app using ((select my_standing()).roles && '{MGR,COM}'::text[]);
create policy worker on consultation_response to onedoor_worker using (true) with check (true);
alter table consultation_tell enable row level security;
create policy readers on consultation_tell for select to onedoor_app using (has_role('MGR', (select my_standing())));
create policy worker on consultation_tell to onedoor_worker using (true) with check (true);
alter table consultation_draft enable row level security;
create policy worker on consultation_draft to onedoor_worker using (true) with check (true);

grant select on consultation, consultation_text, consultation_response, consultation_tell to onedoor_app;
grant insert (id, language, draft, opens_on, closes_on, created_at, created_by) on consultation to onedoor_app;
grant update (language, draft, questions, opens_on, closes_on, published_at, heard, heard_at, heard_by) on consultation to onedoor_app;
grant insert on consultation_text to onedoor_app;
grant select on consultation, consultation_text to onedoor_worker;
grant select, insert on consultation_response to onedoor_worker;
grant select, insert, update, delete on consultation_tell, consultation_draft to onedoor_worker;

-- Early help by quarter.

create table early_quarter (
  from_on date primary key,
  content jsonb not null,
  made_at timestamptz not null
);
comment on table early_quarter is 'How far early help reached in a quarter that has ended: counted once, with small numbers already hidden, and never again.';
create trigger append_only before update or delete or truncate on early_quarter for each statement execute function keep_as_it_was();
alter table early_quarter enable row level security;
create policy readers on early_quarter for select to onedoor_app using ((select my_standing()).roles && '{MGR,COM}'::text[]);
create policy worker on early_quarter to onedoor_worker using (true) with check (true);
grant select on early_quarter to onedoor_app;
grant select, insert on early_quarter to onedoor_worker;
