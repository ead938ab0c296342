-- Where social care and clinical views differ, both are kept, and both must agree before anything is sent (lifecycle 4.2).
alter table triage_decision add other_view text not null default '';
comment on column triage_decision.other_view is 'How a colleague of the other profession sees it, where that differs. Written by whoever decides; read by the second clinician.';
