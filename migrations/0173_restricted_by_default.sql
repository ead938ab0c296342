-- Whoever can be reached at a colleague’s own address is a colleague, or lives with one: their record is restricted from the first moment, by whichever way it came.

alter table restricted_record drop constraint restricted_record_asked_by_check, add check (asked_by in ('person', 'worker', 'address'));
comment on column restricted_record.asked_by is 'The person, somebody who works with them, or an address that is a colleague’s.';

create function restrict_by_address() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into restricted_record (person_id, reason, since, asked_by, created_at)
  select new.person_id, 'An address of theirs is a colleague’s.', new.created_at, 'address', new.created_at
  where exists (select from account a where a.email = lower(trim(new.value)) and a.kind = 'staff')
  on conflict (person_id) do nothing;
  return new;
end $$;
create trigger restrict_by_address after insert on contact_point for each row when (new.channel = 'email') execute function restrict_by_address();
