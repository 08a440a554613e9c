-- A firehose: the primary key holds the distribution column (account_id), no foreign key, no trigger.

create table usage_events (
  account_id text collate "C" not null,
  id text collate "C" not null,
  occurred_at timestamptz not null,
  subscription_external_id text,
  person_external_id text,
  feature text not null,
  quantity integer not null default 1 check (quantity >= 0),
  duration_s integer check (duration_s >= 0),
  error_count integer check (error_count >= 0),
  primary key (account_id, id)
);

create table usage_daily (
  account_id text collate "C" not null,
  on_date date not null,
  feature text collate "C" not null,
  events bigint not null,
  quantity bigint not null,
  duration_s bigint not null,
  errors bigint not null,
  primary key (account_id, on_date, feature)
);
create index usage_daily_date on usage_daily (on_date);
