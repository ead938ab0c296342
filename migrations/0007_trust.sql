-- What everything leaves behind: the journey’s events, the outbox and its tasks, drafts, and the audit that nobody can change.

create table journey_event (
  id uuid primary key,
  person_id uuid not null references person,
  category text not null references data_category,
  kind text not null,
  at timestamptz not null,
  subject_kind text not null,
  subject_id uuid not null,
  data jsonb not null default '{}',
  created_by uuid
);
create index journey_event_by_person on journey_event (person_id, at desc, id);
create index journey_event_by_kind on journey_event (kind, at);
comment on table journey_event is 'Everything that happened to a person’s support, once each. Timelines, clocks, rollups and exports read here.';
comment on column journey_event.data is 'Facts of the event by name (dates, codes, names of services); never free text of the person.';
call protect('journey_event', null, own_items => true, by_worker => true);

create table message (
  id uuid primary key,
  person_id uuid references person,
  created_by uuid,
  audience text not null check (audience in ('person', 'referrer', 'staff')),
  purpose text not null,
  channel text not null check (channel in ('text', 'email', 'post', 'phone', 'page')),
  contact_point_id uuid references contact_point,
  to_name text not null default '',
  to_value text not null default '',
  sender text not null default '',
  subject text not null default '',
  body text not null,
  state text not null check (state in ('queued', 'held', 'sending', 'sent', 'failed', 'refused', 'would_have_gone')),
  refused_because text not null default '',
  not_before timestamptz not null,
  attempts int not null default 0,
  last_error text not null default '',
  sent_at timestamptz,
  task_id uuid,
  created_at timestamptz not null
);
create index message_to_send on message (not_before, id) where state in ('queued', 'sending');
create index message_by_person on message (person_id, created_at desc);
create index message_recent on message (created_at desc, id);
comment on table message is 'The outbox. Actions write here in their own transaction; the sender sends later, after the safe-contact check.';
comment on column message.state is 'Held waits for quiet hours; refused means the safe-contact rules forbid it and a task was raised; would_have_gone is the demo’s sent.';
call protect('message', 'contact', by_worker => true);
create policy addressed_to_them on message as restrictive for select to onedoor_app using (audience = 'person' or not is_own_record(person_id, (select my_standing())));

create table task (
  id uuid primary key,
  person_id uuid references person,
  kind text not null,
  words text not null,
  leads_to text not null default '',
  account_id uuid references account,
  team_id uuid references team,
  due_at timestamptz,
  done_at timestamptz,
  done_by uuid references account,
  created_at timestamptz not null,
  created_by uuid,
  check (account_id is not null or team_id is not null)
);
create index task_by_account on task (account_id, due_at) where done_at is null;
create index task_by_team on task (team_id, due_at) where done_at is null;
create index task_by_person on task (person_id);
comment on table task is 'Something a named worker or team must do, because the program may not or could not.';
insert into protected_table values ('task', 'contact');
alter table task enable row level security;
create function does_task(person uuid, team uuid, account uuid, me standing) returns boolean stable parallel safe language sql as $$
  select coalesce(case
    when person is null then account = me.account or in_team(team, me)
    else account = me.account and not me.roles <@ '{COM,ADM}' or acts_for(team, me)
  end, false)
$$;
comment on function does_task(uuid, uuid, uuid, standing) is 'Whether a task is the current account’s to see: theirs by name or their team’s. A task is work, so it shows also where its record does not.';
grant execute on function does_task(uuid, uuid, uuid, standing) to onedoor_app, onedoor_worker;
create policy doers on task for select to onedoor_app using (does_task(person_id, team_id, account_id, (select my_standing())));
create policy done on task for update to onedoor_app using (does_task(person_id, team_id, account_id, (select my_standing())))
  with check (does_task(person_id, team_id, account_id, (select my_standing())) and (done_by is null or done_by = current_account()));
create policy worker on task to onedoor_worker using (true) with check (true);
grant select on task to onedoor_app;
grant update (account_id, done_at, done_by) on task to onedoor_app;
grant select, insert, update on task to onedoor_worker;

create table draft (
  account_id uuid not null references account,
  form text not null,
  subject text not null,
  fields jsonb not null,
  version int not null default 1,
  saved_at timestamptz not null,
  person_id uuid,
  primary key (account_id, form, subject)
);
comment on table draft is 'What somebody was typing, saved as they typed. Kept through expiry, crash and a second tab; only they see it.';
alter table draft enable row level security;
create policy own on draft to onedoor_app
  using (account_id = current_account() and (person_id is null or may_read_short(person_id, 'contact', (select my_standing())))) with check (account_id = current_account());
