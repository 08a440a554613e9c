import { type RawBuilder, sql } from 'kysely';
import { invalidField } from '../../kernel/errors.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import { say } from '../../platform/locale.ts';
import type { Rule } from '../../success/segments/model.ts';
import { passingField } from '../../success/segments/rules/lasting.ts';

/** The segment that a report is about; `caution`: what it means that membership as it is today is used. */
export type Narrowed = { id: string; name: string; caution: string };

const MOST_NAMED = 5;

/** The segment asked for, or null for everybody. @throws 422 naming `segment` when there is no such segment in use. */
export async function narrowedTo(ctx: Ctx, id: string | undefined): Promise<Narrowed | null> {
  if (id === undefined) return null;
  requireScope(ctx, 'success:read');
  const found = await ctx.db
    .selectFrom('segments')
    .select(['name', 'rule'])
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .executeTakeFirst();
  if (!found)
    throw invalidField(
      'segment',
      `There is no segment ${id} here.`,
      'It may have been archived. The list of segments names those in use.',
    );
  return { id, name: found.name, caution: membershipCaution(found.rule as Rule, found.name) };
}

/**
 * Membership is as of today, for days gone by too. Where the rule asks what changes, such as health, those who left may be
 * outside because they left: the look ahead is said plainly.
 */
function membershipCaution(rule: Rule, name: string): string {
  const passing = passingField(rule);
  if (passing === undefined) return say('segments:membership.lasting', { name });
  return say('segments:membership.passing', { name, field: say(`segments:fields.${passing}.said`) });
}

export type NamedRule = { name: string; rule: Rule };

/** By name, without archived ones. */
export async function segmentsInUse(ctx: Ctx): Promise<NamedRule[]> {
  const rows = await ctx.db
    .selectFrom('segments')
    .select(['name', 'rule'])
    .where('archived_at', 'is', null)
    .orderBy(sql`lower(name)`)
    .execute();
  return rows.map(({ name, rule }) => ({ name, rule: rule as Rule }));
}

/** Whether today's members were found by what changes with how it went on. */
export function looksAhead({ rule }: NamedRule): boolean {
  return passingField(rule) !== undefined;
}

/** Which of them are not compared for that, in a sentence. */
export function membershipOfAll(segments: readonly NamedRule[]): string {
  const passing = segments.filter(looksAhead).map(({ name }) => `“${name}”`);
  if (passing.length === 0) return say('segments:membership.all_lasting');
  const more = passing.length > MOST_NAMED ? ' …' : '';
  return say('segments:membership.some_passing', { names: passing.slice(0, MOST_NAMED).join(', ') + more });
}

/** Whether the account is in the segment now; always so without one. */
export function inSegment(account: RawBuilder<unknown>, segment: Narrowed | null): RawBuilder<boolean> {
  if (!segment) return sql<boolean>`true`;
  return sql<boolean>`(${account} in (
    select sm.account_id from segment_members sm where sm.segment_id = ${segment.id} and sm.left_at is null))`;
}
