-- Other systems that send referrals: the key each shows, and every message taken from it, so that the same message twice does it once.

create table connection (
  id uuid primary key,
  account_id uuid not null unique references account,
  name text not null check (name <> ''),
  door text not null,
  key_hash bytea not null unique check (length(key_hash) = 32),
  created_at timestamptz not null,
  created_by uuid references account,
  last_used_on date,
  ended_at timestamptz,
  ended_by uuid references account,
  check ((ended_at is null) = (ended_by is null))
);
comment on table connection is 'Another system that may send referrals. It acts as a referrer’s account of its own and sees what that account sees: where its own referrals stand.';
comment on column connection.key_hash is 'SHA-256 of the key, which is shown once and never kept.';
comment on column connection.door is 'By which door its referrals come: a code of the list door.';
alter table connection enable row level security;
create policy keepers on connection for select to onedoor_app using (has_role('ADM', (select my_standing())) or has_role('MGR', (select my_standing())));
create policy worker on connection to onedoor_worker using (true) with check (true);
grant select (id, account_id, name, door, created_at, created_by, last_used_on, ended_at, ended_by) on connection to onedoor_app;
grant select, insert, update on connection to onedoor_worker;

create table exchange_message (
  id uuid primary key,
  account_id uuid not null references account,
  bundle_identifier text not null,
  content_hash bytea not null check (length(content_hash) = 32),
  reason text not null check (reason in ('new', 'update', 'delete')),
  header_id text not null,
  referral_identifier text not null,
  referral_id uuid not null references referral,
  request_header text not null default '',
  received_at timestamptz not null,
  unique (account_id, bundle_identifier)
);
create unique index exchange_message_by_referral on exchange_message (account_id, referral_identifier) where reason = 'new';
create index exchange_message_by_subject on exchange_message (referral_id, received_at);
comment on table exchange_message is 'One message taken from another system: by which identifiers it is known there, and what it became here. The message itself is not kept.';
comment on column exchange_message.content_hash is 'SHA-256 of the bytes: the same identifier with other content is a conflict.';
comment on column exchange_message.request_header is 'The request id the sender gave, for finding it in both logs.';
alter table exchange_message enable row level security;
create policy worker on exchange_message to onedoor_worker using (true) with check (true);
grant select, insert on exchange_message to onedoor_worker;
