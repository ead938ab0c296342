-- Somebody may have been referred, or asked for by somebody close to them, without knowing of it. Nothing is sent to them until somebody has spoken with them.

alter table contact_preference add column may_not_know boolean not null default false;
comment on column contact_preference.may_not_know is
  'Somebody asked for help for them and they may not know of it: nothing is sent, and nobody makes contact before speaking to whoever asked.';

update contact_preference p set may_not_know = true
where exists (
    select from referral r
    where r.person_id = p.person_id and r.state in ('submitted', 'in_triage', 'waiting_info', 'unreachable')
      and (r.agreement = 'without_agreement'
        or r.kind = 'carer' and not exists (
          select from referral_answer a where a.referral_id = r.id and a.question = 'do_they_know' and a.codes && array['yes'])))
  and not exists (select from enrolment e where e.person_id = p.person_id and e.state in ('active', 'paused', 'ending'))
  and not exists (select from contact_try t join referral r on r.id = t.referral_id where r.person_id = p.person_id and t.result in ('spoke', 'asked_to_call_back'));
