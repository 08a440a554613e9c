create table health_models (
  id text primary key,
  version integer not null check (version >= 1),
  name text not null,
  definition jsonb not null,
  is_active boolean not null,
  created_by text not null,
  created_at timestamptz not null,
  unique (name, version)
);
create unique index health_models_one_active on health_models (is_active) where is_active;

-- One row per change of an account's score; the row without superseded_at is the present one.
create table health_scores (
  id text primary key,
  account_id text not null references accounts,
  model_id text not null references health_models,
  score numeric check (score between 0 and 100),
  band text not null check (band in ('green', 'amber', 'red', 'unknown')),
  coverage numeric not null check (coverage between 0 and 1),
  contributions jsonb not null,
  data_at timestamptz not null,
  scored_at timestamptz not null,
  superseded_at timestamptz
);
create unique index health_scores_present on health_scores (account_id) where superseded_at is null;
create index health_scores_history on health_scores (account_id, scored_at desc);

create table health_overrides (
  id text primary key,
  account_id text not null references accounts,
  band text not null check (band in ('green', 'amber', 'red')),
  reason text not null check (reason <> ''),
  set_by text not null,
  set_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index health_overrides_account on health_overrides (account_id) where ended_at is null;

create table health_backtests (
  id text primary key,
  model_id text not null references health_models,
  result jsonb not null,
  run_at timestamptz not null
);

-- "Data until": the newest fact of each kind, read by every dashboard.
create index tickets_opened on tickets (opened_at);
create index invoices_issued on invoices (issued_at);
create index survey_answers_answered on survey_answers (answered_at);
