import type { Ctx } from '../../platform/ctx.ts';
import type { HealthDefinition } from '../../success/health/model.ts';
import type { Rule } from '../../success/segments/model.ts';
import { matches } from '../../success/segments/rules/evaluate.ts';
import { companyFacts } from '../company.ts';
import type { DataTime } from '../data-time.ts';
import { readFacts } from './facts.ts';

/**
 * Which segments of a health model's variants each account fits at the data time. Variants rest on lasting facts only,
 * so that months gone by are judged without knowing what came after.
 */
export async function segmentFits(ctx: Ctx, model: HealthDefinition, time: DataTime): Promise<Map<string, string[]>> {
  const ids = (model.variants ?? []).flatMap(({ applies_to: to }) => (to.kind === 'segment' ? [to.segment_id] : []));
  if (ids.length === 0) return new Map();
  const rows = await ctx.db.selectFrom('segments').select(['id', 'rule']).where('id', 'in', ids).execute();
  const rules = rows.map(({ id, rule }) => ({ id, rule: rule as Rule }));
  const input = { company: await companyFacts(ctx), time, now: ctx.clock.now(), accountIds: time.only };
  const accounts = await readFacts(
    ctx,
    rules.map(({ rule }) => rule),
    input,
  );
  return new Map(
    accounts.map(({ id, facts }) => [
      id,
      rules.filter(({ rule }) => matches(rule, facts, time.on)).map((segment) => segment.id),
    ]),
  );
}

/** Accounts by plan, by industry and by segment of lasting facts: the groups a score is judged in. */
export async function groupsOfAccounts(ctx: Ctx, time: DataTime, segments: readonly { name: string; rule: Rule }[]) {
  const accounts = await ctx.db
    .selectFrom('accounts')
    .select(['id', 'plan', 'industry'])
    .where('merged_into_id', 'is', null)
    .execute();
  const by = (kind: 'plan' | 'industry') =>
    [
      ...Map.groupBy(
        accounts.filter((one) => one[kind] !== null),
        (one) => one[kind] ?? '',
      ),
    ].map(([name, own]) => ({
      kind,
      name,
      accountIds: new Set(own.map(({ id }) => id)),
    }));
  const input = { company: await companyFacts(ctx), time, now: ctx.clock.now() };
  const facts =
    segments.length === 0
      ? []
      : await readFacts(
          ctx,
          segments.map(({ rule }) => rule),
          input,
        );
  const bySegment = segments.map(({ name, rule }) => ({
    kind: 'segment' as const,
    name,
    accountIds: new Set(facts.filter((one) => matches(rule, one.facts, time.on)).map(({ id }) => id)),
  }));
  return [...bySegment, ...by('plan').slice(0, MOST_GROUPS), ...by('industry').slice(0, MOST_GROUPS)];
}

const MOST_GROUPS = 12;
