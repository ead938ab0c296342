-- What became of what somebody sent is read newest first, a page at a time: looking stops at the end of the page, however much they sent.

create function sent_before(at timestamptz, id uuid, most int) returns setof uuid
  stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language sql as $$
  select r.id from referral r
  where r.referrer_account_id = (select current_account()) and is_referrer(r.person_id, r.original_person_id, (select my_standing()))
    and (r.received_at, r.id) < (coalesce(at, 'infinity'), coalesce(id, 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
  order by r.received_at desc, r.id desc limit most
$$;
comment on function sent_before(timestamptz, uuid, int) is 'What the current account sent and may still follow, newest first, from before this one; nulls for the first page. What became of it stands in referral_status.';
grant execute on function sent_before(timestamptz, uuid, int) to onedoor_app;
