-- Churn models: what each training came to with its card, the present risk of every account, and how far the present has
-- moved from the training.
create table churn_models (
  id text primary key,
  horizon_days smallint not null check (horizon_days in (30, 90, 180)),
  outcome text not null check (outcome <> ''),
  card jsonb not null,
  -- What scoring needs; null where nothing can be predicted.
  parameters jsonb,
  is_active boolean not null,
  trained_by text not null,
  trained_at timestamptz not null
);
create unique index churn_models_one_active on churn_models (horizon_days) where is_active;
create index churn_models_trained on churn_models (horizon_days, trained_at desc);

create table churn_risks (
  account_id text not null references accounts (id),
  horizon_days smallint not null check (horizon_days in (30, 90, 180)),
  model_id text not null references churn_models (id),
  risk numeric not null check (risk >= 0 and risk <= 1),
  level text not null check (level in ('high', 'raised', 'low')),
  -- { base, parts: [{ feature, value, log_odds }], rest }: they sum to the log-odds of the risk.
  contributions jsonb not null,
  -- Minor units of the reporting currency; null where a subscription has no rate or there are none.
  mrr_minor bigint check (mrr_minor between 0 and 9007199254740991),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  data_at timestamptz not null,
  scored_at timestamptz not null,
  primary key (account_id, horizon_days)
);
create index churn_risks_ranked on churn_risks (horizon_days, risk desc, account_id);

create table churn_drifts (
  id text primary key,
  model_id text not null references churn_models (id),
  result jsonb not null,
  measured_at timestamptz not null
);
create index churn_drifts_latest on churn_drifts (model_id, measured_at desc);

create table churn_trainings (
  id text primary key,
  horizon_days smallint not null check (horizon_days in (30, 90, 180)),
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  progress double precision not null check (progress >= 0 and progress <= 1),
  model_id text references churn_models (id),
  error text,
  started_by text not null,
  started_at timestamptz not null,
  touched_at timestamptz not null
);
-- One training of a horizon at a time.
create unique index churn_trainings_one_open on churn_trainings (horizon_days) where state in ('waiting', 'running');
create index churn_trainings_latest on churn_trainings (horizon_days, started_at desc);
