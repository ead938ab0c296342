-- The directory: what help there is, ours and others', as its publishers say, with where each entry came from and when it was last confirmed.
-- Nothing here is about a person: everybody may read it, and only the program writes.

create table directory_source (
  id uuid primary key,
  address text not null unique,
  name text not null,
  licence text not null,
  own boolean not null default false,
  fetched_at timestamptz not null
);
comment on table directory_source is 'Where entries come from: one published directory or file, or the place’s own blueprints.';
comment on column directory_source.address is 'The address it was fetched from, or the name of the file. Importing it again updates its entries and no others.';
comment on column directory_source.licence is 'The terms under which it may be shown, as its publisher states them.';
comment on column directory_source.own is 'True for the entries made of the place’s own services.';

create table directory_organisation (
  id uuid primary key,
  source_id uuid not null references directory_source,
  source_key text not null,
  name text not null,
  description text not null default '',
  email text,
  website text,
  identifiers jsonb not null default '[]',
  last_confirmed date,
  fetched_at timestamptz not null,
  unique (source_id, source_key)
);
comment on table directory_organisation is 'Who gives a service of the directory.';
comment on column directory_organisation.source_key is 'Its id in the source.';

create table directory_location (
  id uuid primary key,
  source_id uuid not null references directory_source,
  source_key text not null,
  name text not null default '',
  description text not null default '',
  kind text not null check (kind in ('physical', 'postal', 'virtual', 'not stated')),
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  transport text not null default '',
  addresses jsonb not null default '[]',
  accessibility text[] not null default '{}',
  phones jsonb not null default '[]',
  last_confirmed date,
  fetched_at timestamptz not null,
  unique (source_id, source_key)
);
comment on table directory_location is 'Where a service of the directory is given.';

create table directory_service (
  id uuid primary key,
  source_id uuid not null references directory_source,
  source_key text not null,
  organisation_id uuid references directory_organisation,
  name text not null,
  alternate_name text,
  description text not null default '',
  website text,
  email text,
  status text not null check (status in ('active', 'inactive', 'defunct', 'temporarily closed', 'not stated')),
  alert text,
  accreditations text,
  how_to_use text,
  referral text not null check (referral in ('needed', 'not needed', 'not stated')),
  wait_time text,
  languages text[] not null default '{}',
  areas text[] not null default '{}',
  funding text[] not null default '{}',
  phones jsonb not null default '[]',
  contacts jsonb not null default '[]',
  eligibility jsonb not null default '[]',
  cost jsonb not null default '[]',
  capacity jsonb not null default '[]',
  last_confirmed date,
  confirmed_on date,
  confirmed_by uuid references account,
  fetched_at timestamptz not null,
  own boolean not null default false,
  search_words text not null default '',
  area_words text not null default '',
  list_order smallint not null generated always as (case when own then 0 else 1 end) stored,
  list_name text not null generated always as (lower(name)) stored,
  listed boolean not null generated always as (status in ('active', 'not stated', 'temporarily closed')) stored,
  search tsvector not null generated always as
    (setweight(to_tsvector('english', left(name, 1000)), 'A') || setweight(to_tsvector('english', left(search_words, 100000)), 'B')) stored,
  area_search tsvector not null generated always as (to_tsvector('simple', left(area_words, 20000))) stored,
  unique (source_id, source_key)
);
create index directory_service_in_order on directory_service (list_order, list_name, id) where listed;
create index directory_service_by_words on directory_service using gin (search);
create index directory_service_by_area on directory_service using gin (area_search);
create index directory_service_by_name on directory_service (list_name);
comment on table directory_service is 'One entry of the directory. Texts stay as published, markup included, and are only ever shown as text.';
comment on column directory_service.referral is 'Whether one must be referred. Not stated where the publisher does not say plainly: nobody is sent to a closed door on a guess.';
comment on column directory_service.last_confirmed is 'The last day on which its publisher assured or changed it.';
comment on column directory_service.confirmed_on is 'The last day on which somebody of the place checked it, by confirmed_by. The later of both days is shown.';
comment on column directory_service.own is 'A service of the place itself; such entries stand first.';
comment on column directory_service.search_words is 'What else is searched: other names, organisation, description, who it is for, its terms.';
comment on column directory_service.area_words is 'Areas, towns and postcodes by which it is found.';
comment on column directory_service.listed is 'Entries that are inactive or no longer there are kept and not listed.';

create table directory_service_at_location (
  id uuid primary key,
  source_id uuid not null references directory_source,
  source_key text not null,
  service_id uuid not null references directory_service,
  location_id uuid not null references directory_location,
  description text not null default '',
  unique (source_id, source_key)
);
create index directory_service_at_location_by_service on directory_service_at_location (service_id);
create index directory_service_at_location_by_location on directory_service_at_location (location_id);
comment on table directory_service_at_location is 'A service as it is given at one of its places.';

create table directory_schedule (
  id uuid primary key,
  source_id uuid not null references directory_source,
  source_key text not null,
  service_id uuid references directory_service,
  location_id uuid references directory_location,
  service_at_location_id uuid references directory_service_at_location,
  rule jsonb not null,
  unique (source_id, source_key),
  check (num_nonnulls(service_id, location_id, service_at_location_id) >= 1)
);
create index directory_schedule_by_service on directory_schedule (service_id) where service_id is not null;
create index directory_schedule_by_location on directory_schedule (location_id) where location_id is not null;
comment on table directory_schedule is 'When a service or a location is open.';
comment on column directory_schedule.rule is 'Days, dates and times as read from the source. They are only ever used whole, by one function, so they are kept whole.';

create table directory_taxonomy (
  id uuid primary key,
  source_id uuid not null references directory_source,
  source_key text not null,
  name text not null,
  description text not null default '',
  website text,
  version text,
  unique (source_id, source_key)
);
comment on table directory_taxonomy is 'A list of terms that a source sorts its services by.';

create table directory_term (
  id uuid primary key,
  source_id uuid not null references directory_source,
  source_key text not null,
  name text not null,
  description text not null default '',
  part_of text,
  taxonomy text,
  uri text,
  code text,
  unique (source_id, source_key)
);
comment on table directory_term is 'One term of such a list.';
comment on column directory_term.part_of is 'The source_key of the wider term, which the source may not have published.';

create table directory_service_term (
  service_id uuid not null references directory_service,
  term_id uuid not null references directory_term,
  primary key (service_id, term_id)
);
create index directory_service_term_by_term on directory_service_term (term_id);
comment on table directory_service_term is 'The terms that a service was given.';

grant select on directory_source, directory_organisation, directory_location, directory_service, directory_service_at_location, directory_schedule,
  directory_taxonomy, directory_term, directory_service_term to onedoor_app;
grant select, insert, update, delete on directory_source, directory_organisation, directory_location, directory_service, directory_service_at_location,
  directory_schedule, directory_taxonomy, directory_term, directory_service_term to onedoor_worker;
