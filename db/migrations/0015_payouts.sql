-- The company's own account: who pays.
create table payout_settings (
  id boolean primary key default true check (id),
  holder_name text not null check (holder_name <> ''),
  iban text not null,
  bic text,
  updated_at timestamptz not null
);

-- Where a partner wants to be paid: an IBAN for SEPA; for the others `details`: a PayPal address, an account at the
-- provider, a line that names the account at Wise (its parts in `fields`), or the partner's own words.
create table payout_destinations (
  id text primary key,
  partner_id text not null references partners,
  rail text not null check (rail in ('sepa', 'paypal', 'wise', 'provider', 'manual')),
  holder_name text not null check (holder_name <> ''),
  iban text,
  bic text,
  details text,
  fields jsonb not null default '{}',
  is_current boolean not null,
  created_at timestamptz not null,
  check ((rail = 'sepa') = (iban is not null)),
  check ((rail = 'sepa') = (details is null))
);
create unique index payout_destinations_current on payout_destinations (partner_id) where is_current;

create table payout_batches (
  id text primary key,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  rail text not null check (rail in ('sepa', 'paypal', 'wise', 'provider', 'manual')),
  state text not null check (state in ('draft', 'approved', 'sent', 'paid', 'cancelled')),
  created_by text not null,
  created_at timestamptz not null,
  expected_on date not null,
  content_hash text not null,
  skipped jsonb not null default '[]',
  approvals integer not null default 0 check (approvals >= 0),
  approved_by text,
  approved_at timestamptz,
  approved_hash text,
  sent_at timestamptz,
  paid_at timestamptz,
  -- When its file was first given out: from then on a bank may have it.
  filed_at timestamptz,
  check (rail <> 'sepa' or currency = 'EUR'),
  constraint payout_batches_four_eyes check (approved_by is null or approved_by <> created_by),
  check (approved_by is null or approved_hash = content_hash),
  check (state in ('draft', 'cancelled') or approved_by is not null)
);
create index payout_batches_created on payout_batches (created_at desc);

create table payouts (
  id text primary key,
  batch_id text not null references payout_batches,
  partner_id text not null references partners,
  currency text not null,
  -- What leaves; gross less the tax withheld.
  amount_minor bigint not null check (amount_minor between 1 and 9007199254740991),
  gross_minor bigint not null check (gross_minor between 1 and 9007199254740991),
  withheld_minor bigint not null default 0 check (withheld_minor >= 0),
  withheld_rate_bps integer not null default 0 check (withheld_rate_bps between 0 and 9000),
  destination_id text not null references payout_destinations,
  rail text not null check (rail in ('sepa', 'paypal', 'wise', 'provider', 'manual')),
  holder_name text not null,
  iban text,
  bic text,
  details text,
  fields jsonb not null default '{}',
  state text not null check (state in ('draft', 'claimed', 'sending', 'unknown', 'sent', 'paid', 'failed', 'returned',
    'cancelled')),
  end_to_end_id text not null unique check (end_to_end_id ~ '^[A-Z0-9]{1,35}$'),
  reason text,
  created_at timestamptz not null,
  paid_at timestamptz,
  -- With a provider: when it was last given to it or asked about, and what it calls the transfer.
  asked_at timestamptz,
  provider_ref text,
  unique (batch_id, partner_id),
  check (gross_minor = amount_minor + withheld_minor)
);
create index payouts_partner on payouts (partner_id, created_at desc);
create index payouts_open on payouts (asked_at) where state in ('claimed', 'sending', 'unknown', 'sent');

-- A commission is settled by at most one live payout; a clawback is a negative item of a later one.
create table payout_items (
  payout_id text not null references payouts,
  commission_id text not null references commissions,
  amount_minor bigint not null check (amount_minor <> 0),
  is_live boolean not null default true,
  primary key (payout_id, commission_id)
);
create unique index payout_items_one_live on payout_items (commission_id) where is_live and amount_minor > 0;
create index payout_items_commission on payout_items (commission_id);

