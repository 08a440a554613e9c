-- Where the outside is told what happened here, and each message on its way there.
create table webhooks (
  id text primary key,
  url text not null,
  description text not null default '',
  -- Names of topics; the one entry '*' stands for all of them, those to come too.
  topics text[] not null check (cardinality(topics) > 0),
  state text not null default 'on' check (state in ('on', 'off', 'failing', 'gone')),
  -- Sealed with the installation's secret. The old one signs too until it ends.
  secret_sealed text not null,
  old_secret_sealed text,
  old_secret_until timestamptz,
  failing_since timestamptz,
  created_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check ((old_secret_sealed is null) = (old_secret_until is null))
);

create table webhook_deliveries (
  id text primary key,
  webhook_id text not null references webhooks on delete cascade,
  outbox_id text not null references outbox on delete cascade,
  topic text not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null,
  -- A sender that died leaves its claim to run out.
  claimed_until timestamptz,
  last_status integer,
  last_error text,
  created_at timestamptz not null,
  settled_at timestamptz,
  unique (webhook_id, outbox_id)
);
create index webhook_deliveries_due on webhook_deliveries (next_attempt_at) where state = 'waiting';
create index webhook_deliveries_newest on webhook_deliveries (webhook_id, created_at desc, id desc);
create index webhook_deliveries_event on webhook_deliveries (outbox_id);

create table webhook_attempts (
  delivery_id text not null references webhook_deliveries on delete cascade,
  number integer not null,
  at timestamptz not null,
  status integer,
  error text,
  answer text not null,
  ms integer not null,
  primary key (delivery_id, number)
);
