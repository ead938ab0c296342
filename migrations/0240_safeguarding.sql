-- Safeguarding: a concern from when it is raised until the multi-agency safeguarding hub has decided and whoever raised it has heard. Nobody learns of one by
-- what stands beside it: its times are its own and not clocks of the person, it writes no journey event, and why somebody reaches the record is shown with it or not at all.

create table safeguarding_concern (
  id uuid primary key,
  person_id uuid not null references person,
  state text not null check (state in ('raised', 'with_manager', 'not_progressed', 'sent', 'acknowledged', 'initial_decision', 'screening', 'final_decision', 'feedback_given', 'closed')),
  team_id uuid not null references team,
  route text not null check (route in ('adult', 'child')),
  concerns text[] not null default '{}',
  about text not null default '',
  harmed text not null default '',
  saw text not null check (saw <> ''),
  opinion text not null default '',
  happened_on date,
  happened_at text not null default '',
  made_safe text not null check (made_safe <> ''),
  persons_view text not null default '',
  not_asked_because text not null default '',
  told text not null check (told in ('told', 'not_yet', 'unsafe')),
  not_told_because text not null default '',
  raised_at timestamptz not null,
  decide_by timestamptz not null,
  decided_at timestamptz,
  needs_care text check (needs_care in ('yes', 'no', 'not_sure')),
  may_be_abused text check (may_be_abused in ('yes', 'no', 'not_sure')),
  cannot_protect text check (cannot_protect in ('yes', 'no', 'not_sure')),
  other_action text not null default '',
  other_owner_id uuid references account,
  level text,
  level_because text not null default '',
  agreement text check (agreement in ('agreed', 'without_agreement')),
  agreement_words text not null default '',
  lawful_basis text,
  copy text not null default '',
  sent_at timestamptz,
  receipt_by timestamptz,
  first_decision_by timestamptz,
  acknowledged_at timestamptz,
  initial_decision text,
  initial_decided_at timestamptz,
  in_time boolean,
  final_by timestamptz,
  screening text not null default '',
  final_decision text,
  final_decided_at timestamptz,
  feedback text not null default '',
  fed_back_at timestamptz,
  wishes_met text check (wishes_met in ('yes', 'partly', 'no', 'not_asked')),
  feels_safer text check (feels_safer in ('yes', 'partly', 'no', 'not_asked')),
  listened_to text check (listened_to in ('yes', 'partly', 'no', 'not_asked')),
  review_on date,
  closing text not null default '',
  sharing_id uuid references sharing_without_agreement,
  hub_referral_id uuid references referral,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  check (persons_view <> '' or not_asked_because <> ''),
  check (told = 'told' or not_told_because <> ''),
  check (agreement is distinct from 'without_agreement' or lawful_basis is not null)
);
create index safeguarding_concern_by_person on safeguarding_concern (person_id);
create index safeguarding_concern_open on safeguarding_concern (team_id, coalesce(first_decision_by, decide_by), id) where state not in ('not_progressed', 'closed');
comment on table safeguarding_concern is 'A worry that somebody is harmed or neglected, and what the safeguarding hub decided. Only the program writes, for steps its lifecycle lists.';
comment on column safeguarding_concern.team_id is 'The team whose safeguarding leads decide it: the blueprint names it.';
comment on column safeguarding_concern.saw is 'What was seen or heard: fact. What somebody makes of it is opinion, and stands apart.';
comment on column safeguarding_concern.told is 'Whether the person knows. Until they do, a row in held_back keeps this and its trace from their own account.';
comment on column safeguarding_concern.level is 'A code of the safeguarding hub’s own table in the blueprint: how soon it promises a first decision. It says nothing about the person.';
comment on column safeguarding_concern.first_decision_by is 'When the MASH clock is due, counted in the hub’s hours or as they pass, as its table says for the level.';
comment on column safeguarding_concern.copy is 'What was sent, word for word.';
comment on column safeguarding_concern.sharing_id is 'Where sending rested on another ground than their yes: what was written down about that.';
comment on column safeguarding_concern.hub_referral_id is 'The referral by which the community hub was offered to them.';
call protect('safeguarding_concern', 'safety', by_worker => true);
call give_lifecycle('safeguarding_concern', 'safeguarding_concern', 'safety', $$
- -> raised
raised -> with_manager
with_manager -> not_progressed sent
sent -> acknowledged with_manager
acknowledged -> initial_decision
initial_decision -> screening feedback_given
screening -> final_decision
final_decision -> feedback_given
feedback_given -> closed
$$);

-- A safeguarding team reaches who somebody is and what is about their safety, as long as a concern is open. That it does is told with the concern or not at all.
alter table access drop constraint access_relationship_check, add check (relationship in
  ('self', 'referrer', 'holds_referral', 'offered', 'serves', 'key_worker', 'countersigns', 'manages', 'agreement', 'break_glass', 'carer', 'supporter', 'safeguards'));

create or replace function may_see_access(person uuid, access_id uuid, me standing) returns boolean
  stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language sql as $$
  select exists (
      select from reach(person, me) r
      where r.access_id = may_see_access.access_id and (r.role is not null or r.team_id = any (me.acts_for)))
    or may_list_access(person, me)
      and not exists (
        select from access a
        where a.id = may_see_access.access_id and a.relationship = 'safeguards'
          and (not may_read(person, 'safety', null, me) or is_held_back(a.source_id, me)))
      and not (is_own_record(person, me) and (exists (
        select from access a
        join sharing_agreement g on g.id = a.agreement_id
        join sharing_without_agreement w on w.person_id = a.person_id and w.organisation_id = g.organisation_id and w.purpose = g.purpose
        where a.id = may_see_access.access_id and w.kept_from_person)
        or exists (
        select from access a
        join emergency_opening o on o.id = a.source_id
        where a.id = may_see_access.access_id and a.relationship = 'break_glass' and o.kept_from_person)))
$$;

-- What was shared without agreement is about safety, and is read by whoever may read that.
update protected_table set category = 'safety' where name = 'sharing_without_agreement';
alter policy readers on sharing_without_agreement using (may_read(person_id, 'safety', null, (select my_standing())));
alter policy writers on sharing_without_agreement with check (created_by = current_account() and may_write(person_id, 'safety', null, (select my_standing())));
alter policy changers on sharing_without_agreement using (may_write(person_id, 'safety', null, (select my_standing()))) with check (may_write(person_id, 'safety', null, (select my_standing())));
create policy held_back on sharing_without_agreement as restrictive for select to onedoor_app using (not is_held_back(id, (select my_standing())));