-- What a batch says never changes; where it stands only moves along these lines. A second person approves what the
-- first one made, and what was approved can be given up, never edited.
create function guard_payout_batch() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.state <> 'draft' then
      raise exception 'a payout batch starts as a draft' using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  if tg_op = 'DELETE' then
    raise exception 'payout batches are kept; cancel it' using errcode = 'restrict_violation';
  end if;
  if (new.id, new.currency, new.rail, new.created_by, new.created_at, new.expected_on)
    is distinct from (old.id, old.currency, old.rail, old.created_by, old.created_at, old.expected_on) then
    raise exception 'a payout batch is never edited; make a new one' using errcode = 'restrict_violation';
  end if;
  if new.state <> old.state and (old.state, new.state) not in (('draft', 'approved'), ('draft', 'cancelled'),
    ('approved', 'draft'), ('approved', 'sent'), ('approved', 'cancelled'), ('sent', 'paid')) then
    raise exception 'a payout batch does not go from % to %', old.state, new.state using errcode = 'restrict_violation';
  end if;
  if new.content_hash <> old.content_hash and old.state <> 'draft' then
    raise exception 'an approved payout batch does not change' using errcode = 'restrict_violation';
  end if;
  if (new.approved_by, new.approved_at, new.approved_hash, new.approvals)
    is distinct from (old.approved_by, old.approved_at, old.approved_hash, old.approvals)
    and (old.state, new.state) not in (('draft', 'approved'), ('approved', 'draft')) then
    raise exception 'an approval is given once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger payout_batches_guard before insert or update or delete on payout_batches
  for each row execute function guard_payout_batch();

create function guard_payout() returns trigger language plpgsql as $$
declare
  batch_state text;
begin
  if tg_op = 'DELETE' then
    raise exception 'payouts are kept; cancel it' using errcode = 'restrict_violation';
  end if;
  select state into batch_state from payout_batches where id = new.batch_id;
  if tg_op = 'INSERT' then
    if new.state <> 'draft' or batch_state <> 'draft' then
      raise exception 'a payout starts as a draft in a draft' using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  if (new.id, new.batch_id, new.partner_id, new.currency, new.amount_minor, new.gross_minor, new.withheld_minor,
      new.withheld_rate_bps, new.end_to_end_id, new.created_at)
    is distinct from (old.id, old.batch_id, old.partner_id, old.currency, old.amount_minor, old.gross_minor,
      old.withheld_minor, old.withheld_rate_bps, old.end_to_end_id, old.created_at) then
    raise exception 'the amount of a payout is never edited; make a new one' using errcode = 'restrict_violation';
  end if;
  if (new.destination_id, new.rail, new.holder_name, new.iban, new.bic, new.details, new.fields)
    is distinct from (old.destination_id, old.rail, old.holder_name, old.iban, old.bic, old.details, old.fields)
    and (old.state, batch_state) <> ('draft', 'draft') then
    raise exception 'an approved payout goes where it was approved to go' using errcode = 'restrict_violation';
  end if;
  if new.state <> old.state and (old.state, new.state) not in (('draft', 'claimed'), ('draft', 'cancelled'),
    ('claimed', 'draft'), ('claimed', 'sending'), ('claimed', 'sent'), ('claimed', 'cancelled'),
    ('sending', 'unknown'), ('sending', 'sent'), ('sending', 'paid'), ('sending', 'failed'),
    ('unknown', 'sent'), ('unknown', 'paid'), ('unknown', 'failed'),
    ('sent', 'paid'), ('sent', 'failed'), ('sent', 'returned'), ('paid', 'returned')) then
    raise exception 'a payout does not go from % to %', old.state, new.state using errcode = 'restrict_violation';
  end if;
  if new.state in ('claimed', 'sending', 'sent') and new.state <> old.state
    and batch_state not in ('approved', 'sent', 'paid') then
    raise exception 'a payout waits for the approval of its batch' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger payouts_guard before insert or update or delete on payouts
  for each row execute function guard_payout();

create function guard_payout_item() returns trigger language plpgsql as $$
declare
  payout_state text;
begin
  if tg_op = 'DELETE' then
    raise exception 'what a payout settles is kept' using errcode = 'restrict_violation';
  end if;
  select state into payout_state from payouts where id = new.payout_id;
  if tg_op = 'INSERT' then
    if payout_state <> 'draft' then
      raise exception 'an approved payout settles what it was approved to settle' using errcode = 'restrict_violation';
    end if;
    return new;
  end if;
  if (new.payout_id, new.commission_id, new.amount_minor) <> (old.payout_id, old.commission_id, old.amount_minor)
    or (new.is_live and not old.is_live)
    or (old.is_live and not new.is_live and payout_state not in ('cancelled', 'failed', 'returned')) then
    raise exception 'what a payout settles changes only with its end' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger payout_items_guard before insert or update or delete on payout_items
  for each row execute function guard_payout_item();

create function refuse_payout_truncate() returns trigger language plpgsql as $$
begin
  raise exception 'payouts are kept' using errcode = 'restrict_violation';
end $$;

create trigger payout_batches_no_truncate before truncate on payout_batches
  for each statement execute function refuse_payout_truncate();
create trigger payouts_no_truncate before truncate on payouts
  for each statement execute function refuse_payout_truncate();
create trigger payout_items_no_truncate before truncate on payout_items
  for each statement execute function refuse_payout_truncate();
