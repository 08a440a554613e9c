-- What the company says about itself, and the records every part of the product shares.

create table company_settings (
  id boolean primary key default true check (id),
  name text not null check (name <> ''),
  reporting_currency text not null check (reporting_currency ~ '^[A-Z]{3}$'),
  zone text not null default 'UTC',
  churn_definition text not null default 'subscriptions' check (churn_definition in ('subscriptions', 'flags', 'events')),
  churn_grace_days integer not null default 0 check (churn_grace_days between 0 and 365),
  gross_margin_bps integer check (gross_margin_bps between 0 and 10000),
  success_cost_year_minor bigint check (success_cost_year_minor >= 0),
  success_hourly_cost_minor bigint check (success_hourly_cost_minor >= 0),
  acquisition_cost_year_minor bigint check (acquisition_cost_year_minor >= 0),
  ltv_cac_guard numeric not null default 4 check (ltv_cac_guard > 0),
  discount_rate_bps integer not null default 1000 check (discount_rate_bps between 0 and 10000),
  product_url text,
  mail_from text,
  simulated boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table exchange_rates (
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  reporting_currency text not null check (reporting_currency ~ '^[A-Z]{3}$'),
  on_date date not null,
  rate numeric not null check (rate > 0),
  source text not null,
  primary key (currency, reporting_currency, on_date)
);

create table audit_entries (
  id text primary key,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('user', 'key', 'partner', 'system')),
  actor_id text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  detail jsonb not null default '{}'
);
create index audit_entries_subject on audit_entries (subject_kind, subject_id, at desc);
create index audit_entries_at on audit_entries (at desc);

create table outbox (
  id text primary key,
  topic text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  delivered_at timestamptz,
  attempts integer not null default 0,
  last_error text
);
create index outbox_undelivered on outbox (created_at) where delivered_at is null;

create table mails (
  id text primary key,
  to_address text not null,
  to_name text,
  subject text not null,
  body_text text not null,
  body_html text,
  kind text not null,
  subject_kind text,
  subject_id text,
  state text not null default 'queued' check (state in ('queued', 'sent', 'kept', 'failed')),
  attempts integer not null default 0,
  error text,
  created_at timestamptz not null,
  sent_at timestamptz
);
create index mails_created on mails (created_at desc);

create table idempotency_keys (
  scope text not null,
  key text not null,
  request_hash text not null,
  response_status integer,
  response_body jsonb,
  created_at timestamptz not null,
  primary key (scope, key)
);
