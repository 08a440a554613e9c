-- Rewards that are not cash. What may be promised stands in a programme's terms; what was promised stands here.

-- Gifts one can send. Stock is reserved in the transaction that picks the gift.
create table gifts (
  id text primary key,
  name text not null check (name <> ''),
  description text not null default '',
  interests text[] not null default '{}',
  worth_minor bigint not null check (worth_minor between 0 and 9007199254740991),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  stock integer not null constraint gifts_stock check (stock >= 0),
  needs_address boolean not null,
  -- ISO 3166-1 alpha-2; empty: sent everywhere.
  countries text[] not null default '{}',
  state text not null check (state in ('active', 'ended')),
  created_at timestamptz not null,
  updated_at timestamptz not null
);

-- What a partner said they like, with the words they agreed to. Taking it back deletes the row.
create table reward_interests (
  partner_id text primary key references partners,
  interests text[] not null check (cardinality(interests) > 0),
  consent_text text not null,
  at timestamptz not null
);

-- What happened that earns rewards, once for each programme, kind of event and referred customer.
create table reward_triggers (
  id text primary key,
  programme_id text not null references programmes,
  partner_id text not null references partners,
  trigger text not null check (trigger in ('signup', 'first_payment', 'qualified_lead', 'milestone', 'review')),
  subject text not null,
  account_id text references accounts,
  referral_id text,
  conversion_event_id text references conversion_events,
  base_minor bigint not null check (base_minor between 0 and 9007199254740991),
  currency text check (currency ~ '^[A-Z]{3}$'),
  seats integer not null check (seats >= 0),
  at timestamptz not null,
  taken_back_at timestamptz,
  created_at timestamptz not null,
  unique (programme_id, trigger, subject)
);
create index reward_triggers_partner on reward_triggers (partner_id, programme_id);
create index reward_triggers_account on reward_triggers (account_id) where account_id is not null;
create index reward_triggers_event on reward_triggers (conversion_event_id) where conversion_event_id is not null;

-- One reward promised to one person or company. What is not owed after all is a row with its reason.
create table grants (
  id text primary key,
  dedupe_key text not null unique,
  trigger_id text references reward_triggers,
  programme_id text not null references programmes,
  partner_id text not null references partners,
  account_id text references accounts,
  referral_id text,
  reward_key text not null,
  reward jsonb not null,
  kind text not null check (kind in ('company_credit', 'free_months', 'discount', 'feature_unlock', 'gift', 'gift_card',
    'donation')),
  receiver text not null check (receiver in ('referrer', 'company', 'friend')),
  receiver_account_id text references accounts,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- What it is worth at most: the credit, the card, the donation, the gift.
  amount_minor bigint not null check (amount_minor between 0 and 9007199254740991),
  -- Months, seats or days, by kind.
  quantity integer not null check (quantity >= 0),
  tax_value_minor bigint not null check (tax_value_minor between 0 and 9007199254740991),
  -- Of a credit: what the invoice took of it.
  used_minor bigint check (used_minor between 0 and amount_minor),
  state text not null check (state in ('promised', 'earned', 'held', 'ready', 'sent', 'delivered', 'failed', 'expired',
    'revoked', 'refused')),
  reason text not null,
  reason_params jsonb not null default '{}',
  flags text[] not null default '{}',
  promised_at timestamptz not null,
  earned_at timestamptz,
  -- When the waiting time ends.
  ready_at timestamptz,
  due_on date,
  expires_at timestamptz,
  sent_at timestamptz,
  told_at timestamptz,
  delivered_at timestamptz,
  waits_for text check (waits_for in ('address', 'gift')),
  gift_id text references gifts,
  tracking text,
  -- Of a gift card: sealed with the installation's secret, never listed.
  code_sealed text,
  created_at timestamptz not null,
  constraint grants_refused_is_nothing check (state <> 'refused' or (amount_minor = 0 and quantity = 0)),
  check (kind = 'gift' or gift_id is null),
  check (state in ('promised', 'refused', 'revoked', 'expired') or earned_at is not null)
);
create index grants_partner on grants (partner_id, promised_at desc);
create index grants_receiver on grants (receiver_account_id, kind) where receiver_account_id is not null;
create index grants_account on grants (account_id) where account_id is not null;
create index grants_trigger on grants (trigger_id);
create index grants_due on grants (ready_at, id) where state = 'earned';
create index grants_open on grants (due_on, id) where state in ('ready', 'failed');
create index grants_sent on grants (sent_at, id) where state = 'sent';
create index grants_promised on grants (promised_at desc, id desc);

-- Every step of a grant: from where, to where, why, by whom.
create table grant_changes (
  seq bigint generated always as identity primary key,
  grant_id text not null references grants,
  from_state text,
  state text not null,
  reason text not null,
  reason_params jsonb not null default '{}',
  actor_kind text not null,
  actor_id text not null,
  at timestamptz not null
);
create index grant_changes_grant on grant_changes (grant_id, seq);

-- Where a gift goes: asked for with consent, kept only as long as it is needed.
create table grant_addresses (
  grant_id text primary key references grants,
  token_hash text unique,
  asked_at timestamptz not null,
  reminded_at timestamptz,
  expires_at timestamptz not null,
  address jsonb,
  consent_text text,
  given_at timestamptz,
  erased_at timestamptz,
  check (address is null or (consent_text is not null and given_at is not null)),
  check (erased_at is null or address is null)
);

-- The credits one invoice took: together never more than the invoice, and each credit once.
create table credit_uses (
  id text primary key,
  account_id text not null references accounts,
  invoice_external_id text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  invoice_minor bigint not null check (invoice_minor between 0 and 9007199254740991),
  used_minor bigint not null,
  actor_id text not null,
  at timestamptz not null,
  constraint credit_uses_within_invoice check (used_minor between 0 and invoice_minor),
  unique (account_id, invoice_external_id)
);

create table credit_use_items (
  credit_use_id text not null references credit_uses,
  grant_id text not null unique references grants,
  used_minor bigint not null check (used_minor between 0 and 9007199254740991),
  primary key (credit_use_id, grant_id)
);

-- What the reconciliation found, so that each is told once; a finding that went away is resolved.
create table reconciliation_findings (
  key text primary key,
  kind text not null check (kind in ('missing_grant', 'missing_commission', 'stuck', 'double')),
  params jsonb not null,
  first_seen_at timestamptz not null,
  told_at timestamptz,
  resolved_at timestamptz
);
