-- A code may go to a phone or an address that several people share: it is then kept once for each of them, and whoever types it also says who they are.
alter table sign_in_link drop constraint sign_in_link_pkey;
alter table sign_in_link add primary key (token_hash, account_id);
alter table sign_in_link add column asks boolean not null default false;
comment on column sign_in_link.asks is 'Somebody else could see the message: the code alone does not open a page whose person’s date of birth is known.';
