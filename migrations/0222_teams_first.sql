-- Most who may read of a person may as their team: its row is looked at before those of a role, which ask the rules as well.

do $$
declare rule record;
begin
  for rule in
    select pg_get_functiondef(f.oid) as definition from pg_proc f
    where f.pronamespace = 'public'::regnamespace and f.proname in ('may_read', 'may_write') and f.pronargs = 4
  loop
    if rule.definition not like E'%r.lifted_at is null))\n  loop\n%' then raise exception 'The rule is not the one that 0220 made.'; end if;
    execute replace(rule.definition, E'r.lifted_at is null))\n  loop\n', E'r.lifted_at is null))\n    order by x.role nulls first\n  loop\n');
  end loop;
end $$;