create policy worker on draft to onedoor_worker using (true) with check (true);
grant select, insert, update, delete on draft to onedoor_app;
grant select, insert, update, delete on draft to onedoor_worker;

create table audit_entry (
  id uuid primary key,
  at timestamptz not null,
  account_id uuid,
  actor text not null,
  role text not null default '',
  route text not null,
  kind text not null,
  outcome int not null,
  why text not null default '',
  request text not null
);
create index audit_entry_by_account on audit_entry (account_id, at desc);
create index audit_entry_by_time on audit_entry (at, id);
comment on table audit_entry is 'One entry for each request that touched people. Append-only for every role.';
create table audit_person (
  entry_id uuid not null references audit_entry,
  person_id uuid not null,
  at timestamptz not null,
  primary key (entry_id, person_id)
);
create index audit_person_by_person on audit_person (person_id, at desc, entry_id);
comment on table audit_person is 'Whom an audit entry names.';
create table audit_seal (
  number bigint primary key,
  up_to uuid not null,
  entries int not null,
  hash bytea not null,
  sealed_at timestamptz not null
);
comment on table audit_seal is 'Hash chain over the audit: each seal covers the entries since the last one and the seal before it, so that a change or a gap shows.';

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The audit is append-only.' using errcode = 'OD002';
end $$;
create trigger append_only before update or delete or truncate on audit_entry for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on audit_person for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on audit_seal for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on transition for each statement execute function refuse_change();

insert into protected_table values ('audit_person', 'contact');
alter table audit_entry enable row level security;
alter table audit_person enable row level security;
create function is_own_entry(entry uuid) returns boolean
  stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language sql as $$
  select exists (select from audit_entry e where e.id = entry and e.account_id is not distinct from current_account())
$$;
comment on function is_own_entry(uuid) is 'Whether the entry was written by whoever asks, so that nobody names people in another’s.';
create function is_about_own_record(entry uuid) returns boolean
  stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language sql as $$
  select exists (select from audit_person p where p.entry_id = entry and is_own_record(p.person_id, my_standing()))
$$;
comment on function is_about_own_record(uuid) is 'Whether an entry names the current account’s own person.';
grant execute on function is_own_entry(uuid), is_about_own_record(uuid) to onedoor_app, onedoor_worker;
create policy written_as_oneself on audit_entry for insert to onedoor_app with check (account_id is not distinct from current_account());
create policy own_and_about_me on audit_entry for select to onedoor_app using (
  account_id = current_account() or is_about_own_record(id) or has_role('IG', (select my_standing())));
create policy in_own_entry on audit_person for insert to onedoor_app with check (is_own_entry(entry_id));
create policy about_me on audit_person for select to onedoor_app using (is_own_record(person_id, (select my_standing())) or has_role('IG', (select my_standing())));
create policy worker on audit_entry to onedoor_worker using (true) with check (true);
create policy worker on audit_person to onedoor_worker using (true) with check (true);
grant select, insert on audit_entry, audit_person to onedoor_app;
grant select, insert on audit_entry, audit_person, audit_seal to onedoor_worker;

create table report_release (
  id uuid primary key,
  service_code text,
  title text not null,
  from_on date not null,
  to_on date not null,
  content jsonb not null,
  made_at timestamptz not null,
  made_by text not null
);
create index report_release_recent on report_release (made_at desc);
comment on table report_release is 'Fixed releases of a report, with small numbers already hidden. Two views cannot be subtracted from each other.';
alter table report_release enable row level security;
create policy readers on report_release for select to onedoor_app using (has_role('COM', (select my_standing())) or has_role('MGR', (select my_standing())));
create policy worker on report_release to onedoor_worker using (true) with check (true);
grant select on report_release to onedoor_app;
grant select, insert on report_release to onedoor_worker;

create table presence (
  referral_id uuid not null references referral,
  account_id uuid not null references account,
  doing text not null check (doing in ('reading', 'deciding')),
  seen_at timestamptz not null,
  primary key (referral_id, account_id)
);
comment on table presence is 'Who is looking at a referral right now, so that two colleagues do not decide at once.';
alter table presence enable row level security;
create policy seen on presence for select to onedoor_app using (exists (select from referral r where r.id = referral_id));
create policy own on presence to onedoor_app using (account_id = current_account()) with check (account_id = current_account() and exists (select from referral r where r.id = referral_id));
create policy worker on presence to onedoor_worker using (true);
grant select, insert, update, delete on presence to onedoor_app;
grant select, delete on presence to onedoor_worker;
