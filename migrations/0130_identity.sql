-- Who is this? The weights by which records are compared, as they were learnt from the place’s own records, each version kept.

create table linkage_model (
  id uuid primary key,
  learned_at timestamptz not null,
  people int not null check (people > 0),
  model jsonb not null
);
create index linkage_model_by_learned on linkage_model (learned_at desc, id);
comment on table linkage_model is 'How much each agreement and difference between two records weighs here, learnt without labels. Names that few people share are left out.';
comment on column linkage_model.people is 'How many records it was learnt from.';
grant select, insert on linkage_model to onedoor_worker;

alter table possible_match add column model_id uuid references linkage_model;
comment on column possible_match.model_id is 'The weights by which it was found; null for the published ones that every place begins with.';

alter table identity_link add column match_decided_by uuid, add column match_decided_at timestamptz;
comment on column identity_link.match_decided_by is 'Who had answered “not sure” before the link, so that undoing it gives the answer back to them.';
