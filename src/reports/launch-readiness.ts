import { sql } from 'kysely';
import type { ReadinessFacts } from '../partners/programmes/rules/gates.ts';
import type { Ctx } from '../platform/ctx.ts';
import { headlineMetrics } from './headline-metrics.ts';

/**
 * Is the company ready for partners? NPS and the answers behind it (latest per person within 180 days), the share of
 * last year's revenue that stayed (GRR), and the success stories customers agreed to.
 */
export async function launchReadiness(ctx: Ctx): Promise<ReadinessFacts> {
  const { metrics } = await headlineMetrics(ctx);
  const metric = (key: string) => metrics.find((one) => one.key === key);
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from asks where kind = 'case_study' and state = 'accepted'`.execute(ctx.db);
  return {
    nps: metric('nps')?.value ?? null,
    answers: metric('nps')?.n ?? 0,
    retention: metric('grr')?.value ?? null,
    stories: rows[0]?.n ?? 0,
  };
}
