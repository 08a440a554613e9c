import { AppError, notFound } from '../../kernel/errors.ts';
import { writeAudit } from '../../platform/audit.ts';
import { type Ctx, inTransaction, requireScope } from '../../platform/ctx.ts';
import { COMPANY } from '../ledger/model.ts';
import { postTransfers } from '../ledger/service.ts';
import type { Debt } from './model.ts';
import { splitWriteOff, writableFrom } from './rules.ts';
import type { DebtList, WriteOffBody, WriteOffView } from './schema.ts';
import { insertWriteOff, listDebts, lockClawbacks, lockDrafting } from './store.ts';

/** Who owes how much since when. */
export async function readDebts(ctx: Ctx): Promise<DebtList> {
  requireScope(ctx, 'money:read');
  const debts = await listDebts(ctx);
  return {
    items: debts.map((debt) => ({
      partner: { id: debt.partnerId, name: debt.partnerName },
      currency: debt.currency,
      owed_minor: debt.owedMinor,
      since: debt.since.toISOString(),
      writable_from: writableFrom(debt.since).toISOString(),
    })),
  };
}

/**
 * Gives up what a partner has owed for twelve months: its balance is 0, and the clawbacks are settled.
 * @throws 404 when it owes nothing in the currency; 409 before its time, or while a draft holds the clawbacks
 */
export async function writeOffDebt(ctx: Ctx, input: WriteOffBody & { partnerId: string }): Promise<WriteOffView> {
  requireScope(ctx, 'money:write');
  return inTransaction(ctx, async (ctx) => {
    await lockDrafting(ctx);
    const [debt] = await listDebts(ctx, input);
    if (!debt) throw notFound(`debt in ${input.currency} of the partner`, input.partnerId);
    const from = writableFrom(debt.since);
    if (from > ctx.clock.now())
      throw new AppError('conflict', `The debt may be given up from ${from.toISOString().slice(0, 10)} on.`, {
        hint: 'Until then it is taken off what the partner earns.',
        writable_from: from.toISOString(),
      });
    const written = await giveUp(ctx, debt, input.reason);
    if (written) return written;
    throw new AppError('conflict', 'A draft payout holds the clawbacks of this debt.', {
      hint: 'Cancel or approve the draft first.',
    });
  });
}

async function giveUp(ctx: Ctx, debt: Debt, reason: string): Promise<WriteOffView | undefined> {
  const parts = splitWriteOff(debt.owedMinor, await lockClawbacks(ctx, debt));
  if (!parts) return undefined;
  const row = await insertWriteOff(ctx, { debt, reason, parts });
  await postTransfers(ctx, [
    {
      idempotency_key: `writeoff:${row.id}`,
      event: 'writeoff',
      debit: { kind: 'writeoff', owner_id: COMPANY },
      credit: { kind: 'partner.available', owner_id: debt.partnerId },
      currency: debt.currency,
      amount_minor: debt.owedMinor,
      ref_kind: 'writeoff',
      ref_id: row.id,
      reason,
    },
  ]);
  const detail = { currency: debt.currency, amount_minor: debt.owedMinor, reason };
  await writeAudit(ctx, { action: 'debt.write_off', subjectKind: 'partner', subjectId: debt.partnerId, detail });
  const { owing_since: _since, created_by: _by, ...view } = row;
  return { ...view, created_at: row.created_at.toISOString() };
}

/** The daily job: gives up every debt whose twelve months are over. Returns how many. */
export async function writeOffOldDebts(ctx: Ctx): Promise<number> {
  requireScope(ctx, 'money:write');
  const due = (await listDebts(ctx)).filter((debt) => writableFrom(debt.since) <= ctx.clock.now());
  let count = 0;
  for (const { partnerId, currency } of due) {
    const written = await inTransaction(ctx, async (ctx) => {
      await lockDrafting(ctx);
      const [debt] = await listDebts(ctx, { partnerId, currency });
      if (!debt || writableFrom(debt.since) > ctx.clock.now()) return undefined;
      return giveUp(ctx, debt, 'owed for twelve months');
    });
    if (written) count += 1;
  }
  return count;
}
