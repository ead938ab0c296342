-- For how many people a place is kept is counted on every page of a desk: by what is open now, and not by all that teams accepted in their years.

-- Whether an enrolment was made of it. Only then a place kept for it is a place taken.
alter table offer add column enrolled boolean not null default false;
comment on column offer.enrolled is 'Whether support was begun of it: an enrolment names this offer. Kept by the database.';
update offer o set enrolled = true where exists (select from enrolment e where e.offer_id = o.id);
create index offer_accepted_not_enrolled on offer (team_id, service_code) where state = 'accepted' and not enrolled;
create index enrolment_to_begin on enrolment (team_id, service_code) where state in ('offered', 'accepted', 'waiting');

create function mark_enrolled() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update offer set enrolled = true where id = new.offer_id and not enrolled;
  return new;
end $$;
create trigger mark_enrolled after insert or update of offer_id on enrolment for each row when (new.offer_id is not null) execute function mark_enrolled();
