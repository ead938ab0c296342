-- Versions of decision tables made in the rule room: drafted, replayed, proposed, and approved by somebody who wrote none of it.
-- The tables that came with a blueprint stay in blueprint_version. Nothing here is about a person.

create table rule_version (
  id uuid primary key,
  service_code text not null,
  purpose text not null check (purpose in ('suggestion', 'fit', 'eligibility', 'priority')),
  number int not null check (number > 0),
  state text not null check (state in ('draft', 'proposed', 'approved', 'stopped', 'set_aside')),
  content jsonb not null,
  based_on text not null,
  why text not null default '',
  starts_on date,
  ends_on date,
  authors uuid[] not null default '{}',
  proposed_by uuid references account,
  proposed_at timestamptz,
  approved_by uuid references account,
  approved_at timestamptz,
  comment text not null default '',
  edition int not null default 1,
  created_at timestamptz not null,
  created_by uuid not null references account,
  unique (service_code, purpose, number),
  check (state not in ('proposed', 'approved', 'stopped') or starts_on is not null),
  check (state not in ('approved', 'stopped') or (approved_by is not null and approved_at is not null)),
  check ((state = 'stopped') = (ends_on is not null))
);
create unique index rule_version_open on rule_version (service_code, purpose) where state in ('draft', 'proposed');
create index rule_version_holding on rule_version (id) where state in ('approved', 'stopped');
comment on table rule_version is 'A version of a decision table. Once proposed its rows never change; a decision keeps the version it used. It comes into force by its date, not by a job.';
comment on column rule_version.content is 'The whole table as it is worked out: facts with their words, results, rows.';
comment on column rule_version.authors is 'Everybody who wrote any of it. None of them may approve it. Kept by the trigger.';
comment on column rule_version.ends_on is 'The last day it held, when somebody stopped it. The version before then holds again.';
comment on column rule_version.comment is 'What was said with the last step.';

create table rule_step (
  from_state text,
  to_state text not null,
  roles text[] not null,
  unique nulls not distinct (from_state, to_state)
);
comment on table rule_step is 'The transition table of rule versions, with the roles that may take each step.';
insert into rule_step values
  (null, 'draft', '{ADM,SNR,MGR}'),
  ('draft', 'proposed', '{ADM,SNR,MGR}'),
  ('draft', 'set_aside', '{ADM,SNR,MGR}'),
  ('set_aside', 'draft', '{ADM,SNR,MGR}'),
  ('proposed', 'draft', '{ADM,SNR,MGR}'),
  ('proposed', 'approved', '{SNR,MGR}'),
  ('approved', 'stopped', '{SNR,MGR}');

create table rule_trace (
  id bigint generated always as identity primary key,
  rule_version_id uuid not null references rule_version,
  from_state text,
  to_state text not null,
  at timestamptz not null,
  account_id uuid not null references account,
  comment text not null,
  content_hash text not null
);
create index rule_trace_by_version on rule_trace (rule_version_id, id);
comment on table rule_trace is 'Who took which step with a rule version, when, with which text. Written by the trigger only, and never changed.';
create function refuse_change_of_rules() returns trigger language plpgsql as $$
begin
  raise exception 'What happened to the rules is kept as it happened.' using errcode = 'OD002';
end $$;
create trigger append_only before update or delete or truncate on rule_trace for each statement execute function refuse_change_of_rules();
create trigger kept before delete or truncate on rule_version for each statement execute function refuse_change_of_rules();

create table rule_replay (
  id uuid primary key,
  rule_version_id uuid not null references rule_version,
  content_hash text not null,
  against text not null,
  from_on date not null,
  to_on date not null,
  content jsonb not null,
  made_at timestamptz not null,
  made_by uuid not null references account
);
create index rule_replay_by_version on rule_replay (rule_version_id, made_at desc);
comment on table rule_replay is 'What a version would have decided for past referrals, as totals with small numbers already hidden.';
comment on column rule_replay.content_hash is 'The text that was replayed. A version whose text has changed since must be replayed again before it is proposed.';

create function keep_rules() returns trigger security definer set search_path = pg_catalog, public, pg_temp language plpgsql as $$
declare
  me standing := my_standing();
  step rule_step%rowtype;
  before text := case when tg_op = 'UPDATE' then old.state end;
