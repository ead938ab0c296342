-- Proof of who acts: what a transaction says about itself counts only with a signature that the program alone can make, so no statement can speak for another.

create table proof_key (
  only_one boolean primary key default true check (only_one),
  key bytea not null check (length(key) = 32),
  inner_pad bytea not null,
  outer_pad bytea not null
);
comment on table proof_key is 'Signs what a transaction says about itself (HMAC with SHA-256). No role may read it: the program reads it with the login that owns the tables, once, when it starts.';
do $$
declare
  secret bytea := sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'));
  inner_pad bytea := decode(repeat('36', 64), 'hex');
  outer_pad bytea := decode(repeat('5c', 64), 'hex');
begin
  for at in 0..31 loop
    inner_pad := set_byte(inner_pad, at, get_byte(inner_pad, at) # get_byte(secret, at));
    outer_pad := set_byte(outer_pad, at, get_byte(outer_pad, at) # get_byte(secret, at));
  end loop;
  insert into proof_key (key, inner_pad, outer_pad) values (secret, inner_pad, outer_pad);
end $$;
alter table proof_key enable row level security;

-- app.proof is "instant signature": when it was signed, in seconds, and the signature over that and everything else that is said.
create function is_proven() returns boolean stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language plpgsql as $$
declare
  said text := current_setting('app.proof', true);
  signed_at text := split_part(said, ' ', 1);
begin
  -- The login that owns the tables needs no proof: nothing is closed to it in any case. Inside this function it is the current user.
  if session_user = current_user or pg_has_role(session_user, current_user, 'member') then return true; end if;
  if coalesce(said, '') !~ '^\d{1,12} [0-9a-f]{64}$' then return false; end if;
  if abs(signed_at::numeric - extract(epoch from now())) > 3600 then return false; end if;
  return exists (
    select from proof_key k
    where encode(sha256(k.outer_pad || sha256(k.inner_pad || convert_to(concat_ws(E'\n', signed_at,
      current_setting('app.kind', true), current_setting('app.account', true), current_setting('app.job', true), current_setting('app.now', true),
      current_setting('app.request', true), current_setting('app.door', true)), 'UTF8'))), 'hex') = split_part(said, ' ', 2));
end $$;
comment on function is_proven() is 'Whether what this transaction says about itself was signed by the program within the hour. A login that owns the tables is believed.';

create function worker_is_proven() returns boolean stable parallel safe language sql as $$
  select is_proven() and (current_setting('app.kind', true) = 'worker' or current_setting('app.proof', true) is null or current_setting('app.proof', true) = '')
$$;
comment on function worker_is_proven() is 'Whether the program itself made this transaction, or this part of it, its worker’s. Taking on the role is not enough.';

create or replace function current_account() returns uuid stable parallel safe language sql
  as $$ select case when is_proven() then nullif(current_setting('app.account', true), '')::uuid end $$;
create or replace function current_door() returns text stable parallel safe language sql
  as $$ select case when is_proven() then nullif(current_setting('app.door', true), '') end $$;
create or replace function current_moment() returns timestamptz stable parallel safe language sql
  as $$ select coalesce(case when is_proven() then nullif(current_setting('app.now', true), '')::timestamptz end, now()) $$;
grant execute on function is_proven(), worker_is_proven() to onedoor_app, onedoor_worker;

-- Checking a signature costs more than reading a setting, so it is done once for a query and not for each row.
do $$
declare
  rule record;
  once text := '(select \1())';
  asked text := '\m(current_account|current_door|current_moment|current_day)\(\)';
begin
  for rule in
    select tablename as name, policyname as policy, qual, with_check from pg_policies
    where schemaname = 'public' and coalesce(qual, '') || coalesce(with_check, '') ~ asked
  loop
    execute format('alter policy %I on %I %s %s', rule.policy, rule.name,
      'using (' || regexp_replace(rule.qual, asked, once, 'g') || ')', 'with check (' || regexp_replace(rule.with_check, asked, once, 'g') || ')');
  end loop;
  for rule in select regexp_replace(pg_get_functiondef(f.oid), asked, once, 'g') as definition
    from pg_proc f where f.pronamespace = 'public'::regnamespace and f.proname in ('live_access', 'shared_categories', 'find_people')
  loop
    execute rule.definition;
  end loop;
end $$;

create procedure guard_worker() language plpgsql as $$
declare a_table record;
begin
  for a_table in
    select t.oid, t.relname as name, t.relrowsecurity as secured from pg_class t
    where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and t.relname not in ('schema_migration', 'proof_key')
      and not exists (select from pg_policy p where p.polrelid = t.oid and p.polname = 'proven_worker')
  loop
    if not a_table.secured then
      -- Rows that hold no person stay open to whom the table was granted, as before.
      execute format('alter table %I enable row level security', a_table.name);
      execute format('create policy granted on %I to onedoor_app, onedoor_worker using (true) with check (true)', a_table.name);
    end if;
    execute format('create policy proven_worker on %I as restrictive to onedoor_worker using ((select worker_is_proven())) with check ((select worker_is_proven()))', a_table.name);
  end loop;
end $$;
comment on procedure guard_worker() is 'Closes every table to a worker that the program did not prove. The program calls it after every migration, so that no new table is forgotten.';
call guard_worker();
