-- Who answers for a message that may not go, ways to reach somebody that have come into doubt, and the trace by which a link between two records is undone.

alter table message add column worker_id uuid references account, add column team_id uuid references team, add column about_kind text not null default '', add column about_id uuid;
comment on column message.worker_id is 'Who gets the task when the message may not go or could not be sent; else the team.';
comment on column message.about_id is 'What the message is about: the referral, session or plan.';

alter table contact_point add column doubted_at timestamptz;
comment on column contact_point.doubted_at is 'Set when a newer account of the person said something else. Nothing is sent there until a worker has asked.';

create table identity_link (
  id uuid primary key,
  referral_id uuid not null references referral,
  person_id uuid not null references person,
  from_person_id uuid not null references person,
  match_id uuid references possible_match,
  identity_before text not null,
  match_before text,
  moved jsonb not null,
  doubted uuid[] not null default '{}',
  granted uuid[] not null default '{}',
  created_at timestamptz not null,
  created_by uuid,
  undone_at timestamptz,
  undone_by uuid references account
);
create index identity_link_by_referral on identity_link (referral_id) where undone_at is null;
create index identity_link_by_person on identity_link (person_id);
create index identity_link_by_door_record on identity_link (from_person_id) where undone_at is null;
comment on table identity_link is 'A record made at the door that was found to be somebody already known, and exactly what moved, so that undoing it restores the start.';
comment on column identity_link.from_person_id is 'The record made at the door. It stays, with what was told there.';
comment on column identity_link.moved is 'By table, the ids of the rows that moved to the known person.';
call protect('identity_link', 'contact', kept_from_person => true);

-- Somebody asks for a link by the number or address we have: found by what is left of it when spaces, signs and country codes are gone.
create index contact_point_by_number on contact_point (right(regexp_replace(value, '\D', '', 'g'), 9)) where channel = 'text' and replaced_at is null;
create index contact_point_by_email on contact_point (lower(value)) where channel = 'email' and replaced_at is null;

-- The words of these messages open somebody's page: no colleague may read them in the person's thread.
create policy links_for_their_owner on message as restrictive for select to onedoor_app
  using (purpose not in ('sign_in_link', 'sign_in_code') or is_own_record(person_id, (select my_standing())));

alter table draft add column page text not null default '';
comment on column draft.page is 'The page that wrote it last, so that the same page may go on after a lost answer and another one is told of a clash.';
