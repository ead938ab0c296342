-- Agreements between organisations are made here: written, sent to be read, signed once somebody else has seen the signatures, renewed, and ended. Nothing here is
-- about a person; what an agreement opens of one is said by 0002 and 0280, and stops with its state and its days.

alter table sharing_agreement
  add column security text not null default '',
  add column retention text not null default '',
  add column review_on date,
  add column document text not null default '',
  add column authors uuid[] not null default '{}',
  add column sent_by uuid references account,
  add column sent_at timestamptz,
  add column signed_for_us text not null default '',
  add column signed_for_them text not null default '',
  add column signed_on date,
  add column confirmed_by uuid references account,
  add column confirmed_at timestamptz,
  add column after_end text not null default '',
  add column ended_at timestamptz,
  add column comment text not null default '',
  add column edition int not null default 1,
  add column created_at timestamptz not null default now(),
  add column created_by uuid references account;
comment on column sharing_agreement.security is 'How what is shared is kept safe there.';
comment on column sharing_agreement.retention is 'How long what was shared is kept there.';
comment on column sharing_agreement.document is 'Where the signed paper is: the reference by which it is found again.';
comment on column sharing_agreement.authors is 'Everybody who wrote any of it. None of them confirms it. Kept by the trigger.';
comment on column sharing_agreement.signed_for_us is 'Who signed for the place; signed_for_them for the other party. Names as they stand on the paper.';
comment on column sharing_agreement.after_end is 'What happens to what was shared before, said when it is ended.';
comment on column sharing_agreement.comment is 'What was said with the last step.';

create table agreement_step (
  from_state text,
  to_state text not null,
  roles text[] not null,
  unique nulls not distinct (from_state, to_state)
);
comment on table agreement_step is 'The transition table of agreements, with the roles that may take each step. SYS is the program, by the day.';
insert into agreement_step values
  (null, 'draft', '{IG,MGR}'),
  ('draft', 'in_review', '{IG,MGR}'),
  ('in_review', 'draft', '{IG,MGR}'),
  ('in_review', 'signed', '{IG,MGR}'),
  ('signed', 'active', '{SYS}'),
  ('active', 'review_due', '{SYS}'),
  ('review_due', 'active', '{IG}'),
  ('active', 'expired', '{SYS}'),
  ('review_due', 'expired', '{SYS}'),
  ('draft', 'ended', '{IG,MGR}'),
  ('in_review', 'ended', '{IG,MGR}'),
  ('signed', 'ended', '{IG,MGR}'),
  ('active', 'ended', '{IG,MGR}'),
  ('review_due', 'ended', '{IG,MGR}');

create table agreement_trace (
  id bigint generated always as identity primary key,
  agreement_id uuid not null references sharing_agreement,
  from_state text,
  to_state text not null,
  at timestamptz not null,
  account_id uuid references account,
  comment text not null
);
create index agreement_trace_by_agreement on agreement_trace (agreement_id, id);
comment on table agreement_trace is 'Who took which step with an agreement, when, and what they said. Without an account it was the program. Written by the trigger.';
create trigger append_only before update or delete or truncate on agreement_trace for each statement execute function keep_as_it_was();
create trigger kept before delete or truncate on sharing_agreement for each statement execute function keep_as_it_was();

create function keep_agreement() returns trigger language plpgsql as $$
declare
  me standing := my_standing();
  before text := case when tg_op = 'UPDATE' then old.state end;
  step agreement_step;
