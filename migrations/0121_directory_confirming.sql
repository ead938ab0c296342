-- How long a confirmation of an entry counts, as its blueprint says.

alter table directory_service add column confirm_every smallint not null default 30 check (confirm_every between 1 and 730);
comment on column directory_service.confirm_every is 'Days for which a confirmation counts. For entries of others 30 (demo).';

alter table directory_keeper add column public_url text not null default '';
comment on column directory_keeper.public_url is 'Where the links sent to its provider begin, as it was when they were asked.';
