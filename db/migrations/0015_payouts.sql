-- The company's own account: who pays.
create table payout_settings (
  id boolean primary key default true check (id),
  holder_name text not null check (holder_name <> ''),
  iban text not null,
  bic text,
  updated_at timestamptz not null
);

-- Where a partner wants to be paid: an IBAN for SEPA, or their own words (a PayPal address) for paying by hand.
create table payout_destinations (
  id text primary key,
  partner_id text not null references partners,
  rail text not null check (rail in ('sepa', 'manual')),
  holder_name text not null check (holder_name <> ''),
  iban text,
  bic text,
  details text,
  is_current boolean not null,
  created_at timestamptz not null,
  check ((rail = 'sepa') = (iban is not null)),
  check ((rail = 'manual') = (details is not null))
);
create unique index payout_destinations_current on payout_destinations (partner_id) where is_current;

create table payout_batches (
  id text primary key,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  rail text not null check (rail in ('sepa', 'manual')),
  state text not null check (state in ('draft', 'approved', 'sent', 'paid', 'cancelled')),
  created_by text not null,
  created_at timestamptz not null,
  expected_on date not null,
  content_hash text not null,
  skipped jsonb not null default '[]',
  approvals integer not null default 0 check (approvals >= 0),
  approved_by text,
  approved_at timestamptz,
  approved_hash text,
  sent_at timestamptz,
  paid_at timestamptz,
  check (rail <> 'sepa' or currency = 'EUR'),
  constraint payout_batches_four_eyes check (approved_by is null or approved_by <> created_by),
  check (approved_by is null or approved_hash = content_hash),
  check (state in ('draft', 'cancelled') or approved_by is not null)
);
create index payout_batches_created on payout_batches (created_at desc);

create table payouts (
  id text primary key,
  batch_id text not null references payout_batches,
  partner_id text not null references partners,
  currency text not null,
  amount_minor bigint not null check (amount_minor between 1 and 9007199254740991),
  destination_id text not null references payout_destinations,
  holder_name text not null,
  iban text,
  bic text,
  details text,
  state text not null check (state in ('draft', 'claimed', 'sent', 'paid', 'failed', 'returned', 'cancelled')),
  end_to_end_id text not null unique check (end_to_end_id ~ '^[A-Z0-9]{1,35}$'),
  reason text,
  created_at timestamptz not null,
  paid_at timestamptz,
  unique (batch_id, partner_id)
);
create index payouts_partner on payouts (partner_id, created_at desc);

-- A commission is settled by at most one live payout; a clawback is a negative item of a later one.
create table payout_items (
  payout_id text not null references payouts,
  commission_id text not null references commissions,
  amount_minor bigint not null check (amount_minor <> 0),
  is_live boolean not null default true,
  primary key (payout_id, commission_id)
);
create unique index payout_items_one_live on payout_items (commission_id) where is_live and amount_minor > 0;
create index payout_items_commission on payout_items (commission_id);
