import { z } from 'zod';
import { ACCOUNT_KINDS, LEDGER_EVENTS } from './model.ts';

const paging = {
  page: z.coerce.number().int().min(1).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
};
const currency = z.string().regex(/^[A-Z]{3}$/);

export const ledgerAccountQuery = z.object({
  kind: z.enum(ACCOUNT_KINDS).optional(),
  owner_id: z.string().max(60).optional().describe('A programme, a partner, a payout, or "company"'),
  currency: currency.optional(),
  ...paging,
});

export const ledgerAccountPage = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(ACCOUNT_KINDS),
      owner_id: z.string(),
      owner_name: z.string().nullable().describe('The partner, programme or customer; null: the company'),
      currency: z.string(),
      balance_minor: z.int().describe('Credits less debits'),
    }),
  ),
  total: z.int(),
  page: z.int(),
  per_page: z.int(),
});

export const ledgerTransferQuery = z.object({
  event: z.enum(LEDGER_EVENTS).optional(),
  owner_id: z.string().max(60).optional().describe('Whoever gives or gets'),
  ref_id: z.string().max(60).optional().describe('The commission or payout it belongs to'),
  currency: currency.optional(),
  ...paging,
});

const side = z.object({ kind: z.enum(ACCOUNT_KINDS), owner_id: z.string(), owner_name: z.string().nullable() });

export const ledgerTransferPage = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      idempotency_key: z.string(),
      event: z.enum(LEDGER_EVENTS),
      debit: side,
      credit: side,
      currency: z.string(),
      amount_minor: z.int(),
      ref_kind: z.string(),
      ref_id: z.string(),
      batch_id: z.string().nullable().describe('The batch of the payout it belongs to'),
      reason: z.string().nullable(),
      at: z.iso.datetime(),
    }),
  ),
  total: z.int(),
  page: z.int(),
  per_page: z.int(),
});

export type LedgerAccountQuery = z.infer<typeof ledgerAccountQuery>;
export type LedgerTransferQuery = z.infer<typeof ledgerTransferQuery>;
export type LedgerTransferPage = z.infer<typeof ledgerTransferPage>;
