-- A customer asked the bank for its money back. The fee is the company's; the partner never pays it.
create table invoice_disputes (
  id text primary key,
  invoice_id text not null references invoices,
  source text not null,
  external_id text not null,
  amount_minor bigint not null check (amount_minor between 1 and 9007199254740991),
  fee_minor bigint not null default 0 check (fee_minor between 0 and 9007199254740991),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  state text not null check (state in ('open', 'won', 'lost')),
  opened_at timestamptz not null,
  closed_at timestamptz,
  unique (source, external_id)
);
create index invoice_disputes_invoice on invoice_disputes (invoice_id);

-- Fingerprints of cards and bank accounts a partner or a customer was seen with: the same one on both is a self-referral.
create table payment_fingerprints (
  fingerprint text not null,
  owner_kind text not null check (owner_kind in ('partner', 'account')),
  owner_id text not null,
  first_seen_at timestamptz not null,
  primary key (fingerprint, owner_kind, owner_id)
);
