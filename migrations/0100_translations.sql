-- What a place's reviewers said of its translations: approved as they stand or in other words, or suggested. Every row stays; the newest approval counts.

create table translation_review (
  id uuid primary key,
  language text not null check (language in ('cy', 'pl', 'so', 'ur', 'ar', 'easy-read')),
  -- The text's name in its catalogue: door.start.title.
  key text not null check (key ~ '^[a-z][A-Za-z0-9_.-]{1,120}$'),
  -- The English as it was then. When it changes, the approval is of another text and no longer counts.
  english text not null,
  words text not null check (words <> '' and length(words) <= 4000),
  kind text not null check (kind in ('suggested', 'approved')),
  created_by uuid not null references account,
  created_at timestamptz not null
);
comment on table translation_review is 'Approvals and suggestions for translated texts, by key; only added to.';
create index translation_review_by_text on translation_review (language, key, created_at desc, id desc);

-- The texts are what everybody reads on public pages; who approved them is staff's to know.
alter table translation_review enable row level security;
create policy worker on translation_review to onedoor_worker using (true) with check (true);
create policy readers on translation_review for select to onedoor_app using (current_account() is not null);
create policy writers on translation_review for insert to onedoor_app with check (created_by = current_account());
grant select, insert on translation_review to onedoor_app;
grant select, insert on translation_review to onedoor_worker;
