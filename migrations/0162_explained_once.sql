-- Who asks why somebody reaches a record is worked out once for the list, and not for each reason.

create or replace function explain_access(person uuid) returns table
  (access_id uuid, team_id uuid, account_id uuid, role text, relationship text, categories text[], agreement_id uuid, reason text,
   source_kind text, source_id uuid, starts_at timestamptz, ends_at timestamptz)
  stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language sql as $$
  select a.* from live_access(person) a where may_see_access(person, a.access_id, (select my_standing()))
$$;
