-- Accounts (B2B customer companies) and what outside files claim about their churn.

create table accounts (
  id text primary key,
  source text not null,
  external_id text not null,
  name text not null,
  domain text,
  industry text,
  country text,
  size_band text,
  employees integer check (employees >= 0),
  plan text,
  seats integer check (seats >= 0),
  is_trial boolean,
  owner_name text,
  use_case text,
  pain_point text,
  signed_up_at timestamptz,
  first_touch_channel text,
  last_touch_channel text,
  imported_source text,
  self_reported_source text,
  imported_churned boolean,
  imported_tenure_months integer check (imported_tenure_months >= 0),
  churn_notice_at timestamptz,
  merged_into_id text references accounts,
  attributes jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (source, external_id)
);
create index accounts_name on accounts (lower(name), id);
create index accounts_domain on accounts (domain) where domain is not null;

create table churn_claims (
  id text primary key,
  account_id text not null references accounts,
  source text not null,
  external_id text not null,
  churned_on date not null,
  reason_code text,
  refund_minor bigint check (refund_minor >= 0),
  currency text check (currency ~ '^[A-Z]{3}$'),
  is_reactivation boolean,
  feedback text,
  attributes jsonb not null default '{}',
  unique (source, external_id)
);
create index churn_claims_account on churn_claims (account_id, churned_on);
