-- How many restricted records wait for the teams of whoever asks, closed to them: a number for their navigation, and no name.

create function restricted_waiting() returns int
  stable parallel safe security definer set search_path = pg_catalog, public, pg_temp language plpgsql as $$
declare
  me standing := my_standing();
begin
  if me.account is null or me.acts_for = '{}' then return 0; end if;
  return (
    select count(*) from (
      select from restricted_record x
      where x.lifted_at is null
        and exists (
          select from access a
          where a.person_id = x.person_id and a.team_id = any (me.acts_for) and a.agreement_id is null and a.role is null
            and a.starts_at <= me.moment and (a.ends_at is null or a.ends_at > me.moment)
            and (
              exists (select from referral f where f.person_id = x.person_id and f.team_id = a.team_id and f.state in ('submitted', 'in_triage', 'waiting_info', 'unreachable'))
              or exists (select from offer s where s.person_id = x.person_id and s.team_id = a.team_id and s.state = 'sent')))
        and not exists (
          select from access o
          where o.person_id = x.person_id and o.account_id = me.account and o.starts_at <= me.moment and (o.ends_at is null or o.ends_at > me.moment))
      limit 100) counted);
end $$;
comment on function restricted_waiting() is 'Restricted records in which a team of the current account is waited for, to decide or to say yes, and that are not open to it; up to 100.';
grant execute on function restricted_waiting() to onedoor_app;
