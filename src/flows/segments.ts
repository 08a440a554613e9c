import type { IsoDate } from '../kernel/time.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { readFacts } from '../reports/segments/facts.ts';
import { factsTime } from '../reports/segments/preview.ts';
import { conditionSentence } from '../reports/segments/sentence.ts';
import { conditionsOf, type Segment, type Value } from '../success/segments/model.ts';
import { matches } from '../success/segments/rules/evaluate.ts';
import type { NewSegment, SegmentChange } from '../success/segments/schema.ts';
import * as segments from '../success/segments/service.ts';

export type EvaluationSummary = { on: IsoDate; segments: number; entered: number; left: number };

/**
 * Looks again who is in which segment (in all, or in the one named), from one reading of the facts; of everybody, or of
 * the accounts named.
 */
export async function evaluateSegments(
  ctx: Ctx,
  input: { id?: string; accountIds?: readonly string[] } = {},
): Promise<EvaluationSummary> {
  requireScope(ctx, 'success:write');
  return inTransaction(ctx, async (ctx) => {
    await segments.lockSegments(ctx);
    const all = input.id ? [await segments.getSegment(ctx, input.id)] : await segments.listSegments(ctx);
    const open = all.filter((one) => one.archived_at === null);
    const time = await factsTime(ctx);
    const { on } = time.time;
    const summary = { on, segments: open.length, entered: 0, left: 0 };
    if (open.length === 0) return summary;
    const rules = open.map(({ rule }) => rule);
    const accounts = await readFacts(ctx, rules, { ...time, accountIds: input.accountIds });
    for (const { id, rule } of open) {
      const accountIds = accounts.filter(({ facts }) => matches(rule, facts, on)).map((account) => account.id);
      const moves = await segments.recordMembers(ctx, { segmentId: id, accountIds, on, among: input.accountIds });
      summary.entered += moves.entered;
      summary.left += moves.left;
    }
    return summary;
  });
}

/** Saves a segment and says at once who is in it. */
export function saveSegment(ctx: Ctx, input: NewSegment): Promise<Segment> {
  return evaluated(ctx, (ctx) => segments.createSegment(ctx, input));
}

export function changeSegment(ctx: Ctx, id: string, input: SegmentChange): Promise<Segment> {
  return evaluated(ctx, (ctx) => segments.changeSegment(ctx, id, input));
}

export function duplicateSegment(ctx: Ctx, id: string): Promise<Segment> {
  return evaluated(ctx, (ctx) => segments.duplicateSegment(ctx, id));
}

async function evaluated(ctx: Ctx, change: (ctx: Ctx) => Promise<Segment>): Promise<Segment> {
  requireScope(ctx, 'success:write');
  return inTransaction(ctx, async (ctx) => {
    const { id } = await change(ctx);
    await evaluateSegments(ctx, { id });
    return segments.getSegment(ctx, id);
  });
}

export type Explanation = {
  matches: boolean;
  on: IsoDate;
  conditions: { sentence: string; holds: boolean; value: Value | null }[];
};

/** Why an account is in a segment now, or why not, condition by condition. @throws 404. */
export async function explainSegment(ctx: Ctx, input: { id: string; accountId: string }): Promise<Explanation | null> {
  requireScope(ctx, 'success:read');
  requireScope(ctx, 'customers:read');
  const { rule } = await segments.getSegment(ctx, input.id);
  const time = await factsTime(ctx);
  const { on } = time.time;
  const [account] = await readFacts(ctx, [rule], { ...time, accountIds: [input.accountId] });
  if (!account) return null;
  const conditions = conditionsOf(rule).map((condition) => ({
    sentence: conditionSentence(condition, time.company.currency),
    holds: matches(condition, account.facts, on),
    value: account.facts[condition.field] ?? null,
  }));
  return { matches: matches(rule, account.facts, on), on, conditions };
}
