-- Triage: what the rules suggested, what a clinician decided, and the offers that follow. Every decision has at least one.

create table triage_decision (
  id uuid primary key,
  referral_id uuid not null references referral,
  person_id uuid not null references person,
  state text not null check (state in ('suggested', 'drafted', 'awaiting_countersign', 'confirmed', 'communicated', 'superseded')),
  suggestion jsonb not null,
  rule_version text not null default '',
  first_step text not null default '',
  response_code text not null default '',
  respond_by timestamptz,
  reason text not null default '',
  differs_because text not null default '',
  countersign_because text[] not null default '{}',
  alternatives text not null default '',
  persons_view text not null default '',
  gap_group text,
  priority_for_return text,
  drafted_by uuid references account,
  countersigned_by uuid references account,
  countersign_comment text not null default '',
  message_to_person text not null default '',
  message_to_referrer text not null default '',
  confirmed_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid
);
create index triage_decision_by_referral on triage_decision (referral_id, created_at desc);
create index triage_decision_by_person on triage_decision (person_id);
create index triage_decision_to_countersign on triage_decision (created_at) where state = 'awaiting_countersign';
comment on table triage_decision is 'A response time with its reasons. It belongs to the decision, not to the person, and holds no grade.';
comment on column triage_decision.suggestion is 'What the rules returned: rows that fired, data used, data missing, the nearest row that did not fire; or why they failed.';
call protect('triage_decision', 'clinical');
call give_lifecycle('triage_decision', 'triage_decision', 'clinical', $$
- -> suggested
suggested -> drafted
drafted -> awaiting_countersign confirmed
awaiting_countersign -> drafted confirmed
confirmed -> communicated
communicated -> superseded
$$);

create table offer (
  id uuid primary key,
  decision_id uuid not null references triage_decision,
  referral_id uuid not null references referral,
  person_id uuid not null references person,
  service_code text not null,
  team_id uuid not null references team,
  owner_id uuid not null references account,
  what text not null,
  note_to_team text not null default '',
  state text not null check (state in ('drafted', 'sent', 'accepted', 'returned')),
  accept_by timestamptz not null,
  accepted_by uuid references account,
  accepted_at timestamptz,
  returned_because text not null default '',
  position int not null,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid
);
create index offer_by_referral on offer (referral_id);
create index offer_by_person on offer (person_id);
create index offer_inbox on offer (team_id, accept_by) where state = 'sent';
comment on table offer is 'One thing offered, with the team that is asked and the owner who keeps it until somebody accepts.';
call protect('offer', 'clinical');
create policy receiving_team_reads on offer for select to onedoor_app using (
  acts_for(team_id, (select my_standing())) and (state = 'sent' or state in ('accepted', 'returned') and may_read_short(person_id, 'contact', (select my_standing()))));
create policy receiving_team_answers on offer for update to onedoor_app using (state = 'sent' and acts_for(team_id, (select my_standing())))
  with check (acts_for(team_id, (select my_standing())) and state in ('accepted', 'returned') and (accepted_by is null or accepted_by = current_account()));
call give_lifecycle('offer', 'offer', 'clinical', $$
- -> drafted
drafted -> sent
sent -> accepted returned
returned -> sent
$$);

create function is_referrer(person uuid, original_person uuid) returns boolean
  stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language sql as $$
  select exists (select from reach(person, my_standing()) r where r.relationship = 'referrer')
    or exists (select from reach(original_person, my_standing()) r where r.relationship = 'referrer')
$$;
comment on function is_referrer(uuid, uuid) is 'Whether the current account may still follow what it sent about a person, also after the record was found to be that of somebody known.';
grant execute on function is_referrer(uuid, uuid) to onedoor_app, onedoor_worker;

create view referral_status with (security_barrier) as
  select r.id, r.number, r.state, r.received_at, r.decide_by, r.referrer_account_id, r.service_asked, r.urgency_asked,
         p.known_as, p.given_name, p.family_name,
         reader.name as reader_name, reader.job as reader_job, holding.name as team_name,
         d.first_step, d.response_code, d.respond_by, d.message_to_referrer, d.confirmed_at,
         (select jsonb_agg(jsonb_build_object('what', o.what, 'team', t.name, 'state', o.state, 'owner', coalesce(a.name, w.name), 'accept_by', o.accept_by) order by o.position)
            from offer o join team t on t.id = o.team_id left join account a on a.id = o.accepted_by left join account w on w.id = o.owner_id
           where o.decision_id = d.id) as offers
  from referral r
  -- Always the record made at the door: what a known person's record says is never shown to whoever referred them.
  join person p on p.id = coalesce(r.original_person_id, r.person_id)
  join team holding on holding.id = r.team_id
  left join account reader on reader.id = r.reader_id
  left join lateral (select * from triage_decision d where d.referral_id = r.id and d.state = 'communicated' order by d.created_at desc limit 1) d on true
  where r.referrer_account_id = current_account() and is_referrer(r.person_id, r.original_person_id);
comment on view referral_status is 'All that a referrer sees of what became of their own referral: no clinical detail, ever.';
grant select on referral_status to onedoor_app;
