import type { Minor } from '../../../kernel/money.ts';
import type { Transfer } from '../../ledger/model.ts';
import type { Grant } from '../model.ts';

type Standing = { open: Minor; used: Minor };

/** What a credit stands for in the books: owed to the company while it waits, then what an invoice took of it. */
function standing({ kind, state, amount_minor, used_minor }: Grant): Standing {
  if (kind !== 'company_credit') return { open: 0, used: 0 };
  if (state === 'delivered') return { open: 0, used: used_minor ?? 0 };
  return { open: state === 'ready' || state === 'sent' || state === 'failed' ? amount_minor : 0, used: 0 };
}

/**
 * The transfers a step of a grant makes (domain.md §8): a credit is granted when it is ready, used by an invoice, and
 * what is left of it lapses.
 * @param step its number among the grant's steps: a part of the transfers' keys
 */
export function bookings(before: Grant, after: Grant, step: number): Transfer[] {
  const [from, to] = [standing(before), standing(after)];
  const granted = Math.max(0, to.open - from.open);
  const used = to.used - from.used;
  const lapsed = from.open + granted - used - to.open;
  const expense = { kind: 'programme.expense', owner_id: after.programme_id } as const;
  const credit = { kind: 'company.credit', owner_id: after.receiver_account_id ?? '' } as const;
  const spent = { kind: 'credit.used', owner_id: credit.owner_id } as const;
  const base = { currency: after.currency, ref_kind: 'grant', ref_id: after.id, reason: after.reason };
  const key = (event: string) => `${event}:${after.id}:${step}`;
  const all: Transfer[] = [
    {
      ...base,
      event: 'credit_granted',
      idempotency_key: key('credit_granted'),
      debit: expense,
      credit,
      amount_minor: granted,
    },
    {
      ...base,
      event: 'credit_used',
      idempotency_key: key('credit_used'),
      debit: credit,
      credit: spent,
      amount_minor: used,
    },
    {
      ...base,
      event: 'credit_lapsed',
      idempotency_key: key('credit_lapsed'),
      debit: credit,
      credit: expense,
      amount_minor: lapsed,
    },
  ];
  return all.filter(({ amount_minor }) => amount_minor > 0);
}
