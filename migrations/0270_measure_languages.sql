-- In which languages a place may ask each measure: English as published, and versions that it was given by the holder of the licence (S8.3, H23).
-- Whoever enters one never confirms it. No wording is kept here, and nothing is about a person.

create table measure_language (
  id uuid primary key,
  instrument text not null check (instrument <> ''),
  instrument_version text not null check (instrument_version <> ''),
  language text not null check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]+)*$' and language <> 'en'),
  holder text not null check (trim(holder) <> ''),
  reference text not null check (trim(reference) <> ''),
  received_on date not null,
  state text not null check (state in ('entered', 'confirmed', 'ended')),
  because text not null default '',
  confirmed_by uuid references account,
  confirmed_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid not null references account,
  check (confirmed_by <> created_by),
  check ((confirmed_by is null) = (confirmed_at is null)),
  check (state <> 'confirmed' or confirmed_by is not null),
  check ((state = 'ended') = (because <> ''))
);
create unique index measure_language_one on measure_language (instrument, instrument_version, language) where state <> 'ended';
comment on table measure_language is 'A translated version of a measure that the place holds: from whom, with which reference, entered by one person and confirmed by another.';
comment on column measure_language.holder is 'Whoever gave it: the holder of the licence, as the place says.';
comment on column measure_language.because is 'Why it is no longer used.';

create table measure_language_step (
  from_state text,
  to_state text not null,
  roles text[] not null,
  unique nulls not distinct (from_state, to_state)
);
comment on table measure_language_step is 'The transition table of language versions, with the roles that may take each step.';
insert into measure_language_step values
  (null, 'entered', '{MGR,SNR}'),
  ('entered', 'confirmed', '{MGR,SNR}'),
  ('entered', 'ended', '{MGR,SNR}'),
  ('confirmed', 'ended', '{MGR,SNR}');

create table measure_language_trace (
  id bigint generated always as identity primary key,
  measure_language_id uuid not null references measure_language,
  from_state text,
  to_state text not null,
  at timestamptz not null,
  account_id uuid not null references account,
  words text not null
);
create index measure_language_trace_by_version on measure_language_trace (measure_language_id, id);
comment on table measure_language_trace is 'Who took which step with a language version, when, with which words. Written by the trigger only, and never changed.';
create trigger append_only before update or delete or truncate on measure_language_trace for each statement execute function keep_as_it_was();
create trigger kept before delete or truncate on measure_language for each statement execute function keep_as_it_was();

create function keep_measure_language() returns trigger security definer set search_path = pg_catalog, public, pg_temp language plpgsql as $$
declare
  me standing := my_standing();
  step measure_language_step%rowtype;
  before text := case when tg_op = 'UPDATE' then old.state end;
begin
  if me.account is null then raise exception 'A version is entered and confirmed by somebody, not by the program.' using errcode = '42501'; end if;
  if tg_op = 'INSERT' then
    new.created_by := me.account;
    new.created_at := current_moment();
    new.confirmed_by := null; new.confirmed_at := null; new.because := '';
    if new.received_on > current_day() then raise exception 'It came on a day that has been.' using errcode = '23514'; end if;
  else
    if (old.id, old.instrument, old.instrument_version, old.language, old.holder, old.reference, old.received_on, old.created_at, old.created_by)
       is distinct from (new.id, new.instrument, new.instrument_version, new.language, new.holder, new.reference, new.received_on, new.created_at, new.created_by) then
      raise exception 'What was entered stays as it was entered. Stop using it and enter another.' using errcode = '42501';
    end if;
    new.confirmed_by := old.confirmed_by; new.confirmed_at := old.confirmed_at;
    new.version := old.version + 1;
  end if;
  select * into step from measure_language_step s where s.from_state is not distinct from before and s.to_state = new.state;
  if not found then
    raise exception 'A version cannot go from % to %.', coalesce(before, 'the beginning'), new.state using errcode = 'OD001';
  end if;
  if not step.roles && me.roles then raise exception 'This role does not take that step.' using errcode = '42501'; end if;
  if new.state = 'confirmed' then
    if me.account = old.created_by then raise exception 'Whoever entered a version does not confirm it.' using errcode = '42501'; end if;
    new.confirmed_by := me.account; new.confirmed_at := current_moment();
  end if;
  if new.state <> 'ended' then new.because := '';
  elsif trim(new.because) = '' then raise exception 'Say why it is no longer used.' using errcode = '23514'; end if;
  return new;