begin
  if me.account is null then
    raise exception 'Rules are changed by somebody, not by the program.' using errcode = '42501';
  end if;
  if tg_op = 'INSERT' then
    new.authors := array[me.account];
    new.created_by := me.account;
    new.proposed_by := null; new.proposed_at := null; new.approved_by := null; new.approved_at := null;
  else
    if (old.id, old.service_code, old.purpose, old.number, old.created_at, old.created_by, old.based_on)
       is distinct from (new.id, new.service_code, new.purpose, new.number, new.created_at, new.created_by, new.based_on) then
      raise exception 'A version stays the version it is.' using errcode = '42501';
    end if;
    new.authors := old.authors;
    if old.content is distinct from new.content then
      if old.state <> 'draft' or new.state <> 'draft' then
        raise exception 'Only a draft can be written in.' using errcode = '42501';
      end if;
      if not me.account = any (new.authors) then new.authors := new.authors || me.account; end if;
    end if;
    if (old.proposed_by, old.proposed_at, old.approved_by, old.approved_at) is distinct from (new.proposed_by, new.proposed_at, new.approved_by, new.approved_at) then
      raise exception 'Who proposed and who approved is written by the database.' using errcode = '42501';
    end if;
    if old.state <> 'draft' and (old.starts_on is distinct from new.starts_on or old.why is distinct from new.why) then
      raise exception 'Only a draft can be written in.' using errcode = '42501';
    end if;
    new.edition := old.edition + 1;
  end if;
  if before is not distinct from new.state then
    if not exists (select from rule_step s where s.from_state is null and s.roles && me.roles) then
      raise exception 'This role writes no rules.' using errcode = '42501';
    end if;
    if new.state <> 'draft' then raise exception 'Only a draft can be written in.' using errcode = '42501'; end if;
    return new;
  end if;
  select * into step from rule_step s where s.from_state is not distinct from before and s.to_state = new.state;
  if not found then
    raise exception 'A rule cannot go from % to %.', coalesce(before, 'the beginning'), new.state using errcode = 'OD001';
  end if;
  if not step.roles && me.roles then
    raise exception 'This role does not take that step with a rule.' using errcode = '42501';
  end if;
  case new.state
    when 'proposed' then
      if trim(new.why) = '' then raise exception 'A proposal says why.' using errcode = '23514'; end if;
      if not exists (select from rule_replay r where r.rule_version_id = new.id and r.content_hash = md5(new.content::text)) then
        raise exception 'A rule is replayed on past referrals before it is proposed.' using errcode = 'OD003';
      end if;
      new.proposed_by := me.account; new.proposed_at := current_moment();
    when 'approved' then
      if me.account = any (new.authors) or me.account = new.proposed_by then
        raise exception 'Somebody who wrote none of it approves a rule.' using errcode = '42501';
      end if;
      if new.starts_on < current_day() then raise exception 'A rule begins today or later.' using errcode = '23514'; end if;
      new.approved_by := me.account; new.approved_at := current_moment();
    when 'stopped' then
      if trim(new.comment) = '' then raise exception 'Stopping a rule needs a reason.' using errcode = '23514'; end if;
      new.ends_on := current_day() - 1;
    when 'draft' then
      new.proposed_by := null; new.proposed_at := null;
    else null;
  end case;
  return new;
end $$;
create trigger keep_rules before insert or update on rule_version for each row execute function keep_rules();

create function trace_rules() returns trigger security definer set search_path = pg_catalog, public, pg_temp language plpgsql as $$
begin
  if tg_op = 'INSERT' or old.state <> new.state or old.content is distinct from new.content then
    insert into rule_trace (rule_version_id, from_state, to_state, at, account_id, comment, content_hash)
    values (new.id, case when tg_op = 'UPDATE' then old.state end, new.state, current_moment(), current_account(), new.comment, md5(new.content::text));
  end if;
  return new;
end $$;
create trigger trace_rules after insert or update on rule_version for each row execute function trace_rules();

create function reads_rules(me standing) returns boolean stable parallel safe language sql as $$ select coalesce(cardinality(me.roles) > 0, false) $$;
comment on function reads_rules(standing) is 'Rules are open to everybody who works here in any role.';
create function writes_rules(me standing) returns boolean stable parallel safe language sql as $$ select coalesce(me.roles && '{ADM,SNR,MGR}'::text[], false) $$;
comment on function writes_rules(standing) is 'Who may write rules. Which step each role may take is in rule_step.';
grant execute on function reads_rules(standing), writes_rules(standing) to onedoor_app, onedoor_worker;

alter table rule_version enable row level security;
create policy readers on rule_version for select to onedoor_app using (reads_rules((select my_standing())));
create policy writers on rule_version for insert to onedoor_app with check (writes_rules((select my_standing())));
create policy changers on rule_version for update to onedoor_app using (writes_rules((select my_standing()))) with check (writes_rules((select my_standing())));
create policy worker on rule_version for select to onedoor_worker using (true);
alter table rule_trace enable row level security;
create policy readers on rule_trace for select to onedoor_app using (reads_rules((select my_standing())));
create policy worker on rule_trace for select to onedoor_worker using (true);
alter table rule_replay enable row level security;
create policy readers on rule_replay for select to onedoor_app using (writes_rules((select my_standing())));
create policy worker on rule_replay to onedoor_worker using (true) with check (true);

grant select on rule_version, rule_trace, rule_replay, rule_step to onedoor_app, onedoor_worker;
grant insert (id, service_code, purpose, number, state, content, based_on, comment, created_at, created_by) on rule_version to onedoor_app;
grant update (state, content, why, starts_on, comment, edition) on rule_version to onedoor_app;
grant insert on rule_replay to onedoor_worker;
