-- Advice: somebody at work asks a clinician, without referring anybody and without saying who it is. Answered by a named clinician by a day.

create sequence advice_number start 3101;
grant usage on sequence advice_number to onedoor_worker;

create table advice (
  id uuid primary key,
  number bigint not null unique default nextval('advice_number'),
  state text not null default 'asked' check (state in ('asked', 'answered', 'referred')),
  team_id uuid not null references team,
  door text not null,
  asker_id uuid references account,
  asker_name text not null check (asker_name <> ''),
  asker_job text not null default '',
  asker_organisation text not null default '',
  asker_phone text not null default '',
  asker_email text not null default '',
  question text not null check (question <> ''),
  safety text not null default '',
  tried text not null default '',
  asked_at timestamptz not null,
  answer_by timestamptz not null,
  taken_by uuid references account,
  answered_by uuid references account,
  answered_at timestamptz,
  answer text not null default '',
  refer_now boolean not null default false,
  read_at timestamptz,
  referral_id uuid references referral,
  version int not null default 1,
  check ((answered_by is null) = (answered_at is null)),
  check ((answered_by is null) = (answer = '')),
  check (state <> 'answered' or answered_by is not null),
  check ((state = 'referred') = (referral_id is not null))
);
create index advice_waiting on advice (team_id, answer_by, id) where state = 'asked';
create index advice_answered on advice (team_id, answered_at desc) where answered_at is not null;
create index advice_by_asker on advice (asker_id, asked_at desc, id desc) where asker_id is not null;
comment on table advice is 'A question of somebody at work about how to help, without a name: no person’s record, and none is made of it. It may become a referral.';
comment on column advice.answer_by is 'When the ADVICE clock is due. The list’s order: time left, nothing else.';
comment on column advice.taken_by is 'Who said that they will answer.';
comment on column advice.safety is 'What is known about safety; empty where they thought about it and know of nothing.';
comment on column advice.refer_now is 'The answer asks for a referral: the person should be seen.';
comment on column advice.read_at is 'When the asker first opened the answer.';

create function keep_advice() returns trigger set search_path = pg_catalog, public, pg_temp language plpgsql as $$
begin
  if (old.id, old.number, old.team_id, old.asker_id, old.asker_name, old.asker_organisation, old.question, old.safety, old.tried, old.asked_at, old.answer_by)
     is distinct from (new.id, new.number, new.team_id, new.asker_id, new.asker_name, new.asker_organisation, new.question, new.safety, new.tried, new.asked_at, new.answer_by) then
    raise exception 'A question stays as it was asked.' using errcode = '42501';
  end if;
  if old.answered_at is not null and (old.answer, old.answered_by, old.answered_at, old.refer_now) is distinct from (new.answer, new.answered_by, new.answered_at, new.refer_now) then
    raise exception 'An answer stays as it was given.' using errcode = '42501';
  end if;
  if old.state <> new.state and not ((old.state, new.state) in (('asked', 'answered'), ('asked', 'referred'), ('answered', 'referred'))) then
    raise exception 'A question cannot go from % to %.', old.state, new.state using errcode = 'OD001';
  end if;
  return new;
end $$;
create trigger keep_advice before update on advice for each row execute function keep_advice();

create function answers_advice(team uuid, me standing) returns boolean stable parallel safe language sql as $$
  select coalesce(team = any (me.teams) and me.roles && '{TRI,SNR}'::text[], false)
$$;
comment on function answers_advice(uuid, standing) is 'Whether the account is a clinician of the team that was asked.';
grant execute on function answers_advice(uuid, standing) to onedoor_app, onedoor_worker;

alter table advice enable row level security;
create policy askers on advice for select to onedoor_app using (asker_id = (select current_account()));
create policy clinicians on advice for select to onedoor_app using (answers_advice(team_id, (select my_standing())));
create policy managers on advice for select to onedoor_app using (in_team(team_id, (select my_standing())) and has_role('MGR', (select my_standing())));
create policy answerers on advice for update to onedoor_app using (state = 'asked' and answers_advice(team_id, (select my_standing())))
  with check (state in ('asked', 'answered') and (taken_by is null or taken_by = (select current_account())) and (answered_by is null or answered_by = (select current_account())));
create policy worker on advice to onedoor_worker using (true) with check (true);
grant select on advice to onedoor_app;
grant update (state, taken_by, answered_by, answered_at, answer, refer_now, version) on advice to onedoor_app;
grant select, insert, update on advice to onedoor_worker;
