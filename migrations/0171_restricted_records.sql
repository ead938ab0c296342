-- A restricted record says who asked for it, whom it stays open to by name, and who lifted it and why.

alter table restricted_record
  add column asked_by text not null default 'worker' check (asked_by in ('person', 'worker')),
  add column source_id uuid,
  add column lifted_by uuid references account,
  add column lifted_because text not null default '',
  add column version int not null default 1;
create index restricted_record_now on restricted_record (since) where lifted_at is null;
comment on column restricted_record.source_id is 'Source of the access rows by which colleagues were named when it was restricted. Lifting it ends them.';
