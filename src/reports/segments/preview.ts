import { sql } from 'kysely';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import { say } from '../../platform/locale.ts';
import { conditionsOf, type Rule } from '../../success/segments/model.ts';
import { companyFacts } from '../company.ts';
import { dataTime } from '../data-time.ts';
import { compileRule } from './compile.ts';
import { type FactsTime, factsOf } from './facts.ts';
import { ruleSentence, shortMoney } from './sentence.ts';

export type Preview = {
  sentence: string;
  total: number;
  of: number;
  mrr_minor: number;
  currency: string;
  on: string;
  examples: { id: string; name: string; plan: string | null; mrr_minor: number }[];
};

const EXAMPLES = 6;

export async function factsTime(ctx: Ctx): Promise<FactsTime> {
  const company = await companyFacts(ctx);
  return { company, time: await dataTime(ctx, company), now: ctx.clock.now() };
}

/** Who matches a checked rule now: how many, what they pay, and the largest of them. */
export async function previewSegment(ctx: Ctx, rule: Rule): Promise<Preview> {
  requireScope(ctx, 'success:read');
  requireScope(ctx, 'customers:read');
  const input = await factsTime(ctx);
  const { company, time } = input;
  const fields = [...conditionsOf(rule).map(({ field }) => field), 'name', 'plan', 'mrr'];
  const { rows } = await sql<Preview['examples'][number] & { total: number; sum: number }>`
    select f.id, f.name, f.plan, round(f.mrr)::bigint as mrr_minor, count(*) over () as total,
      (round(sum(f.mrr) over ()))::bigint as sum
    from ${factsOf(fields, input)} f where ${compileRule(rule, time.on)}
    order by f.mrr desc, f.id limit ${EXAMPLES}`.execute(ctx.db);
  const total = rows[0]?.total ?? 0;
  const mrr = rows[0]?.sum ?? 0;
  const { currency } = company;
  return {
    sentence: say('segments:headline', {
      rule: ruleSentence(rule, currency),
      count: total,
      mrr: shortMoney(mrr, currency),
    }),
    total,
    of: await countAccounts(ctx),
    mrr_minor: mrr,
    currency,
    on: time.on,
    examples: rows.map(({ id, name, plan, mrr_minor }) => ({ id, name, plan, mrr_minor })),
  };
}

async function countAccounts(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from accounts where merged_into_id is null`.execute(ctx.db);
  return rows[0]?.n ?? 0;
}
