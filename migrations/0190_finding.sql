-- Finding who somebody may be, by keys: each key is read from its index only so far, whatever the planner knows or believes about the table.

create function people_sharing_keys(keys text[], largest int) returns table (person_id uuid, telling bigint)
  stable parallel safe set search_path = pg_catalog, public, pg_temp
  -- A bitmap is made of a whole key before the first of it is read: of a common name in a large place, of all who have it.
  set enable_bitmapscan = off set enable_seqscan = off language plpgsql as $$
begin
  return query
    with block as materialized (
      select array(select k.person_id from identity_key k where k.key = own.key limit largest + 1) as people from unnest(keys) own (key)
    )
    select near.id, sum(1000000 / cardinality(block.people)) from block cross join lateral unnest(block.people) near (id)
    where cardinality(block.people) <= largest
    group by near.id;
end $$;
comment on function people_sharing_keys(text[], int) is 'Everybody who shares a key that at most so many people have, and how telling what they share is: of each key, a million divided by how many have it.';
grant execute on function people_sharing_keys(text[], int) to onedoor_worker;
