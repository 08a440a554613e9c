-- A partner asked to be paid: open until a draft takes it up, and again when that draft is given up.
create table payout_requests (
  id text primary key,
  partner_id text not null references partners,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount_minor bigint not null check (amount_minor between 1 and 9007199254740991),
  promised_on date not null,
  requested_by text not null,
  requested_at timestamptz not null,
  batch_id text references payout_batches
);
create unique index payout_requests_open on payout_requests (partner_id, currency) where batch_id is null;
create index payout_requests_batch on payout_requests (batch_id) where batch_id is not null;
