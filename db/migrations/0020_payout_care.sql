-- What the tax office wants to know of a partner, and what is withheld from each payout.
create table tax_profiles (
  partner_id text primary key references partners,
  form text not null check (form in ('none', 'w9', 'w8ben', 'w8bene', 'residence', 'vat', 'other')),
  form_received_on date,
  rate_bps integer not null default 0 check (rate_bps between 0 and 9000),
  note text,
  updated_by text not null,
  updated_at timestamptz not null,
  check ((form = 'none') = (form_received_on is null))
);

-- By currency: above this much in a calendar year nobody is paid without a form.
create table tax_settings (
  currency text primary key check (currency ~ '^[A-Z]{3}$'),
  form_threshold_minor bigint not null check (form_threshold_minor between 0 and 9007199254740991),
  updated_at timestamptz not null
);

-- A debt given up: it settles the clawbacks that made it.
create table payout_writeoffs (
  id text primary key,
  partner_id text not null references partners,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  amount_minor bigint not null check (amount_minor between 1 and 9007199254740991),
  owing_since timestamptz not null,
  reason text not null check (reason <> ''),
  created_by text not null,
  created_at timestamptz not null
);
create index payout_writeoffs_partner on payout_writeoffs (partner_id, created_at desc);

create table payout_writeoff_items (
  writeoff_id text not null references payout_writeoffs,
  commission_id text not null references commissions,
  amount_minor bigint not null check (amount_minor < 0),
  primary key (writeoff_id, commission_id)
);
create index payout_writeoff_items_commission on payout_writeoff_items (commission_id);

-- A programme's payday that was prepared: once.
create table payout_runs (
  programme_id text not null references programmes,
  due_on date not null,
  prepared_at timestamptz not null,
  primary key (programme_id, due_on)
);

-- How far the provider's list of news has been read.
create table payout_provider_news (
  provider text primary key,
  cursor text not null,
  read_at timestamptz not null
);

-- A bank's file that was read: the same bytes again change nothing.
create table payout_answer_files (
  id text primary key,
  file_hash text not null unique,
  name text not null,
  format text not null check (format in ('pain.002', 'camt.053', 'camt.054', 'csv')),
  result jsonb not null,
  read_by text not null,
  read_at timestamptz not null
);
