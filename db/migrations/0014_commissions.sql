-- What a credited sale earns. A refusal is a row with its reason; net = gross_minor - reversed_minor.
create table commissions (
  id text primary key,
  dedupe_key text not null unique,
  -- A commission for a lead has no decision, account or invoice; it has the referral.
  decision_id text references attribution_decisions,
  programme_id text not null references programmes,
  partner_id text not null references partners,
  account_id text references accounts,
  invoice_id text references invoices,
  referral_id text,
  -- What earns: sale, tier_top_up, sub_partner, bounty or lead. Parts of one sale (shares, tranches) are numbered.
  rule text not null default 'sale' check (rule in ('sale', 'tier_top_up', 'sub_partner', 'bounty', 'lead')),
  part integer not null default 0,
  -- The partner who was credited, when somebody else shares in it.
  credited_partner_id text references partners,
  terms_id text not null references programme_terms,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  base_minor bigint not null check (base_minor between 0 and 9007199254740991),
  gross_minor bigint not null check (gross_minor between 0 and 9007199254740991),
  reversed_minor bigint not null default 0,
  state text not null check (state in ('pending', 'held', 'available', 'paid', 'reversed', 'refused')),
  reason text not null,
  reason_params jsonb not null default '{}',
  calculation jsonb not null,
  flags text[] not null default '{}',
  -- Why it is held, all of it: it goes on when the last reason is gone.
  holds text[] not null default '{}',
  -- The month whose budget pays it; null while it waits for budget, or when there is none.
  budget_month text,
  -- What the customer must still be on the day it becomes payable; null: nothing more.
  vesting jsonb,
  -- Decided by hand: later facts do not change who earns it.
  pinned boolean not null default false,
  -- Decided again: it counts no more, and makes room for another one.
  superseded_at timestamptz,
  earned_at timestamptz not null,
  available_at timestamptz not null,
  paid_at timestamptz,
  -- How often money moved between this commission's accounts: part of the key of the next move.
  moves integer not null default 0,
  created_at timestamptz not null,
  constraint commissions_net check (reversed_minor between 0 and gross_minor),
  check (state <> 'refused' or gross_minor = 0),
  check (invoice_id is not null or referral_id is not null)
);
create index commissions_partner on commissions (partner_id, earned_at desc);
create index commissions_invoice on commissions (invoice_id);
create index commissions_account on commissions (account_id, earned_at);
create index commissions_decision on commissions (decision_id) where decision_id is not null;
create index commissions_referral on commissions (referral_id) where referral_id is not null;
create index commissions_credited on commissions (credited_partner_id, programme_id, earned_at);
create index commissions_budget on commissions (programme_id, budget_month) where budget_month is not null;
create index commissions_earned on commissions (earned_at desc, id desc);
create index commissions_due on commissions (available_at, id) where state = 'pending';
create index commissions_payable on commissions (currency, partner_id)
  where state = 'available' or (state = 'paid' and reversed_minor > 0);

create table commission_reversals (
  id text primary key,
  commission_id text not null references commissions,
  -- The refund or the lost dispute; null when it was taken back for another reason.
  conversion_event_id text references conversion_events,
  amount_minor bigint not null check (amount_minor between 0 and 9007199254740991),
  was_paid boolean not null,
  reason text not null,
  at timestamptz not null,
  unique (commission_id, conversion_event_id)
);
