-- Whether a service of the place has room at this moment, as its own people say in two clicks (SOM-16).

create table directory_light (
  id uuid primary key,
  service_id uuid not null references directory_service,
  unit text not null,
  light text not null check (light in ('free', 'nearly_full', 'full')),
  said_at timestamptz not null,
  said_by uuid not null references account
);
create index directory_light_last on directory_light (service_id, unit, said_at desc, id desc);
comment on table directory_light is 'What was said of a service’s room, oldest and newest. The newest holds until the hours that its blueprint gives it are over.';
comment on column directory_light.unit is 'The unit of the blueprint that it is about, such as a café seat.';

grant select (id, service_id, unit, light, said_at) on directory_light to onedoor_app;
grant select, insert, update, delete on directory_light to onedoor_worker;
