import { AppError, notFound } from '../../../kernel/errors.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../../platform/ctx.ts';
import { say } from '../../../platform/locale.ts';
import { OWNER, type Playbook, READY } from '../model.ts';
import { checkAssignees } from '../rules.ts';
import type { PlaybookInput, PlaybookView } from '../schema.ts';
import * as store from '../store/playbooks.ts';

/** By name: those of the company, and the ones that came with the product and were not changed yet. */
export async function listPlaybooks(ctx: Ctx, input: { archived?: boolean } = {}): Promise<PlaybookView[]> {
  requireScope(ctx, 'success:read');
  const kept = await store.listPlaybooks(ctx.db);
  const counts = await store.countRuns(ctx.db);
  const ready = readyMade(ctx).filter(({ id }) => !kept.some((one) => one.id === id));
  const all = [...kept, ...ready].filter(({ archived_at }) => input.archived || archived_at === null);
  return all.map((one) => show(one, counts)).sort((a, b) => a.name.localeCompare(b.name));
}

/** @throws 404 */
export async function getPlaybook(ctx: Ctx, id: string): Promise<PlaybookView> {
  requireScope(ctx, 'success:read');
  return show(await findOrReady(ctx, id), await store.countRuns(ctx.db));
}

/** Writes a playbook. @throws 409 for a name in use, 422 for a step of somebody who is not of the team */
export async function createPlaybook(ctx: Ctx, input: PlaybookInput): Promise<PlaybookView> {
  requireScope(ctx, 'success:write');
  return inTransaction(ctx, async (ctx) => {
    const now = ctx.clock.now();
    const made = { created_by: ctx.actor.id, created_at: now, updated_at: now, archived_at: null };
    const playbook = { id: newId(ctx, 'playbook'), ...input, ...made };
    await check(ctx, playbook);
    await store.insertPlaybook(ctx.db, playbook);
    await writeAudit(ctx, {
      action: 'playbook.create',
      subjectKind: 'playbook',
      subjectId: playbook.id,
      detail: { name: input.name },
    });
    return getPlaybook(ctx, playbook.id);
  });
}

/** Changes a playbook; what runs already goes on as it was started. @throws 404, 409 for a name in use, 422 */
export async function changePlaybook(ctx: Ctx, id: string, input: PlaybookInput): Promise<PlaybookView> {
  requireScope(ctx, 'success:write');
  return inTransaction(ctx, async (ctx) => {
    const before = await keepPlaybook(ctx, id);
    const created_by = before.created_by === BY_PRODUCT ? ctx.actor.id : before.created_by;
    const after = { ...before, ...input, created_by, updated_at: ctx.clock.now() };
    if (after.archived_at === null) await check(ctx, after);
    await store.updatePlaybook(ctx.db, after);
    const detail = { name: input.name, before: { name: before.name, steps: before.steps } };
    await writeAudit(ctx, { action: 'playbook.change', subjectKind: 'playbook', subjectId: id, detail });
    return getPlaybook(ctx, id);
  });
}

/** Puts a playbook away, or takes it back; what runs goes on. @throws 404, 409 for a name in use by now */
export async function archivePlaybook(ctx: Ctx, id: string, archived: boolean): Promise<PlaybookView> {
  requireScope(ctx, 'success:write');
  return inTransaction(ctx, async (ctx) => {
    const before = await keepPlaybook(ctx, id);
    if ((before.archived_at !== null) === archived) return getPlaybook(ctx, id);
    if (!archived) await check(ctx, before);
    const now = ctx.clock.now();
    await store.updatePlaybook(ctx.db, { ...before, archived_at: archived ? now : null, updated_at: now });
    const action = archived ? 'playbook.archive' : 'playbook.restore';
    await writeAudit(ctx, { action, subjectKind: 'playbook', subjectId: id });
    return getPlaybook(ctx, id);
  });
}

/** A playbook as the company's own: one that came with the product is kept now. @throws 404 */
export async function keepPlaybook(ctx: Ctx, id: string): Promise<Playbook> {
  requireScope(ctx, 'success:write');
  await store.lockPlaybooks(ctx.db);
  const found = await findOrReady(ctx, id);
  await store.insertPlaybook(ctx.db, found);
  return found;
}

async function findOrReady(ctx: Ctx, id: string): Promise<Playbook> {
  const found = (await store.findPlaybook(ctx.db, id)) ?? readyMade(ctx).find((one) => one.id === id);
  if (!found) throw notFound('playbook', id);
  return found;
}

const BY_PRODUCT = 'goodword';

function readyMade(ctx: Ctx): Playbook[] {
  const now = ctx.clock.now();
  return READY.map(({ id, key, answers, days }) => ({
    id,
    name: say(`playbooks:ready.${key}.name`),
    when_to_use: say(`playbooks:ready.${key}.when`),
    answers: [...answers],
    steps: days.map((after_days, at) => ({
      title: say(`playbooks:ready.${key}.steps.${at}.title`),
      after_days,
      assignee: OWNER,
      hint: say(`playbooks:ready.${key}.steps.${at}.hint`),
    })),
    created_by: BY_PRODUCT,
    created_at: now,
    updated_at: now,
    archived_at: null,
  }));
}

async function check(ctx: Ctx, { id, name, steps }: Playbook): Promise<void> {
  await store.lockPlaybooks(ctx.db);
  const others = (await listPlaybooks(ctx)).filter((one) => one.id !== id);
  const taken = others.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (taken)
    throw new AppError('conflict', `There is a playbook named ${name} already.`, {
      field: 'name',
      playbook_id: taken.id,
    });
  checkAssignees(steps, await store.listMemberIds(ctx.db));
}

function show(playbook: Playbook, counts: readonly store.Counts[]): PlaybookView {
  const { created_by, created_at: _created, updated_at: _updated, archived_at, ...own } = playbook;
  const found = counts.find(({ playbook_id }) => playbook_id === playbook.id);
  return {
    ...own,
    ready_made: created_by === BY_PRODUCT,
    running: found?.running ?? 0,
    started: found?.started ?? 0,
    archived_at: archived_at?.toISOString() ?? null,
  };
}
