import { dateIn, type IsoDate } from '../../../kernel/time.ts';
import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import { type Candidate, RAILS } from '../model.ts';
import { bankDaysAfter } from '../rules/bank-days.ts';
import { duePaydays } from '../rules/schedule.ts';
import { decidePayouts, paysCurrency } from '../rules.ts';
import { lockCandidates, lockDrafting } from '../store/candidates.ts';
import { insertRun, listPayableCurrencies, listSchedules } from '../store/schedules.ts';
import { writeDraft } from './draft-batch.ts';

type Due = { programmeId: string; scheduledOn: IsoDate; payOn: IsoDate };

/**
 * The daily job: prepares the paydays that have come near, in each programme's zone, as drafts to be approved: one for
 * every currency and way of paying. A payday is prepared once. Returns the new batches.
 */
export async function preparePayouts(ctx: Ctx): Promise<string[]> {
  requireScope(ctx, 'payouts:write');
  const due = (await listSchedules(ctx)).flatMap(({ programmeId, zone, schedule, since }): Due[] => {
    const today = dateIn(ctx.clock.now(), zone);
    return duePaydays(schedule, today, since).map(({ scheduledOn, payOn }) => ({
      programmeId,
      scheduledOn,
      payOn: payOn > today ? payOn : bankDaysAfter(today, 1),
    }));
  });
  const batches: string[] = [];
  for (const [payOn, together] of Map.groupBy(due, (one) => one.payOn))
    batches.push(...(await prepare(ctx, payOn, together)));
  return batches;
}

function prepare(ctx: Ctx, expectedOn: IsoDate, due: readonly Due[]): Promise<string[]> {
  return inTransaction(ctx, async (ctx) => {
    await lockDrafting(ctx);
    const programmes = new Set<string>();
    for (const { programmeId, scheduledOn } of due)
      if (await insertRun(ctx, programmeId, scheduledOn)) programmes.add(programmeId);
    const batches: string[] = [];
    if (programmes.size === 0) return batches;
    for (const currency of await listPayableCurrencies(ctx)) {
      const everybody = await lockCandidates(ctx, currency, programmes);
      const candidates = everybody.filter(({ items }) => items.some(({ amountMinor }) => amountMinor > 0));
      batches.push(...(await draftEach(ctx, { currency, expectedOn, candidates })));
    }
    return batches;
  });
}

/** A draft for each way of paying that has somebody to pay. Who has not said where is listed in the first one. */
export async function draftEach(
  ctx: Ctx,
  { currency, expectedOn, candidates }: { currency: string; expectedOn: IsoDate; candidates: Candidate[] },
): Promise<string[]> {
  const batches: string[] = [];
  let homeless = candidates.filter(({ destination }) => !destination);
  for (const rail of RAILS) {
    const own = candidates.filter(({ destination }) => destination?.rail === rail);
    const usable = paysCurrency(rail, currency) ? own : [];
    const { paid, skipped } = decidePayouts([...usable, ...homeless], rail);
    if (paid.length === 0) continue;
    batches.push(await writeDraft(ctx, { currency, rail, expectedOn, paid, skipped }));
    homeless = [];
  }
  return batches;
}
