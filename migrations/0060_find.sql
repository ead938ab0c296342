-- Finding people from anywhere by the beginning of a name, and what is past its day: each by an index, at any size of the place.

create index person_by_family_beginning on person (lower(family_name) text_pattern_ops);
create index person_by_known_as_beginning on person (lower(known_as) text_pattern_ops);
create index person_by_given_beginning on person (lower(given_name) text_pattern_ops);

-- A policy keeps an index on lower(…) from being used, because lower() might tell what it saw. So the function looks by the index with the
-- owner’s rights, and gives back only whom the account may read: first by a row of access, which is cheap, then by the matrix itself.
create function find_people(first_word text, second_word text, most int) returns table
  (id uuid, known_as text, given_name text, family_name text, born text)
  stable security definer set search_path = pg_catalog, public, pg_temp
  -- A plan kept for any word would read the whole table; one made for this word uses the indexes.
  set plan_cache_mode = force_custom_plan language plpgsql as $$
declare
  me standing := my_standing();
  -- A name begins with a word when it lies between the word and the word followed by the greatest character.
  first_word_end text := first_word || U&'\+10FFFF';
  second_word_end text := second_word || U&'\+10FFFF';
begin
  if me.account is null or length(first_word) < 3 then return; end if;
  return query
    with begun as materialized (
      select p.id, p.known_as, p.given_name, p.family_name, p.born from person p
      where case when second_word = '' then true else
          ((lower(p.known_as) ~>=~ first_word and lower(p.known_as) ~<~ first_word_end) or (lower(p.given_name) ~>=~ first_word and lower(p.given_name) ~<~ first_word_end)) and (lower(p.family_name) ~>=~ second_word and lower(p.family_name) ~<~ second_word_end)
          or (lower(p.family_name) ~>=~ first_word and lower(p.family_name) ~<~ first_word_end) and ((lower(p.known_as) ~>=~ second_word and lower(p.known_as) ~<~ second_word_end) or (lower(p.given_name) ~>=~ second_word and lower(p.given_name) ~<~ second_word_end)) end
        and ((lower(p.family_name) ~>=~ first_word and lower(p.family_name) ~<~ first_word_end) or (lower(p.known_as) ~>=~ first_word and lower(p.known_as) ~<~ first_word_end) or (lower(p.given_name) ~>=~ first_word and lower(p.given_name) ~<~ first_word_end))
        -- One look at each candidate's rows; an exists would let the planner read all of a large team's.
        and (
          select true from access a
          where a.person_id = p.id and (a.account_id = me.account or a.team_id = any (me.teams))
            and a.starts_at <= current_moment() and (a.ends_at is null or a.ends_at > current_moment()) limit 1)
      order by lower(p.family_name), lower(p.known_as), p.id
      limit 200
    )
    select b.id, b.known_as, b.given_name, b.family_name, b.born from begun b
    where may_read(b.id, 'contact', null, me)
    order by lower(b.family_name), lower(b.known_as), b.id
    limit least(most, 50);
end $$;
comment on function find_people(text, text, int) is 'People the current account may read whose names begin with these words in small letters; at least 3 letters, at most 50 people.';
grant execute on function find_people(text, text, int) to onedoor_app;

-- What is past its day in a team, soonest first.
create index plan_to_review on plan (review_on) where state in ('agreed', 'agreed_with_differences');
create index enrolment_open_by_team on enrolment (team_id, starts_on) where state in ('accepted', 'waiting', 'active', 'paused', 'ending');
