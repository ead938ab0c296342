-- Facts that rules may read and no blueprint names: made in the rule room from answers that people already give. Nothing here is about a person.

create table rule_fact (
  name text primary key check (name ~ '^own_[a-z0-9_]+$'),
  blueprint text not null,
  label text not null check (trim(label) <> ''),
  question text not null,
  codes text[] not null check (cardinality(codes) > 0),
  created_at timestamptz not null,
  created_by uuid not null references account
);
comment on table rule_fact is 'A yes or no that rules may read, worked out from an answer at the front door. It never changes, so that a version that reads it means what it meant when it was approved.';
comment on column rule_fact.blueprint is 'Whose rules may read it.';
comment on column rule_fact.codes is 'The answers that make it a yes. Another answer makes it a no; none leaves it unknown.';
create trigger append_only before update or delete or truncate on rule_fact for each statement execute function refuse_change_of_rules();

alter table rule_fact enable row level security;
create policy readers on rule_fact for select to onedoor_app using (reads_rules((select my_standing())));
create policy writers on rule_fact for insert to onedoor_app
  with check (writes_rules((select my_standing())) and created_by = (select current_account()));
create policy worker on rule_fact for select to onedoor_worker using (true);
grant select, insert on rule_fact to onedoor_app;
grant select on rule_fact to onedoor_worker;
