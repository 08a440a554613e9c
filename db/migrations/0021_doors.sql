-- Doors to the outside: what billing systems, trackers and networks send us, and what we send back.

-- What we know of the company's Stripe. The signing secrets are sealed: the door opens them, no answer holds them.
create table stripe_settings (
  id boolean primary key default true check (id),
  signing_secret text not null check (signing_secret <> ''),
  -- A rolled secret is good for one more day.
  previous_secret text,
  previous_until timestamptz,
  livemode boolean not null,
  stripe_account text,
  client_reference text not null check (client_reference in ('referral', 'account')),
  account_metadata_key text not null check (account_metadata_key <> ''),
  updated_at timestamptz not null,
  check ((previous_secret is null) = (previous_until is null))
);

-- Every event that Stripe signed, once.
create table stripe_events (
  id text primary key,
  stripe_id text not null unique,
  type text not null,
  api_version text,
  livemode boolean not null,
  subject_id text,
  customer_id text,
  payload jsonb not null,
  occurred_at timestamptz not null,
  received_at timestamptz not null,
  deliveries integer not null default 1,
  state text not null check (state in ('applied', 'waiting', 'ignored', 'refused')),
  reason text not null,
  reason_params jsonb not null default '{}',
  -- What has to become known before it can be applied: one of these payments or charges.
  waits_for text[],
  conversion_id text,
  attempts integer not null default 1,
  processed_at timestamptz not null,
  check ((state = 'waiting') = (waits_for is not null))
);
create index stripe_events_received on stripe_events (received_at desc);
create index stripe_events_waiting on stripe_events using gin (waits_for) where state = 'waiting';

-- What came to the door and was turned away: the newest few, cut short, for inspection.
create table stripe_rejections (
  id text primary key,
  received_at timestamptz not null,
  reason text not null,
  stripe_id text,
  type text,
  signature text,
  body_head text not null,
  body_bytes integer not null check (body_bytes >= 0),
  body_hash text not null
);
create index stripe_rejections_received on stripe_rejections (received_at desc);

-- Which of Stripe's names mean the same thing: a payment or charge its invoice, a customer the account of the product,
-- a discount its promotion code.
create table stripe_names (
  kind text not null check (kind in ('payment', 'customer', 'discount')),
  stripe_id text not null,
  means text not null,
  primary key (kind, stripe_id)
);

-- How much of a charge has been given back, as far as anybody said.
create table stripe_charges (
  charge_id text primary key,
  refunded_minor bigint not null check (refunded_minor between 0 and 9007199254740991)
);

-- What a subscription was, from when on, as often as somebody said so; the spans in subscriptions follow from it.
create table subscription_states (
  source text not null,
  subscription_external_id text not null,
  event_id text not null,
  account_id text not null references accounts,
  at timestamptz not null,
  -- Among states of one instant the higher one is the later.
  rank integer not null,
  status text not null check (status in ('trial', 'active', 'paused', 'ended')),
  plan text,
  seats integer check (seats >= 0),
  billing_interval text not null check (billing_interval in ('day', 'week', 'month', 'quarter', 'half_year', 'year')),
  interval_count integer not null check (interval_count > 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  mrr_minor bigint not null check (mrr_minor between 0 and 9007199254740991),
  started_at timestamptz not null,
  ended_at timestamptz,
  body_hash text not null,
  received_at timestamptz not null,
  primary key (source, subscription_external_id, event_id)
);
create index subscription_states_account on subscription_states (account_id);

-- What of an invoice was credited, and how: only money that went back counts against what was earned.
create table credit_notes (
  id text primary key,
  source text not null,
  external_id text not null,
  invoice_external_id text not null,
  amount_minor bigint not null check (amount_minor between 1 and 9007199254740991),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  settled_by text not null check (settled_by in ('refund', 'balance', 'reduction')),
  reason text,
  body_hash text not null,
  issued_at timestamptz not null,
  voided_at timestamptz,
  created_at timestamptz not null,
  unique (source, external_id)
);

-- A lead that a Dub client announced and has not confirmed yet (mode "deferred").
create table deferred_leads (
  account_external_id text primary key,
  click_token text not null,
  noted_at timestamptz not null
);

-- A door for networks and trackers: its key is its address, and it reads the parameters it was told.
create table postback_doors (
  id text primary key,
  name text not null check (name <> ''),
  programme_id text not null references programmes,
  key_hash text not null unique,
  key_prefix text not null,
  -- Which parameter holds what: {"click_id": "clickid", "amount": "payout", …}.
  parameters jsonb not null,
  -- What the words of the status parameter mean: {"sale": ["approved"], "lead": ["lead"], "reversed": ["rejected"]}.
  statuses jsonb not null,
  currency text check (currency ~ '^[A-Z]{3}$'),
  created_at timestamptz not null,
  ended_at timestamptz
);

-- Where to tell a partner or network about what became of their referrals.
create table postback_templates (
  id text primary key,
  name text not null check (name <> ''),
  programme_id text not null references programmes,
  -- null: every partner of the programme.
  partner_id text references partners,
  method text not null check (method in ('GET', 'POST')),
  url text not null,
  states text[] not null check (cardinality(states) > 0),
  created_at timestamptz not null,
  ended_at timestamptz
);

-- The log of both directions. What came in is kept once for each repetition; what goes out, once a template and state.
create table postbacks (
  id text primary key,
  direction text not null check (direction in ('in', 'out')),
  door_id text references postback_doors,
  template_id text references postback_templates,
  commission_id text references commissions,
  event_state text,
  url text,
  parameters jsonb not null default '{}',
  state text not null check (state in ('queued', 'sent', 'failed', 'accepted', 'refused')),
  reason text not null,
  reason_params jsonb not null default '{}',
  conversion_id text,
  status_code integer,
  answer text,
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  at timestamptz not null,
  finished_at timestamptz,
  check ((direction = 'in') = (door_id is not null)),
  check ((direction = 'out') = (template_id is not null and commission_id is not null)),
  unique (template_id, commission_id, event_state)
);
create index postbacks_at on postbacks (at desc, id desc);
create index postbacks_due on postbacks (next_attempt_at) where state = 'queued';
