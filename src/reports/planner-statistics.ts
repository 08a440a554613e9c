import { sql } from 'kysely';
import type { Ctx } from '../platform/ctx.ts';

const FACTS = [
  'accounts',
  'people',
  'subscriptions',
  'invoices',
  'usage_daily',
  'tickets',
  'survey_answers',
  'health_scores',
];

/**
 * Lets the planner see how much the facts have grown. A server does so by itself, minutes later; the embedded database
 * never does, and would read a fresh import as if its tables were empty.
 */
export async function refreshStatistics(ctx: Ctx): Promise<void> {
  await sql`analyze ${sql.join(FACTS.map((name) => sql.table(name)))}`.execute(ctx.db);
}
