-- What somebody said about sharing when they asked for help stays tied to that referral, and a later “no” ends an earlier “yes”.

alter table sharing_choice add column referral_id uuid references referral;
create index sharing_choice_by_referral on sharing_choice (referral_id) where referral_id is not null;
comment on column sharing_choice.referral_id is 'The referral it was said in: it moves with that when the person turns out to be known. Null when said later.';

create function a_no_ends_an_earlier_yes() returns trigger language plpgsql as $$
begin
  if new.state in ('declined', 'withdrawn') then
    update sharing_choice set state = 'withdrawn', version = version + 1
    where person_id = new.person_id and organisation_id = new.organisation_id and purpose = new.purpose
      and id <> new.id and state = 'agreed' and created_at <= new.created_at;
  end if;
  return new;
end $$;
create trigger a_no_ends_an_earlier_yes after insert or update of state, person_id on sharing_choice for each row execute function a_no_ends_an_earlier_yes();
