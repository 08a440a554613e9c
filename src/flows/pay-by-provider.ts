import { AppError } from '../kernel/errors.ts';
import { settleCommissions, unsettleCommissions } from '../money/commissions/service.ts';
import type { Payout } from '../money/payouts/model.ts';
import { markUnknown, noticeLost, recordReport, takeNextPayout } from '../money/payouts/verbs/provider-payouts.ts';
import {
  findAskable,
  findOrdered,
  listDueQuestions,
  readNewsCursor,
  writeNewsCursor,
} from '../money/payouts/verbs/provider-questions.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import {
  type TransferOrder,
  type TransferProvider,
  TransferRefused,
  type TransferReport,
} from '../platform/transfers.ts';

/** Where a process can end between two steps; tests end it there. */
export type PayPoint = 'taken' | 'answered' | 'recorded' | 'asked' | 'heard';

export type PayOptions = {
  /** How many payouts are in hand at once. */
  workers?: number;
  at?: (point: PayPoint) => void;
};

export type PayResult = { taken: number; lost: number; asked: number };

/**
 * Pays what was approved for the provider, each order under its own key; asks about what it gave no clear answer to;
 * hears what became of the rest. Any number of these may run at once, and end at any moment.
 */
export async function payByProvider(
  ctx: Ctx,
  provider: TransferProvider,
  options: PayOptions = {},
): Promise<PayResult> {
  requireScope(ctx, 'payouts:write');
  const lost = await noticeLost(ctx);
  const workers = Array.from({ length: options.workers ?? 4 }, () => work(ctx, provider, options));
  const taken = (await Promise.all(workers)).reduce((sum, count) => sum + count, 0);
  const due = await listDueQuestions(ctx);
  for (const id of due) await askProvider(ctx, provider, { id, ...options });
  await hearNews(ctx, provider, options);
  return { taken, lost, asked: due.length };
}

async function work(ctx: Ctx, provider: TransferProvider, options: PayOptions): Promise<number> {
  for (let count = 0; ; count += 1) {
    const payout = await takeNextPayout(ctx);
    if (!payout) return count;
    options.at?.('taken');
    const report = await order(ctx, provider, payout);
    options.at?.('answered');
    if (report) await record(ctx, payout.id, report);
    else await markUnknown(ctx, payout.id);
    options.at?.('recorded');
  }
}

/** Undefined: nobody knows whether it was paid. */
async function order(ctx: Ctx, provider: TransferProvider, payout: Payout): Promise<TransferReport | undefined> {
  const wanted = toOrder(payout);
  try {
    return await provider.create(wanted);
  } catch (error) {
    if (error instanceof TransferRefused) return { ...wanted, ref: '', state: 'failed', reason: error.message };
    ctx.log.warn({ err: error, payout: payout.id }, 'the payout provider gave no clear answer');
    return undefined;
  }
}

function toOrder(payout: Payout): TransferOrder {
  return {
    key: payout.endToEndId,
    amountMinor: payout.amountMinor,
    currency: payout.currency,
    account: payout.destination.details ?? '',
    text: payout.endToEndId,
  };
}

/** What the provider said reaches the payout, the ledger and the commissions, all or nothing. */
async function record(ctx: Ctx, id: string, report: TransferReport): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const answered = await recordReport(ctx, { id, report });
    await settleCommissions(ctx, answered.paid);
    await unsettleCommissions(ctx, { payoutIds: answered.failed, reason: 'payout_failed' });
    await unsettleCommissions(ctx, { payoutIds: answered.returned, reason: 'payout_returned' });
  });
}

/**
 * Asks the provider about a payout, by the same key. It knows of none under it: the order is given again under that
 * key, which cannot pay twice. No answer: nothing changes.
 * Undefined: its outcome is known.
 * @throws 404
 */
export async function askProvider(
  ctx: Ctx,
  provider: TransferProvider,
  input: { id: string } & Pick<PayOptions, 'at'>,
): Promise<Payout | undefined> {
  requireScope(ctx, 'payouts:write');
  const payout = await findAskable(ctx, input.id);
  if (!payout) return undefined;
  const report = await lookFor(ctx, provider, payout);
  input.at?.('asked');
  if (report) await record(ctx, payout.id, report);
  return payout;
}

async function lookFor(ctx: Ctx, provider: TransferProvider, payout: Payout): Promise<TransferReport | undefined> {
  try {
    const found = await provider.find(payout.endToEndId);
    if (found || payout.state !== 'unknown') return found;
  } catch (error) {
    ctx.log.warn({ err: error, payout: payout.id }, 'the payout provider could not be asked');
    return undefined;
  }
  return order(ctx, provider, payout);
}

async function hearNews(ctx: Ctx, provider: TransferProvider, options: PayOptions): Promise<void> {
  const { reports, cursor } = await provider.news(await readNewsCursor(ctx, provider.name));
  for (const report of reports) {
    const payout = await findOrdered(ctx, report.key);
    if (payout) await record(ctx, payout.id, report);
    options.at?.('heard');
  }
  if (cursor !== undefined && reports.length > 0) await writeNewsCursor(ctx, { provider: provider.name, cursor });
}

/** "Ask the provider", from the console; answers with the batch of the payout. @throws 404; 409 */
export async function askAgain(ctx: Ctx, provider: TransferProvider | undefined, id: string): Promise<string> {
  requireScope(ctx, 'payouts:write');
  if (!provider)
    throw new AppError('conflict', 'No payout provider is connected to this installation.', {
      hint: 'Set PAYOUT_PROVIDER and start again.',
    });
  await noticeLost(ctx);
  const asked = await askProvider(ctx, provider, { id });
  if (asked) return asked.batchId;
  throw new AppError('conflict', `There is nothing to ask about the payout ${id}: its outcome is known.`);
}
