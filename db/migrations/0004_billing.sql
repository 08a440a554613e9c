create table subscriptions (
  id text primary key,
  account_id text not null references accounts,
  source text not null,
  external_id text not null,
  plan text,
  seats integer check (seats >= 0),
  billing_interval text check (billing_interval in ('day', 'week', 'month', 'quarter', 'half_year', 'year')),
  interval_count integer not null default 1 check (interval_count > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  mrr_minor bigint not null check (mrr_minor between 0 and 9007199254740991),
  mrr_reporting_minor bigint check (mrr_reporting_minor between 0 and 9007199254740991),
  reporting_rate numeric check (reporting_rate > 0),
  reporting_rate_source text,
  reporting_rate_on date,
  is_trial boolean not null default false,
  started_on date not null,
  ended_on date,
  auto_renews boolean,
  was_upgraded boolean,
  was_downgraded boolean,
  imported_churned boolean,
  attributes jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (source, external_id),
  check (ended_on is null or ended_on >= started_on)
);
create index subscriptions_account on subscriptions (account_id, started_on);
create index subscriptions_dates on subscriptions (started_on, ended_on);

create table invoices (
  id text primary key,
  account_id text not null references accounts,
  source text not null,
  external_id text not null,
  subscription_external_id text,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  subtotal_minor bigint not null check (subtotal_minor between -9007199254740991 and 9007199254740991),
  tax_minor bigint not null default 0 check (tax_minor between -9007199254740991 and 9007199254740991),
  total_minor bigint not null check (total_minor between -9007199254740991 and 9007199254740991),
  credit_applied_minor bigint not null default 0 check (credit_applied_minor between 0 and 9007199254740991),
  refunded_minor bigint not null default 0 check (refunded_minor between 0 and 9007199254740991),
  total_reporting_minor bigint check (total_reporting_minor between -9007199254740991 and 9007199254740991),
  reporting_rate numeric check (reporting_rate > 0),
  reporting_rate_source text,
  reporting_rate_on date,
  status text not null check (status in ('draft', 'open', 'paid', 'uncollectible', 'void')),
  issued_at timestamptz not null,
  due_on date,
  paid_at timestamptz,
  coupons text[] not null default '{}',
  attributes jsonb not null default '{}',
  created_at timestamptz not null,
  unique (source, external_id)
);
create index invoices_account on invoices (account_id, issued_at);
create index invoices_open on invoices (due_on) where status = 'open';

create table invoice_lines (
  invoice_id text not null references invoices,
  line_no integer not null check (line_no >= 1),
  product text,
  description text,
  quantity integer check (quantity >= 0),
  amount_minor bigint not null check (amount_minor between -9007199254740991 and 9007199254740991),
  discount_minor bigint not null default 0 check (discount_minor between 0 and 9007199254740991),
  tax_minor bigint not null default 0 check (tax_minor between -9007199254740991 and 9007199254740991),
  primary key (invoice_id, line_no)
);

create table invoice_refunds (
  id text primary key,
  invoice_id text not null references invoices,
  source text not null,
  external_id text not null,
  amount_minor bigint not null check (amount_minor between 1 and 9007199254740991),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  refunded_at timestamptz not null,
  reason text,
  unique (source, external_id)
);
create index invoice_refunds_invoice on invoice_refunds (invoice_id);
