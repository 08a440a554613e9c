import { AppError, notFound } from '../../kernel/errors.ts';
import { writeAudit } from '../../platform/audit.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../platform/ctx.ts';
import type { Need, NeedKind, Sighting } from './model.ts';
import type { NeedChange, NeedDecision, NewNeed } from './schema.ts';
import * as store from './store.ts';

const CHUNK = 20_000;

/** Pain points and use cases that are not put away. */
export async function listNeeds(ctx: Ctx): Promise<Need[]> {
  requireScope(ctx, 'customers:read');
  return store.listNeeds(ctx.db);
}

/** @throws 404. */
export async function getNeed(ctx: Ctx, id: string): Promise<Need> {
  requireScope(ctx, 'customers:read');
  const found = await store.findNeed(ctx.db, id);
  if (!found) throw notFound('pain point or use case', id);
  return found;
}

/** @throws 409 for a name in use. */
export async function createNeed(ctx: Ctx, input: NewNeed): Promise<Need> {
  requireScope(ctx, 'customers:write');
  return inTransaction(ctx, async (ctx) => {
    await store.lockNeeds(ctx.db);
    await refuseTakenName(ctx, input);
    const now = ctx.clock.now();
    const made = { created_by: ctx.actor.id, created_at: now, updated_at: now, archived_at: null };
    const need: Need = { ...input, ...made, id: newId(ctx, 'need') };
    await store.insertNeed(ctx.db, need);
    await audit(ctx, 'need.created', need);
    return need;
  });
}

/** @throws 404, 409 for a name in use or one that was put away. */
export async function changeNeed(ctx: Ctx, id: string, input: NeedChange): Promise<Need> {
  requireScope(ctx, 'customers:write');
  return inTransaction(ctx, async (ctx) => {
    await store.lockNeeds(ctx.db);
    const need = await getOpenNeed(ctx, id);
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    const changed: Need = { ...need, ...given, updated_at: ctx.clock.now() };
    await refuseTakenName(ctx, changed, id);
    await store.updateNeed(ctx.db, changed);
    await audit(ctx, 'need.changed', changed);
    return changed;
  });
}

/** Puts one away: it is suggested and reported no more; what was decided of accounts stays. @throws 404, 409. */
export async function archiveNeed(ctx: Ctx, id: string): Promise<void> {
  requireScope(ctx, 'customers:write');
  await inTransaction(ctx, async (ctx) => {
    await store.lockNeeds(ctx.db);
    const need = await getOpenNeed(ctx, id);
    const now = ctx.clock.now();
    await store.updateNeed(ctx.db, { ...need, archived_at: now, updated_at: now });
    await audit(ctx, 'need.archived', need);
  });
}

async function getOpenNeed(ctx: Ctx, id: string): Promise<Need> {
  const need = await getNeed(ctx, id);
  if (!need.archived_at) return need;
  throw new AppError('conflict', `${need.name} was put away.`, { hint: 'Add one of the same name.' });
}

async function refuseTakenName(
  ctx: Ctx,
  { kind, name }: { kind: NeedKind; name: string },
  own?: string,
): Promise<void> {
  const taken = await store.findNeedByName(ctx.db, kind, name);
  if (!taken || taken === own) return;
  throw new AppError('conflict', `There is ${name} already.`, { field: 'name', need_id: taken });
}

function audit(ctx: Ctx, action: string, { id, kind, name }: Need): Promise<void> {
  return writeAudit(ctx, { action, subjectKind: 'need', subjectId: id, detail: { kind, name } });
}

/** Adds those of the names that are not there yet. */
export async function addNamedNeeds(ctx: Ctx, named: readonly Pick<Need, 'kind' | 'name'>[]): Promise<number> {
  requireScope(ctx, 'customers:write');
  return inTransaction(ctx, async (ctx) => {
    let added = 0;
    for (const { kind, name } of named) {
      if (await store.findNeedByName(ctx.db, kind, name)) continue;
      await createNeed(ctx, { kind, name, keywords: [], description: '', usp: '', asset: '', page_url: '' });
      added += 1;
    }
    return added;
  });
}

/** Notes what was seen of all accounts; what somebody decided stays. How many were new. */
export async function recordSightings(ctx: Ctx, sightings: readonly Sighting[]): Promise<number> {
  requireScope(ctx, 'customers:write');
  if (sightings.length > CHUNK * 10)
    throw new AppError('too_large', 'More needs were seen than can be noted at once.', {
      hint: 'Make the keywords narrower.',
    });
  return inTransaction(ctx, async (ctx) => {
    await store.lockNeeds(ctx.db);
    return store.recordSightings(ctx.db, sightings, ctx.clock.now());
  });
}

/** Somebody says that an account has a need, or has it not. @throws 404. */
export async function decideNeed(
  ctx: Ctx,
  input: { accountId: string; needId: string; decision: NeedDecision },
): Promise<void> {
  requireScope(ctx, 'customers:write');
  const { accountId, needId, decision } = input;
  await inTransaction(ctx, async (ctx) => {
    const need = await getOpenNeed(ctx, needId);
    const decided = { decided_by: ctx.actor.id, decided_at: ctx.clock.now(), source: 'hand', seen_at: null } as const;
    await store.decideNeed(ctx.db, { account_id: accountId, need_id: needId, ...decision, ...decided });
    const detail = { account_id: accountId, name: need.name, state: decision.state };
    await writeAudit(ctx, { action: 'need.decided', subjectKind: 'need', subjectId: needId, detail });
  });
}

/** Takes back what was decided or seen. @throws 404 when there is nothing. */
export async function forgetAccountNeed(ctx: Ctx, input: { accountId: string; needId: string }): Promise<void> {
  requireScope(ctx, 'customers:write');
  if (!(await store.deleteAccountNeed(ctx.db, input.accountId, input.needId)))
    throw notFound('pain point or use case of this account', input.needId);
}
