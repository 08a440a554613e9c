import { invalidField } from '../kernel/errors.ts';
import type { IsoDate } from '../kernel/time.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { headlineFacts } from './headline-facts.ts';
import { movementMetrics, retentionMetrics, sizeMetrics } from './headline-revenue.ts';
import { valueMetrics } from './headline-value.ts';
import type { Metric } from './metric.ts';
import { operationMetrics } from './operation-metrics.ts';

export type HeadlineMetrics = { at: IsoDate; is_live: boolean; currency: string; metrics: Metric[] };

const EARLIEST = '1970-01-01';
const LATEST = '2999-12-31';

/** Every headline number at the end of day `on` (by default the last day there is data for). */
export async function headlineMetrics(ctx: Ctx, on?: IsoDate): Promise<HeadlineMetrics> {
  requireScope(ctx, 'customers:read');
  if (on !== undefined && (on < EARLIEST || on > LATEST)) {
    throw invalidField('at', `Numbers are kept from ${EARLIEST} to ${LATEST}.`, 'Name a day between them.');
  }
  const facts = await headlineFacts(ctx, on);
  const metrics = [
    ...revenueMetrics(facts),
    ...(await valueMetrics(ctx, facts)),
    ...(await operationMetrics(ctx, facts.time)),
  ];
  return { at: facts.time.on, is_live: facts.time.isLive, currency: facts.company.currency, metrics };
}

function revenueMetrics(facts: Parameters<typeof sizeMetrics>[0]): Metric[] {
  return [...sizeMetrics(facts), ...movementMetrics(facts), ...retentionMetrics(facts)];
}
