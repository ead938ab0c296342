-- Matching the proof against a pattern cost as much as all else that proves it, twice in every statement about people. The signature alone decides, and is compared whole.

create or replace function is_proven() returns boolean stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language plpgsql as $$
declare
  said text := coalesce(current_setting('app.proof', true), '');
  signed_at text := split_part(said, ' ', 1);
begin
  -- The login that owns the tables needs no proof: nothing is closed to it in any case. Inside this function it is the current user.
  if session_user = current_user or pg_has_role(session_user, current_user, 'member') then return true; end if;
  if length(signed_at) not between 1 and 12 or ltrim(signed_at, '0123456789') <> '' then return false; end if;
  if abs(signed_at::bigint - extract(epoch from now())) > 3600 then return false; end if;
  return exists (
    select from proof_key k
    where said = signed_at || ' ' || encode(sha256(k.outer_pad || sha256(k.inner_pad || convert_to(concat_ws(E'\n', signed_at,
      current_setting('app.kind', true), current_setting('app.account', true), current_setting('app.job', true), current_setting('app.now', true),
      current_setting('app.request', true), current_setting('app.door', true)), 'UTF8'))), 'hex'));
end $$;
