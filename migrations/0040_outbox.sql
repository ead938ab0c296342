-- The outbox looks at messages that wait for quiet hours to end as well, by the same index.

drop index message_to_send;
create index message_to_send on message (not_before, id) where state in ('queued', 'sending', 'held');
comment on column message.state is 'Held waits for quiet hours, or with not_before infinity for someone to send it by hand; refused means the safe-contact rules forbid it and a task was raised; would_have_gone is the demo’s sent.';
