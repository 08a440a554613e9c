-- Append-only transfers: one debit account, one credit account, one currency, amount > 0. It cannot be unbalanced.

create table ledger_accounts (
  id text primary key,
  kind text not null check (kind in ('programme.expense', 'partner.pending', 'partner.held', 'partner.available',
    'payout.in_transit', 'tax.withheld', 'cash', 'company.credit', 'fx', 'writeoff')),
  owner_id text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  balance_minor bigint not null default 0 check (balance_minor between -9007199254740991 and 9007199254740991),
  unique (kind, owner_id, currency),
  check (kind <> 'programme.expense' or balance_minor <= 0),
  check (kind in ('programme.expense', 'partner.available', 'fx', 'writeoff') or balance_minor >= 0)
);

create table ledger_transfers (
  id text primary key,
  idempotency_key text not null unique,
  event text not null check (event in ('accrue', 'mature', 'hold', 'release', 'reverse', 'payout_claimed', 'withheld',
    'payout_confirmed', 'payout_failed', 'payout_returned', 'convert', 'writeoff')),
  debit_account_id text not null references ledger_accounts,
  credit_account_id text not null references ledger_accounts,
  currency text not null,
  amount_minor bigint not null check (amount_minor between 1 and 9007199254740991),
  ref_kind text not null,
  ref_id text not null,
  reason text,
  at timestamptz not null,
  check (debit_account_id <> credit_account_id)
);
create index ledger_transfers_debit on ledger_transfers (debit_account_id, at);
create index ledger_transfers_credit on ledger_transfers (credit_account_id, at);
create index ledger_transfers_ref on ledger_transfers (ref_kind, ref_id);

create function refuse_ledger_change() returns trigger language plpgsql as $$
begin
  raise exception 'ledger transfers are append-only; write a reversing transfer' using errcode = 'restrict_violation';
end $$;

create trigger ledger_transfers_append_only before update or delete on ledger_transfers
  for each row execute function refuse_ledger_change();
