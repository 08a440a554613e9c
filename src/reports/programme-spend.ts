import { sql } from 'kysely';
import { z } from 'zod';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { notFound } from '../kernel/errors.ts';
import { dateIn } from '../kernel/time.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';

const minor = z.number().int();
const spendSchema = z.object({
  month: z.string().describe("YYYY-MM in the programme's zone"),
  currency: z.string(),
  budget_minor: minor.nullable().describe('What may be spent this month; null: no limit'),
  spent_minor: minor.describe('Commissions counted against the budget of this month, less what was taken back'),
  waiting_minor: minor.describe('Commissions that wait for a month with budget'),
  earned_minor: minor.describe('All commissions so far, less what was taken back'),
  refused: z.number().int().describe('Sales that earned nothing behind a closed gate'),
});

/** What has a programme spent of its budget this month, and in all? Minor units of its currency. @throws 404 */
export async function programmeSpend(ctx: Ctx, id: string): Promise<z.infer<typeof spendSchema>> {
  requireScope(ctx, 'programmes:read');
  const now = ctx.clock.now();
  const programme = await findBudget(ctx, id, now);
  const month = dateIn(now, programme.zone).slice(0, 7);
  const { rows } = await sql<{ spent: number; waiting: number; earned: number; refused: number }>`
    select coalesce(sum(gross_minor - reversed_minor) filter (where budget_month = ${month}), 0)::bigint as spent,
      coalesce(sum(gross_minor - reversed_minor) filter (where state = 'held' and budget_month is null
        and reason = 'budget_spent'), 0)::bigint as waiting,
      coalesce(sum(gross_minor - reversed_minor), 0)::bigint as earned,
      count(*) filter (where state = 'refused' and reason = 'gate_closed') as refused
    from commissions where programme_id = ${id} and currency = ${programme.currency}`.execute(ctx.db);
  const sums = rows[0] ?? { spent: 0, waiting: 0, earned: 0, refused: 0 };
  return {
    month,
    currency: programme.currency,
    budget_minor: programme.budget_minor,
    spent_minor: sums.spent,
    waiting_minor: sums.waiting,
    earned_minor: sums.earned,
    refused: sums.refused,
  };
}

type Budget = { currency: string; zone: string; budget_minor: number | null };

/** The month's budget of the terms in force. @throws 404 */
async function findBudget(ctx: Ctx, id: string, now: Date): Promise<Budget> {
  const { rows } = await sql<Budget>`
    select p.currency, p.zone, (select (t.terms->>'budget_per_month_minor')::bigint from programme_terms t
      where t.programme_id = p.id and t.effective_at <= ${now}
      order by t.effective_at desc, t.version desc limit 1) as budget_minor
    from programmes p where p.id = ${id}`.execute(ctx.db);
  const [programme] = rows;
  if (!programme) throw notFound('programme', id);
  return programme;
}

export const programmeSpendRoutes: Routes = (app) => {
  app.get(
    '/v1/programmes/:id/spend',
    {
      schema: {
        tags: ['Programmes'],
        summary: 'What a programme spent of its budget this month, and in all',
        params: z.object({ id: z.string() }),
        response: { 200: spendSchema },
      },
      config: { access: 'programmes:read' },
    },
    (request) => programmeSpend(ctxOf(request), request.params.id),
  );
};
