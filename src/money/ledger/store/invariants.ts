import { sql } from 'kysely';
import type { Db } from '../../../platform/postgres.ts';

/** One broken rule of domain.md §8, with what breaks it. */
export type Violation = { invariant: string; subject: string; message: string };

/** Every query returns the rows that break its rule: none in sound books. */
const CHECKS: Record<string, string> = {
  'the balances of a currency sum to 0': `
    select currency as subject, 'the balances sum to ' || sum(balance_minor) as message
    from ledger_accounts group by currency having sum(balance_minor) <> 0`,
  'a balance is the sum of its transfers': `
    select a.id as subject, a.kind || ' of ' || a.owner_id || ' stands at ' || a.balance_minor || ', its transfers sum to '
      || coalesce(m.moved, 0) as message
    from ledger_accounts a left join (
      select account_id, sum(amount) as moved from (
        select credit_account_id as account_id, amount_minor as amount from ledger_transfers
        union all select debit_account_id, -amount_minor from ledger_transfers) x group by account_id) m on m.account_id = a.id
    where a.balance_minor <> coalesce(m.moved, 0)`,
  'a balance keeps its floor': `
    select id as subject, kind || ' of ' || owner_id || ' stands at ' || balance_minor as message from ledger_accounts
    where (kind = 'programme.expense' and balance_minor > 0)
      or (kind not in ('programme.expense', 'partner.available', 'fx', 'writeoff') and balance_minor < 0)`,
  'a transfer stays in its currency': `
    select t.id as subject, 'a transfer in ' || t.currency || ' between ' || d.currency || ' and ' || c.currency as message
    from ledger_transfers t join ledger_accounts d on d.id = t.debit_account_id
      join ledger_accounts c on c.id = t.credit_account_id
    where t.currency <> d.currency or t.currency <> c.currency or t.amount_minor <= 0`,
  'an idempotency key is used once': `
    select idempotency_key as subject, count(*) || ' transfers' as message from ledger_transfers
    group by idempotency_key having count(*) > 1`,
  "a commission's net lies between 0 and its gross": `
    select id as subject, 'gross ' || gross_minor || ', reversed ' || reversed_minor as message from commissions
    where reversed_minor < 0 or reversed_minor > gross_minor`,
  "a commission's reversals sum to what was reversed": `
    select c.id as subject, 'reversed ' || c.reversed_minor || ', its reversals sum to ' || coalesce(r.amount, 0) as message
    from commissions c left join (select commission_id, sum(amount_minor) as amount from commission_reversals
      group by commission_id) r on r.commission_id = c.id
    where c.reversed_minor <> coalesce(r.amount, 0)`,
  "a programme's expense is the sum of its commissions' nets and its companies' credits": `
    select coalesce(a.owner_id, n.programme_id) as subject, 'expense ' || coalesce(a.balance_minor, 0) || ', nets '
      || coalesce(n.net, 0) as message
    from (select owner_id, currency, balance_minor from ledger_accounts where kind = 'programme.expense') a
      full join (select programme_id, currency, sum(net) as net from (
        select programme_id, currency, gross_minor - reversed_minor as net from commissions where state <> 'refused'
        union all select programme_id, currency, case when state = 'delivered' then used_minor else amount_minor end
          from grants where kind = 'company_credit' and state in ('ready', 'sent', 'failed', 'delivered')) x
        group by programme_id, currency) n
      on n.programme_id = a.owner_id and n.currency = a.currency
    where coalesce(a.balance_minor, 0) <> -coalesce(n.net, 0)`,
  'what a partner waits for is the sum of the commissions in that state': `
    select coalesce(a.owner_id, n.partner_id) as subject, coalesce(a.kind, n.kind) || ' stands at '
      || coalesce(a.balance_minor, 0) || ', commissions sum to ' || coalesce(n.net, 0) as message
    from (select kind, owner_id, currency, balance_minor from ledger_accounts
        where kind in ('partner.pending', 'partner.held')) a
      full join (select 'partner.' || state as kind, partner_id, currency, sum(gross_minor - reversed_minor) as net
        from commissions where state in ('pending', 'held') group by state, partner_id, currency) n
      on n.partner_id = a.owner_id and n.currency = a.currency and n.kind = a.kind
    where coalesce(a.balance_minor, 0) <> coalesce(n.net, 0)`,
  'what is payable to a partner is what its commissions are worth less what payouts took': `
    select coalesce(a.owner_id, n.partner_id) as subject, 'available ' || coalesce(a.balance_minor, 0) || ', commissions say '
      || coalesce(n.open, 0) as message
    from (select owner_id, currency, balance_minor from ledger_accounts where kind = 'partner.available') a
      full join (select c.partner_id, c.currency, sum(c.gross_minor - c.reversed_minor - coalesce(i.taken, 0)) as open
        from commissions c left join (select commission_id, sum(amount_minor) as taken from (
          select i.commission_id, i.amount_minor from payout_items i join payouts p on p.id = i.payout_id
            where p.state in ('claimed', 'sending', 'unknown', 'sent', 'paid') and i.is_live
          union all select commission_id, amount_minor from payout_writeoff_items) x
          group by commission_id) i on i.commission_id = c.id
        where c.state in ('available', 'paid') or i.taken <> 0 group by c.partner_id, c.currency) n
      on n.partner_id = a.owner_id and n.currency = a.currency
    where coalesce(a.balance_minor, 0) <> coalesce(n.open, 0)`,
  'what a company has in credit is what waits for its next invoice': `
    select coalesce(a.owner_id, n.receiver_account_id) as subject, 'credit ' || coalesce(a.balance_minor, 0)
      || ', grants sum to ' || coalesce(n.amount, 0) as message
    from (select owner_id, currency, balance_minor from ledger_accounts where kind = 'company.credit') a
      full join (select receiver_account_id, currency, sum(amount_minor) as amount from grants
        where kind = 'company_credit' and state in ('ready', 'sent', 'failed') group by receiver_account_id, currency) n
      on n.receiver_account_id = a.owner_id and n.currency = a.currency
    where coalesce(a.balance_minor, 0) <> coalesce(n.amount, 0)`,
  'the credit a company used is what its invoices took': `
    select coalesce(a.owner_id, n.account_id) as subject, 'used ' || coalesce(a.balance_minor, 0) || ', invoices took '
      || coalesce(n.used, 0) as message
    from (select owner_id, currency, balance_minor from ledger_accounts where kind = 'credit.used') a
      full join (select account_id, currency, sum(used_minor) as used from credit_uses group by account_id, currency) n
      on n.account_id = a.owner_id and n.currency = a.currency
    where coalesce(a.balance_minor, 0) <> coalesce(n.used, 0)`,
  'a commission is settled by at most one live payout': `
    select commission_id as subject, count(*) || ' live payouts' as message from payout_items
    where is_live and amount_minor > 0 group by commission_id having count(*) > 1`,
  'a payout is the sum of its items': `
    select p.id as subject, 'gross ' || p.gross_minor || ', items ' || coalesce(sum(i.amount_minor), 0) as message
    from payouts p left join payout_items i on i.payout_id = p.id
    group by p.id having p.gross_minor <> coalesce(sum(i.amount_minor), 0)`,
  'what is in transit is what payouts have claimed and not settled': `
    select coalesce(a.owner_id, p.id) as subject, 'in transit ' || coalesce(a.balance_minor, 0) || ', the payout says '
      || coalesce(p.amount_minor, 0) as message
    from (select owner_id, balance_minor from ledger_accounts where kind = 'payout.in_transit') a
      full join (select id, amount_minor from payouts where state in ('claimed', 'sending', 'unknown', 'sent')) p on p.id = a.owner_id
    where coalesce(a.balance_minor, 0) <> coalesce(p.amount_minor, 0)`,
  'what was withheld is what living payouts withheld': `
    select coalesce(a.owner_id, p.partner_id) as subject, 'withheld ' || coalesce(a.balance_minor, 0) || ', payouts say '
      || coalesce(p.withheld, 0) as message
    from (select owner_id, currency, balance_minor from ledger_accounts where kind = 'tax.withheld') a
      full join (select partner_id, currency, sum(withheld_minor) as withheld from payouts
        where state in ('claimed', 'sending', 'unknown', 'sent', 'paid') group by partner_id, currency) p
      on p.partner_id = a.owner_id and p.currency = a.currency
    where coalesce(a.balance_minor, 0) <> coalesce(p.withheld, 0)`,
  'a debt given up is in the books once': `
    select coalesce(a.currency, w.currency) as subject, 'written off ' || coalesce(-a.balance, 0) || ', write-offs say '
      || coalesce(w.amount, 0) as message
    from (select currency, sum(balance_minor) as balance from ledger_accounts where kind = 'writeoff' group by currency) a
      full join (select currency, sum(amount_minor) as amount from payout_writeoffs group by currency) w
      on w.currency = a.currency
    where coalesce(-a.balance, 0) <> coalesce(w.amount, 0)`,
  'the cash that left is what payouts paid': `
    select coalesce(a.currency, p.currency) as subject, 'cash ' || coalesce(a.balance_minor, 0) || ', payouts paid '
      || coalesce(p.paid, 0) as message
    from (select currency, sum(balance_minor) as balance_minor from ledger_accounts where kind = 'cash' group by currency) a
      full join (select currency, sum(amount_minor) as paid from payouts where state = 'paid' group by currency) p
      on p.currency = a.currency
    where coalesce(a.balance_minor, 0) <> coalesce(p.paid, 0)`,
};

/** Every violated invariant of the books, at most 20 rows each; an empty list when they are sound. Reads only. */
export async function checkInvariants(db: Db): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const [invariant, query] of Object.entries(CHECKS)) {
    const { rows } = await sql<{ subject: string; message: string }>`${sql.raw(query)} limit 20`.execute(db);
    found.push(...rows.map((row) => ({ invariant, ...row })));
  }
  return found;
}
