import { dateIn, type IsoDate } from '../../../kernel/time.ts';
import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import type { PayoutRequest } from '../model.ts';
import { bankDaysAfter } from '../rules/bank-days.ts';
import { lockCandidates, lockDrafting } from '../store/candidates.ts';
import { findCompany } from '../store/destinations.ts';
import { listOpenRequests, takeUpRequests } from '../store/requests.ts';
import { listOnDemand } from '../store/schedules.ts';
import { draftEach } from './prepare-payouts.ts';

/**
 * Drafts what partners asked for, for a second person to approve: a batch for every currency, promised day and way of
 * paying. Who cannot be paid any more stays open. Returns the new batches.
 */
export async function prepareRequested(ctx: Ctx): Promise<string[]> {
  requireScope(ctx, 'payouts:write');
  return inTransaction(ctx, async (ctx) => {
    await lockDrafting(ctx);
    const batches: string[] = [];
    for (const together of Map.groupBy(await listOpenRequests(ctx), sameBatch).values())
      batches.push(...(await draftFor(ctx, together)));
    await takeUpRequests(ctx, batches);
    return batches;
  });
}

function sameBatch({ currency, promisedOn }: PayoutRequest): string {
  return `${currency} ${promisedOn}`;
}

async function draftFor(ctx: Ctx, requests: readonly PayoutRequest[]): Promise<string[]> {
  const [first] = requests;
  if (!first) return [];
  const { currency } = first;
  const who = new Set(requests.map(({ partnerId }) => partnerId));
  const everybody = await lockCandidates(ctx, currency, await listOnDemand(ctx));
  const candidates = everybody.filter(({ partnerId }) => who.has(partnerId));
  return draftEach(ctx, { currency, expectedOn: await payDay(ctx, first.promisedOn), candidates });
}

async function payDay(ctx: Ctx, promisedOn: IsoDate): Promise<IsoDate> {
  const today = dateIn(ctx.clock.now(), (await findCompany(ctx))?.zone ?? 'UTC');
  return promisedOn > today ? promisedOn : bankDaysAfter(today, 1);
}
