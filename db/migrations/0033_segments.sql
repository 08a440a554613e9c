-- Segments: saved rules over the field catalogue, and which account was in which one when.
create table segments (
  id text primary key,
  name text not null check (name <> ''),
  description text not null,
  rule jsonb not null,
  member_count integer not null default 0 check (member_count >= 0),
  evaluated_at timestamptz,
  evaluated_on date,
  created_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  archived_at timestamptz
);
create unique index segments_name on segments (lower(name)) where archived_at is null;

create table segment_members (
  segment_id text not null references segments,
  account_id text not null references accounts,
  entered_at timestamptz not null,
  left_at timestamptz check (left_at >= entered_at),
  primary key (segment_id, account_id, entered_at)
);
create unique index segment_members_present on segment_members (segment_id, account_id) where left_at is null;
create index segment_members_account on segment_members (account_id, entered_at desc);

-- Why a version of the health model was made, and when and by whom it was put in force.
alter table health_models add column reason text;
alter table health_models add column activated_at timestamptz;
alter table health_models add column activated_by text;
update health_models set activated_at = created_at, activated_by = created_by where is_active;
create index health_backtests_model on health_backtests (model_id, run_at desc);

-- How the scores of a month moved under one model; kept with every scoring.
create table health_drifts (
  id text primary key,
  model_id text not null references health_models,
  result jsonb not null,
  run_at timestamptz not null
);
create index health_drifts_run on health_drifts (run_at desc);
