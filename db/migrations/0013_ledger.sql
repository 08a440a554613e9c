-- Append-only transfers: one debit account, one credit account, one currency, amount > 0. It cannot be unbalanced.
-- Balance = credits − debits; only the trigger that follows a transfer may change it.

create table ledger_accounts (
  id text primary key,
  kind text not null check (kind in ('programme.expense', 'partner.pending', 'partner.held', 'partner.available',
    'payout.in_transit', 'tax.withheld', 'cash', 'company.credit', 'credit.used', 'fx', 'writeoff')),
  owner_id text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  balance_minor bigint not null default 0 check (balance_minor between -9007199254740991 and 9007199254740991),
  unique (kind, owner_id, currency),
  constraint ledger_accounts_expense_floor check (kind <> 'programme.expense' or balance_minor <= 0),
  constraint ledger_accounts_floor
    check (kind in ('programme.expense', 'partner.available', 'fx', 'writeoff') or balance_minor >= 0)
) with (fillfactor = 50); -- Room on each page, so that a new balance touches no index.

create table ledger_transfers (
  id text primary key,
  idempotency_key text not null unique,
  event text not null check (event in ('accrue', 'mature', 'hold', 'release', 'reverse', 'payout_claimed', 'withheld',
    'payout_confirmed', 'payout_failed', 'payout_returned', 'convert', 'writeoff',
    'credit_granted', 'credit_used', 'credit_lapsed')),
  debit_account_id text not null,
  credit_account_id text not null,
  currency text not null,
  amount_minor bigint not null check (amount_minor between 1 and 9007199254740991),
  ref_kind text not null,
  ref_id text not null,
  reason text,
  at timestamptz not null,
  -- The order in which they were written; instants repeat.
  seq bigint generated always as identity unique,
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
create trigger ledger_transfers_no_truncate before truncate on ledger_transfers
  for each statement execute function refuse_ledger_change();

-- Once a statement, so that a thousand transfers touch each account once. Both accounts must be there, in the transfer's
-- own currency: what two foreign keys would say, in a third of their time. Accounts are never deleted or changed.
create function apply_ledger_transfers() returns trigger language plpgsql as $$
begin
  if exists (
    select from written w
      left join ledger_accounts d on d.id = w.debit_account_id and d.currency = w.currency
      left join ledger_accounts c on c.id = w.credit_account_id and c.currency = w.currency
    where d.id is null or c.id is null) then
    raise exception 'a transfer moves money between two accounts of its own currency' using errcode = 'foreign_key_violation';
  end if;
  update ledger_accounts a set balance_minor = a.balance_minor + d.moved
  from (
    select account_id, sum(amount)::bigint as moved from (
      select credit_account_id as account_id, amount_minor as amount from written
      union all select debit_account_id, -amount_minor from written) x
    group by account_id) d
  where a.id = d.account_id;
  return null;
end $$;

create trigger ledger_transfers_apply after insert on ledger_transfers
  referencing new table as written for each statement execute function apply_ledger_transfers();

create function guard_ledger_account() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    raise exception 'a ledger account starts at 0; write a transfer' using errcode = 'restrict_violation';
  end if;
  raise exception 'ledger accounts change only by a transfer' using errcode = 'restrict_violation';
end $$;

create trigger ledger_accounts_start before insert on ledger_accounts
  for each row when (new.balance_minor <> 0) execute function guard_ledger_account();
-- Depth 0 is somebody's own statement; depth 1 is the statement of the trigger above.
create trigger ledger_accounts_guard before update on ledger_accounts
  for each row when (pg_trigger_depth() = 0) execute function guard_ledger_account();
create trigger ledger_accounts_keep before delete on ledger_accounts
  for each row execute function guard_ledger_account();
create trigger ledger_accounts_no_truncate before truncate on ledger_accounts
  for each statement execute function refuse_ledger_change();
