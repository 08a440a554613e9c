-- What reached us, once each: the unique index is the idempotency.
create table conversion_events (
  id text primary key,
  source text not null,
  event_id text not null,
  kind text not null check (kind in ('signup', 'invoice', 'refund', 'dispute')),
  body_hash text not null,
  body jsonb not null,
  account_external_id text,
  invoice_external_id text,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  state text not null check (state in ('parked', 'decided', 'unattributed')),
  parked_reason text,
  result jsonb,
  unique (source, kind, event_id)
);
create index conversion_events_parked on conversion_events (account_external_id) where state = 'parked';
create index conversion_events_account on conversion_events (account_external_id, occurred_at);
create index conversion_events_invoice on conversion_events (invoice_external_id) where invoice_external_id is not null;
create index conversion_events_dispute on conversion_events ((body->>'dispute_id')) where kind = 'dispute';
create index conversion_events_visitor on conversion_events ((body->>'visitor')) where body ? 'visitor';
create index conversion_events_received on conversion_events (received_at desc);

create table signups (
  id text primary key,
  account_id text not null unique references accounts,
  occurred_at timestamptz not null,
  visitor_key text,
  click_token_click_id text,
  email_normalised text,
  is_trial boolean not null default false,
  created_at timestamptz not null
);

-- The binding belongs to the account. An episode is one binding's life.
create table bindings (
  id text primary key,
  account_id text not null references accounts,
  programme_id text not null references programmes,
  partner_id text not null references partners,
  rule text not null check (rule in ('R2', 'R3', 'R4', 'R5', 'R6')),
  link_id text,
  click_id text,
  coupon_code text,
  bound_at timestamptz not null,
  effective_at timestamptz not null,
  expires_at timestamptz,
  ended_at timestamptz,
  ended_reason text
);
-- What an administrator set (R2) stands beside what happened by itself.
create unique index bindings_live on bindings (account_id) where ended_at is null and rule <> 'R2';
create index bindings_account on bindings (account_id);
create index bindings_click on bindings (link_id, click_id) where click_id is not null;

-- Every decision, whole: the rule, the reason, what was considered and why the rest fell away.
create table attribution_decisions (
  id text primary key,
  conversion_event_id text not null unique references conversion_events,
  account_id text not null references accounts,
  rule text not null check (rule in ('R0', 'R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7')),
  outcome text not null check (outcome in ('credited', 'unattributed', 'refused')),
  reason text not null,
  reason_params jsonb not null default '{}',
  partner_id text references partners,
  programme_id text references programmes,
  binding_id text references bindings,
  considered jsonb not null,
  flags text[] not null default '{}',
  -- A commission followed: from here on the account has an episode (R3).
  accrued boolean not null default false,
  -- What was decided before later facts arrived, oldest first.
  earlier jsonb not null default '[]',
  decided_at timestamptz not null
);
create index attribution_decisions_account on attribution_decisions (account_id, decided_at desc);
create index attribution_decisions_partner on attribution_decisions (partner_id, decided_at desc) where partner_id is not null;
create index attribution_decisions_considered on attribution_decisions using gin (considered jsonb_path_ops);
