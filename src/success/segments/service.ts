import { AppError, notFound } from '../../kernel/errors.ts';
import type { PageQuery } from '../../kernel/page.ts';
import type { IsoDate } from '../../kernel/time.ts';
import { writeAudit } from '../../platform/audit.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../platform/ctx.ts';
import type { Segment } from './model.ts';
import { checkRule } from './rules/check.ts';
import type { NewSegment, SegmentChange } from './schema.ts';
import * as store from './store.ts';

export async function listSegments(ctx: Ctx, input: { archived?: boolean } = {}): Promise<Segment[]> {
  requireScope(ctx, 'success:read');
  return store.listSegments(ctx.db, input.archived ?? false);
}

/** @throws 404. */
export async function getSegment(ctx: Ctx, id: string): Promise<Segment> {
  requireScope(ctx, 'success:read');
  const found = await store.findSegment(ctx.db, id);
  if (!found) throw notFound('segment', id);
  return found;
}

/** Saves a rule under a name; nobody is in it before it is evaluated. @throws 422 for the rule, 409 for a name in use. */
export async function createSegment(ctx: Ctx, input: NewSegment): Promise<Segment> {
  requireScope(ctx, 'success:write');
  const rule = checkRule(input.rule);
  return inTransaction(ctx, async (ctx) => {
    await store.lockSegments(ctx.db);
    await refuseTakenName(ctx, input.name);
    const now = ctx.clock.now();
    const segment: Segment = {
      ...input,
      rule,
      id: newId(ctx, 'segment'),
      member_count: 0,
      evaluated_at: null,
      evaluated_on: null,
      created_by: ctx.actor.id,
      created_at: now,
      updated_at: now,
      archived_at: null,
    };
    await store.insertSegment(ctx.db, segment);
    await audit(ctx, 'segment.created', segment, { name: segment.name, rule });
    return segment;
  });
}

/** @throws 404, 422 for the rule, 409 for a name in use or an archived segment. */
export async function changeSegment(ctx: Ctx, id: string, input: SegmentChange): Promise<Segment> {
  requireScope(ctx, 'success:write');
  const rule = input.rule && checkRule(input.rule);
  return inTransaction(ctx, async (ctx) => {
    await store.lockSegments(ctx.db);
    const segment = await getOpenSegment(ctx, id);
    if (input.name) await refuseTakenName(ctx, input.name, id);
    const change = { ...segment, ...given(input), rule: rule ?? segment.rule, updated_at: ctx.clock.now() };
    const { name, description, updated_at } = change;
    await store.updateSegment(ctx.db, id, { name, description, rule: change.rule, updated_at });
    await audit(ctx, 'segment.changed', change, { name, rule: change.rule, before: segment.rule });
    return change;
  });
}

function given({ name, description }: SegmentChange): Partial<Segment> {
  return { ...(name === undefined ? {} : { name }), ...(description === undefined ? {} : { description }) };
}

/** The same rule under a new name ("… (copy)"), to be changed. @throws 404. */
export async function duplicateSegment(ctx: Ctx, id: string): Promise<Segment> {
  requireScope(ctx, 'success:write');
  return inTransaction(ctx, async (ctx) => {
    await store.lockSegments(ctx.db);
    const { name, description, rule } = await getSegment(ctx, id);
    return createSegment(ctx, { name: await freeName(ctx, name), description, rule });
  });
}

const LONGEST_NAME = 80;

async function freeName(ctx: Ctx, name: string): Promise<string> {
  for (let copy = 1; ; copy++) {
    const end = copy === 1 ? ' (copy)' : ` (copy ${copy})`;
    const candidate = name.slice(0, LONGEST_NAME - end.length).toWellFormed() + end;
    if (!(await store.findByName(ctx.db, candidate))) return candidate;
  }
}

/** Puts a segment away: nobody is in it any more, its history stays. @throws 404, 409 when it already is. */
export async function archiveSegment(ctx: Ctx, id: string): Promise<void> {
  requireScope(ctx, 'success:write');
  return inTransaction(ctx, async (ctx) => {
    await store.lockSegments(ctx.db);
    const segment = await getOpenSegment(ctx, id);
    const now = ctx.clock.now();
    const on = segment.evaluated_on ?? now.toISOString().slice(0, 10);
    await store.recordMembers(ctx.db, { id, accountIds: [], at: now, on });
    await store.updateSegment(ctx.db, id, { archived_at: now, updated_at: now });
    await audit(ctx, 'segment.archived', segment, { name: segment.name });
  });
}

async function getOpenSegment(ctx: Ctx, id: string): Promise<Segment> {
  const segment = await getSegment(ctx, id);
  if (!segment.archived_at) return segment;
  throw new AppError('conflict', `The segment ${segment.name} is archived.`, { hint: 'Duplicate it to use its rule.' });
}

async function refuseTakenName(ctx: Ctx, name: string, own?: string): Promise<void> {
  const taken = await store.findByName(ctx.db, name);
  if (!taken || taken === own) return;
  throw new AppError('conflict', `There is a segment named ${name} already.`, { field: 'name', segment_id: taken });
}

function audit(ctx: Ctx, action: string, { id }: Segment, detail: Record<string, unknown>): Promise<void> {
  return writeAudit(ctx, { action, subjectKind: 'segment', subjectId: id, detail });
}

/** Notes who matches now. Call with all that match; the others leave, or those `among` whom was looked. */
export async function recordMembers(
  ctx: Ctx,
  input: { segmentId: string; accountIds: readonly string[]; on: IsoDate; among?: readonly string[] },
): Promise<store.Moves> {
  requireScope(ctx, 'success:write');
  const { segmentId: id, accountIds, on, among } = input;
  return store.recordMembers(ctx.db, { id, accountIds, on, among, at: ctx.clock.now() });
}

/** Waits for other evaluations to end, until this transaction does. */
export async function lockSegments(ctx: Ctx): Promise<void> {
  requireScope(ctx, 'success:write');
  await store.lockSegments(ctx.db);
}

/** The accounts in a segment when it was last evaluated. */
export async function membersOf(ctx: Ctx, segmentId: string): Promise<string[]> {
  requireScope(ctx, 'success:read');
  return store.listMembers(ctx.db, segmentId);
}

/** Was the account in the segment when it was last evaluated? */
export async function isMember(ctx: Ctx, input: { segmentId: string; accountId: string }): Promise<boolean> {
  requireScope(ctx, 'success:read');
  return store.hasMember(ctx.db, input.segmentId, input.accountId);
}

/** Who came and went, the newest move first. @throws 404. */
export async function segmentHistory(ctx: Ctx, id: string, page: PageQuery) {
  requireScope(ctx, 'success:read');
  await getSegment(ctx, id);
  return { ...(await store.listStays(ctx.db, id, page)), page: page.page, per_page: page.per_page };
}

/** The segments an account is in, then those it was in. */
export async function segmentsOfAccount(ctx: Ctx, accountId: string): Promise<store.AccountSegment[]> {
  requireScope(ctx, 'success:read');
  return store.listSegmentsOf(ctx.db, accountId);
}
