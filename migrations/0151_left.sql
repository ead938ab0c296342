-- Whoever leaves at once leaves nothing to go back to: what they wrote is kept, and shows again only to somebody who enters the code.

alter table door_draft add column left_at timestamptz;
comment on column door_draft.left_at is 'Set when “Exit this page” was pressed, until the code is entered or more is written.';
grant update (left_at) on door_draft to onedoor_app;