end $$;
create trigger keep_measure_language before insert or update on measure_language for each row execute function keep_measure_language();

create function trace_measure_language() returns trigger security definer set search_path = pg_catalog, public, pg_temp language plpgsql as $$
begin
  insert into measure_language_trace (measure_language_id, from_state, to_state, at, account_id, words)
  values (new.id, case when tg_op = 'UPDATE' then old.state end, new.state, current_moment(), current_account(), new.because);
  return new;
end $$;
create trigger trace_measure_language after insert or update on measure_language for each row execute function trace_measure_language();

alter table measure_language enable row level security;
create policy readers on measure_language for select to onedoor_app using (works_here((select my_standing())));
create policy writers on measure_language for insert to onedoor_app with check ((select my_standing()).roles && '{MGR,SNR}'::text[] and created_by = (select current_account()));
create policy changers on measure_language for update to onedoor_app using ((select my_standing()).roles && '{MGR,SNR}'::text[]) with check ((select my_standing()).roles && '{MGR,SNR}'::text[]);
create policy worker on measure_language for select to onedoor_worker using (true);
alter table measure_language_trace enable row level security;
create policy readers on measure_language_trace for select to onedoor_app using (works_here((select my_standing())));
create policy worker on measure_language_trace for select to onedoor_worker using (true);
grant select, insert on measure_language to onedoor_app;
grant update (state, because) on measure_language to onedoor_app;
grant select on measure_language_trace, measure_language_step to onedoor_app;
grant select on measure_language, measure_language_trace, measure_language_step to onedoor_worker;

-- Every request and every result says its language. What was asked until now was asked in English.

alter table measure_request
  add column language text not null default 'en',
  add column measure_language_id uuid references measure_language,
  add check ((language = 'en') = (measure_language_id is null));
alter table measure_result
  add column language text not null default 'en',
  add column measure_language_id uuid references measure_language,
  add check ((language = 'en') = (measure_language_id is null)),
  add check (completed_by in ('person', 'person_helped', 'staff', 'carer'));
comment on column measure_request.language is 'The language of the version it is asked in: en as published, else one that the place holds.';
comment on column measure_result.language is 'The language of the version that was answered.';
comment on column measure_result.completed_by is 'Who filled it in, of the list completedBy.';

create function ask_in_a_held_language() returns trigger security definer set search_path = pg_catalog, public, pg_temp language plpgsql as $$
begin
  if new.language <> 'en' and not exists (
    select from measure_language v
    where v.id = new.measure_language_id and v.state = 'confirmed'
      and (v.instrument, v.instrument_version, v.language) = (new.instrument, new.instrument_version, new.language)) then
    raise exception 'No confirmed version of this measure in this language is held here.' using errcode = 'OD004';
  end if;
  return new;
end $$;
comment on function ask_in_a_held_language() is 'S8.3: a measure is asked in English as published or in a version that somebody confirmed; no other is kept, whoever writes it.';
create trigger held_language before insert or update of language, measure_language_id, instrument, instrument_version on measure_request
  for each row execute function ask_in_a_held_language();

-- A result is of the version that was asked. A version that is no longer used keeps the results of what was asked before.
create function answer_as_asked() returns trigger security definer set search_path = pg_catalog, public, pg_temp language plpgsql as $$
begin
  if not exists (
    select from measure_request a
    where a.id = new.request_id
      and (a.person_id, a.instrument, a.instrument_version, a.language) = (new.person_id, new.instrument, new.instrument_version, new.language)
      and a.measure_language_id is not distinct from new.measure_language_id) then
    raise exception 'A result is of the version that was asked.' using errcode = 'OD004';
  end if;
  return new;
end $$;
create trigger as_asked before insert or update of request_id, person_id, language, measure_language_id, instrument, instrument_version on measure_result
  for each row execute function answer_as_asked();
