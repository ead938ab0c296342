-- People, how it is safe to reach them, and the keys by which the door finds who somebody may already be.

create table person (
  id uuid primary key,
  person_id uuid not null generated always as (id) stored,
  known_as text not null default '',
  given_name text not null default '',
  family_name text not null default '',
  pronouns text not null default '',
  born text check (born ~ '^\d{4}(-\d{2}(-\d{2})?)?$'),
  nhs_number text check (nhs_number ~ '^\d{10}$'),
  address text not null default '',
  postcode text,
  no_fixed_abode boolean not null default false,
  area text not null default '',
  language text not null default 'en',
  interpreter text,
  adjustments text not null default '',
  gp_practice text not null default '',
  died_on date,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null
);
comment on table person is 'One person, as the service knows them. Everything else about them hangs on this id.';
comment on column person.known_as is 'The name they chose. Shown first everywhere.';
comment on column person.born is 'Year, year and month, or whole date: partial dates are allowed.';
comment on column person.interpreter is 'Language of the interpreter needed; null when none was asked for.';
create index person_by_name on person (lower(family_name), lower(given_name), id);
create index person_by_known_as on person (lower(known_as), id);
create index person_by_nhs_number on person (nhs_number) where nhs_number is not null;
create index person_by_created on person (created_at, id);
call protect('person', 'contact');
revoke insert on person from onedoor_app;

alter table account add foreign key (person_id) references person;
alter table access add foreign key (person_id) references person;
alter table sharing_choice add foreign key (person_id) references person;
alter table sharing_without_agreement add foreign key (person_id) references person;
alter table restricted_record add foreign key (person_id) references person;
alter table held_back add foreign key (person_id) references person;

create function close_own_doors() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update access set ends_at = greatest(starts_at, current_moment())
  where person_id = new.id and relationship in ('self', 'carer', 'supporter') and (ends_at is null or ends_at > current_moment());
  return new;
end $$;
comment on function close_own_doors() is 'When somebody has died nobody reads their record as them, as their carer or as their supporter.';
create trigger close_own_doors after update of died_on on person for each row when (old.died_on is null and new.died_on is not null) execute function close_own_doors();

create view person_short with (security_barrier) as
  select id, known_as, given_name from person where may_read_short(id, 'contact', (select my_standing()));
comment on view person_short is 'The short form: what a host, carer or supporter may see of who somebody is.';
grant select on person_short to onedoor_app, onedoor_worker;

create table contact_point (
  id uuid primary key,
  person_id uuid not null references person,
  channel text not null check (channel in ('text', 'phone', 'email', 'post', 'in_person')),
  value text not null,
  safe_to_use text not null check (safe_to_use in ('safe', 'not_safe', 'ask_first', 'not_asked')),
  shared text not null check (shared in ('yes', 'no', 'not_sure', 'not_asked')),
  voicemail boolean not null default false,
  name_to_use text not null default '',
  may_name_service boolean not null default false,
  may_send_links boolean not null default false,
  times_safe text not null default '',
  times_never text not null default '',
  checked_on date not null,
  checked_by uuid,
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  replaced_at timestamptz
);
create index contact_point_by_person on contact_point (person_id);
comment on table contact_point is 'One way to reach a person and the rules they set for it. The sender refuses whatever is not safe here.';
comment on column contact_point.shared is 'Could someone else see or hear it? Yes and not sure are treated alike: no service name, no reason, no link.';
comment on column contact_point.replaced_at is 'Set when a newer row took its place; old ways of reaching somebody are kept but never used.';
call protect('contact_point', 'contact');

create table contact_preference (
  person_id uuid primary key references person,
  will_contact_us boolean not null default false,
  line text not null default '',
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid
);
comment on table contact_preference is 'The choice to get in touch themselves, and the safe-contact line in words as it stands beside the name.';
call protect('contact_preference', 'contact');

create table equality (
  person_id uuid primary key references person,
  ethnic_category text,
  ethnicity_own_words text not null default '',
  gender_identity text,
  declined text[] not null default '{}',
  version int not null default 1,
  created_at timestamptz not null,
  created_by uuid
);
comment on table equality is 'Optional monitoring answers. Never used to exclude; read in totals.';
call protect('equality', 'equality');

create table related_person (
  id uuid primary key,
  person_id uuid not null references person,
  name text not null,
  relationship text not null,
  professional boolean not null default false,
  may_talk_to text not null default 'not_asked' check (may_talk_to in ('yes', 'no', 'not_sure', 'not_asked')),
  note text not null default '',
  category text not null generated always as (case when professional then 'contact' else 'story' end) stored references data_category,
  created_at timestamptz not null,
  created_by uuid
);
create index related_person_by_person on related_person (person_id);
comment on table related_person is 'Who else helps, and whether we may talk to them.';
comment on column related_person.category is 'Family and friends are part of somebody’s story; the professionals around them are ways to reach.';
call protect('related_person', null);

create table identity_key (
  key text not null,
  person_id uuid not null references person,
  primary key (key, person_id)
);
create index identity_key_by_person on identity_key (person_id);
comment on table identity_key is 'Blocking keys (see the people room’s linkage): two records that share one are worth comparing. Only the identity worker reads them.';
insert into protected_table values ('identity_key', 'contact');
alter table identity_key enable row level security;
create policy worker on identity_key to onedoor_worker using (true) with check (true);
grant select, insert, delete on identity_key to onedoor_worker;
