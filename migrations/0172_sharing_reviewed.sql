-- Sharing without agreement says what was shared in words, and what somebody found when they looked at it again.

alter table sharing_without_agreement
  add column what text not null default '',
  add column reviewed_at timestamptz,
  add column reviewed_by uuid references account,
  add column review_words text not null default '',
  add constraint reviewed_whole check ((reviewed_at is null) = (reviewed_by is null));
create index sharing_without_agreement_to_review on sharing_without_agreement (review_on) where ended_at is null;
comment on column sharing_without_agreement.what is 'What was shared, in a sentence; the categories say of what kind it is.';
comment on column sharing_without_agreement.review_words is 'What was found when it was looked at last. While it goes on, review_on is the next day for that.';