begin
  -- Whoever owns the tables sets places up; nobody else may leave the table of steps.
  if current_user not in ('onedoor_app', 'onedoor_worker') then return new; end if;
  if tg_op = 'UPDATE' then
    if (old.id, old.organisation_id, old.created_at, old.created_by) is distinct from (new.id, new.organisation_id, new.created_at, new.created_by) then
      raise exception 'An agreement stays with whom it was begun.' using errcode = '42501';
    end if;
    new.authors := old.authors; new.sent_by := old.sent_by; new.sent_at := old.sent_at; new.confirmed_by := old.confirmed_by; new.confirmed_at := old.confirmed_at;
    new.ended_at := old.ended_at;
    if (old.name, old.purpose, old.categories, old.lawful_basis, old.security, old.retention, old.starts_on)
       is distinct from (new.name, new.purpose, new.categories, new.lawful_basis, new.security, new.retention, new.starts_on)
       and (old.state <> 'draft' or new.state <> 'draft') then
      raise exception 'Only a draft can be written in.' using errcode = '42501';
    end if;
    if (old.ends_on, old.review_on, old.document) is distinct from (new.ends_on, new.review_on, new.document)
       and not (old.state = 'draft' and new.state = 'draft') and not (old.state = 'in_review' and new.state = 'signed') and not (old.state = 'review_due' and new.state = 'active') then
      raise exception 'Its days change where it is drafted or signed.' using errcode = '42501';
    end if;
    new.edition := old.edition + 1;
  end if;
  if before is not distinct from new.state then
    if new.state <> 'draft' then raise exception 'Only a draft can be written in.' using errcode = '42501'; end if;
    if not me.roles && '{IG,MGR}'::text[] then raise exception 'This role makes no agreements.' using errcode = '42501'; end if;
    if not me.account = any (new.authors) then new.authors := new.authors || me.account; end if;
    return new;
  end if;
  select * into step from agreement_step s where s.from_state is not distinct from before and s.to_state = new.state;
  if not found then
    raise exception 'An agreement cannot go from % to %.', coalesce(before, 'the beginning'), new.state using errcode = 'OD001';
  end if;
  if not coalesce(step.roles && me.roles, false) and not (step.roles = '{SYS}' and current_user = 'onedoor_worker') then
    raise exception 'This role does not take that step with an agreement.' using errcode = '42501';
  end if;
  case new.state
    when 'draft' then
      if before is null then new.authors := array[me.account]; new.created_by := me.account; end if;
      new.sent_by := null; new.sent_at := null;
      if before is not null and trim(new.comment) = '' then raise exception 'Say what is to be put right.' using errcode = '23514'; end if;
    when 'in_review' then
      if '' in (trim(new.security), trim(new.retention)) or new.review_on is null or new.categories = '{}' then
        raise exception 'An agreement is whole before it is read.' using errcode = '23514';
      end if;
      new.sent_by := me.account; new.sent_at := current_moment();
    when 'signed' then
      if me.account = any (new.authors) or me.account = new.sent_by then
        raise exception 'Somebody who wrote none of it confirms an agreement.' using errcode = '42501';
      end if;
      if '' in (trim(new.signed_for_us), trim(new.signed_for_them), trim(new.document)) or new.signed_on is null then
        raise exception 'All parties sign, and the paper is found again.' using errcode = '23514';
      end if;
      new.confirmed_by := me.account; new.confirmed_at := current_moment();
    when 'active' then
      if before = 'signed' and not (new.starts_on <= current_day() and new.ends_on >= current_day()) then
        raise exception 'It begins on its day.' using errcode = 'OD001';
      end if;
      if before = 'review_due' then
        if '' in (trim(new.signed_for_us), trim(new.signed_for_them), trim(new.document)) or new.signed_on is null
           or new.signed_on is not distinct from old.signed_on or new.review_on <= current_day() then
          raise exception 'It goes on once all parties have signed again.' using errcode = '23514';
        end if;
        new.confirmed_by := me.account; new.confirmed_at := current_moment();
      end if;
    when 'ended' then
      if trim(new.comment) = '' or trim(new.after_end) = '' then
        raise exception 'Ending an agreement says why, and what happens to what was shared.' using errcode = '23514';
      end if;
      new.ended_at := current_moment();
    else null;
  end case;
  return new;
end $$;
create trigger keep_agreement before insert or update on sharing_agreement for each row execute function keep_agreement();

create function trace_agreement() returns trigger security definer set search_path = pg_catalog, public, pg_temp language plpgsql as $$
begin
  if tg_op = 'INSERT' or old.state <> new.state then
    insert into agreement_trace (agreement_id, from_state, to_state, at, account_id, comment)
    values (new.id, case when tg_op = 'UPDATE' then old.state end, new.state, current_moment(), current_account(),
      case when tg_op = 'UPDATE' and new.comment is distinct from old.comment then new.comment else '' end);
  end if;
  return new;
end $$;
create trigger trace_agreement after insert or update on sharing_agreement for each row execute function trace_agreement();

create function keeps_agreements(me standing) returns boolean stable parallel safe language sql as $$ select coalesce(me.roles && '{IG,MGR}'::text[], false) $$;
comment on function keeps_agreements(standing) is 'Who makes agreements between organisations. Which step each role may take is in agreement_step.';
grant execute on function keeps_agreements(standing) to onedoor_app, onedoor_worker;

create function refuse_other_roles() returns trigger language plpgsql as $$
begin
  if current_user = 'onedoor_app' and not keeps_agreements(my_standing()) then
    raise exception 'This role makes no agreements.' using errcode = '42501';
  end if;
  return null;
end $$;
create trigger refuse_other_roles before insert or update on sharing_agreement for each statement execute function refuse_other_roles();

alter table sharing_agreement enable row level security;
drop policy if exists granted on sharing_agreement;
create policy everybody on sharing_agreement for select to onedoor_app using (true);
create policy writers on sharing_agreement for insert to onedoor_app with check (keeps_agreements((select my_standing())) and created_by = (select current_account()));
create policy changers on sharing_agreement for update to onedoor_app using (keeps_agreements((select my_standing()))) with check (keeps_agreements((select my_standing())));
create policy worker on sharing_agreement to onedoor_worker using (true) with check (true);
alter table agreement_trace enable row level security;
create policy readers on agreement_trace for select to onedoor_app using (keeps_agreements((select my_standing())));
create policy worker on agreement_trace for select to onedoor_worker using (true);
revoke insert, update on sharing_agreement from onedoor_worker;
grant select on sharing_agreement, agreement_trace, agreement_step to onedoor_app, onedoor_worker;
grant insert (id, name, organisation_id, purpose, categories, lawful_basis, state, starts_on, ends_on, security, retention, review_on, document, created_at, created_by) on sharing_agreement to onedoor_app;
grant update (name, purpose, categories, lawful_basis, state, starts_on, ends_on, security, retention, review_on, document, signed_for_us, signed_for_them, signed_on, after_end, comment) on sharing_agreement to onedoor_app;
grant update (state, comment) on sharing_agreement to onedoor_worker;
create index sharing_agreement_by_end on sharing_agreement (ends_on desc, id);
create index task_about_nobody on task (leads_to) where person_id is null and done_at is null;
