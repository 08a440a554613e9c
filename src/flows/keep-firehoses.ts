import { rebuildUsage } from '../customers/usage/verbs/rebuild-usage.ts';
import { invalidField } from '../kernel/errors.ts';
import { rebuildClicks } from '../partners/clicks/verbs/rebuild-clicks.ts';
import { writeAudit } from '../platform/audit.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { FIREHOSE_NAMES, type FirehoseName, type Rebuilt, type Retention } from '../platform/firehose/model.ts';
import { listMonths, sizeOf } from '../platform/firehose/months.ts';
import { findRetention, keepMonths } from '../platform/firehose/retention.ts';
import { type Tended, tendFirehose } from '../platform/firehose/tend.ts';

export type Kept = Retention & { months: string[]; bytes: number; least_months: number };
export type RetentionChange = Partial<Record<`${FirehoseName}_months`, number | null>>;

/** Events come days late and again; clicks are asked for as long as a programme may credit them. */
const LEAST_MONTHS: Record<FirehoseName, number> = { usage: 2, clicks: 13 };

/** What is kept of the firehoses. */
export async function retention(ctx: Ctx): Promise<Kept[]> {
  requireScope(ctx, 'settings:read');
  const kept: Kept[] = [];
  for (const firehose of FIREHOSE_NAMES)
    kept.push({
      ...(await findRetention(ctx.db, firehose)),
      months: await listMonths(ctx.db, firehose),
      bytes: await sizeOf(ctx.db, firehose),
      least_months: LEAST_MONTHS[firehose],
    });
  return kept;
}

/** Decides how many months of single events are kept; days are kept for good. @throws 422 when they are too few */
export async function changeRetention(ctx: Ctx, change: RetentionChange): Promise<Kept[]> {
  requireScope(ctx, 'settings:write');
  await inTransaction(ctx, async (ctx) => {
    for (const firehose of FIREHOSE_NAMES) {
      const months = change[`${firehose}_months`];
      if (months !== undefined) await keep(ctx, firehose, months);
    }
  });
  return retention({ ...ctx, scopes: new Set([...ctx.scopes, 'settings:read']) });
}

async function keep(ctx: Ctx, firehose: FirehoseName, months: number | null): Promise<void> {
  const least = LEAST_MONTHS[firehose];
  if (months !== null && months < least)
    throw invalidField(`${firehose}_months`, `At least ${least} months are kept.`, 'Name more, or null to keep all.');
  const before = (await findRetention(ctx.db, firehose)).months_kept;
  if (before === months) return;
  await keepMonths(ctx.db, firehose, months);
  const detail = { from: before, to: months };
  await writeAudit(ctx, { action: 'retention.change', subjectKind: 'firehose', subjectId: firehose, detail });
}

/** Makes the months to come and drops those that are no longer kept, once their days count them. */
export async function tendFirehoses(ctx: Ctx): Promise<Tended[]> {
  requireScope(ctx, 'settings:write');
  const tended: Tended[] = [];
  for (const firehose of FIREHOSE_NAMES) tended.push(await inTransaction(ctx, (ctx) => tendOne(ctx, firehose)));
  return tended;
}

async function tendOne(ctx: Ctx, firehose: FirehoseName): Promise<Tended> {
  const tended = await tendFirehose(ctx.db, firehose, ctx.clock.now());
  const { dropped, kept_back } = tended;
  if (kept_back.length > 0) ctx.log.error({ firehose, months: kept_back }, 'days do not count all events: not dropped');
  if (dropped.length > 0)
    await writeAudit(ctx, {
      action: 'retention.drop',
      subjectKind: 'firehose',
      subjectId: firehose,
      detail: { dropped },
    });
  return tended;
}

/** Counts every day again from its events, and says whether anything was different. */
export async function rebuildDays(ctx: Ctx): Promise<Record<FirehoseName, Rebuilt>> {
  requireScope(ctx, 'settings:write');
  return { usage: await rebuildUsage(ctx), clicks: await rebuildClicks(ctx) };
}
