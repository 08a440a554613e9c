import { AppError, notFound } from '../../../kernel/errors.ts';
import type { Page } from '../../../kernel/page.ts';
import { dateIn, type IsoDate } from '../../../kernel/time.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../../platform/ctx.ts';
import { say } from '../../../platform/locale.ts';
import { emit } from '../../../platform/outbox.ts';
import type { Playbook, Refusal, Run } from '../model.ts';
import { planTasks, refuseStart, runStateOf } from '../rules.ts';
import type { RunQuery, RunView, Started } from '../schema.ts';
import * as store from '../store/runs.ts';
import { listStates } from '../store/tasks.ts';
import { keepPlaybook } from './playbooks.ts';

/** Tasks are due by the calendar of UTC. */
export function todayOf(ctx: Ctx): IsoDate {
  return dateIn(ctx.clock.now(), 'UTC');
}

/**
 * Starts a playbook for accounts: its steps become tasks. Accounts it cannot be started for are answered with the reason,
 * the others start all the same. @throws 404; 409 for an archived playbook
 */
export async function startPlaybook(ctx: Ctx, id: string, accountIds: readonly string[]): Promise<Started> {
  requireScope(ctx, 'success:write');
  return inTransaction(ctx, async (ctx) => {
    const playbook = await keepPlaybook(ctx, id);
    if (playbook.archived_at !== null)
      throw new AppError('conflict', 'This playbook is archived.', { hint: 'Take it back first.' });
    const wanted = [...new Set(accountIds)];
    const known = await store.listCandidates(ctx.db, wanted);
    const result: Started = { started: [], refused: [] };
    for (const accountId of wanted.toSorted()) {
      const account = known.find((one) => one.id === accountId);
      const refusal = refuseStart(account);
      const run = account && !refusal ? await startFor(ctx, playbook, account) : undefined;
      if (run) result.started.push(run);
      else result.refused.push(refused(accountId, account?.name ?? null, refusal ?? 'runs_already'));
    }
    return result;
  });
}

const refused = (account_id: string, account_name: string | null, reason_code: Refusal) => ({
  account_id,
  account_name,
  reason_code,
  reason: say(`playbooks:refused.${reason_code}`),
});

/** Undefined when the playbook runs for the account already. */
async function startFor(
  ctx: Ctx,
  playbook: Playbook,
  account: store.Candidate,
): Promise<Started['started'][number] | undefined> {
  const run: Run = {
    id: newId(ctx, 'playbookRun'),
    playbook_id: playbook.id,
    account_id: account.id,
    state: 'running',
    risk: account.risk,
    started_by: ctx.actor.id,
    started_at: ctx.clock.now(),
    ended_by: null,
    ended_at: null,
    stop_reason: null,
  };
  if (!(await store.insertRun(ctx.db, run))) return undefined;
  const starter = ctx.actor.kind === 'user' ? ctx.actor.id : null;
  const tasks = planTasks(playbook.steps, { on: todayOf(ctx), owner: account.owner, starter });
  const made = tasks.map((task) => ({ ...task, id: newId(ctx, 'playbookTask'), run_id: run.id }));
  await store.insertTasks(ctx.db, made);
  const ids = { playbook_id: playbook.id, run_id: run.id };
  await writeAudit(ctx, { action: 'playbook.start', subjectKind: 'account', subjectId: account.id, detail: ids });
  await emit(ctx, 'playbook.started', { ...ids, account_id: account.id });
  return { run_id: run.id, account_id: account.id, account_name: account.name, tasks: tasks.length };
}

/** Stops a playbook for its account; open tasks are dropped. @throws 404; 409 when it is over already */
export async function stopRun(ctx: Ctx, id: string, reason: string): Promise<RunView> {
  requireScope(ctx, 'success:write');
  return inTransaction(ctx, async (ctx) => {
    const run = await lockedRun(ctx, id);
    if (run.state !== 'running')
      throw new AppError('conflict', `This playbook is ${run.state} already.`, { state: run.state });
    await store.dropTasks(ctx.db, id, { settled_by: ctx.actor.id, settled_at: ctx.clock.now() });
    await endRun(ctx, run, { state: 'stopped', reason });
    return getRun(ctx, id);
  });
}

/** Lets a stopped playbook go on where it was. @throws 404; 409 when it was not stopped, or was started anew since */
export async function resumeRun(ctx: Ctx, id: string): Promise<RunView> {
  requireScope(ctx, 'success:write');
  return inTransaction(ctx, async (ctx) => {
    const run = await lockedRun(ctx, id);
    if (run.state !== 'stopped')
      throw new AppError('conflict', `This playbook is ${run.state}, not stopped.`, { state: run.state });
    await store.pickUpTasks(ctx.db, id);
    await reopenRun(ctx, run);
    await writeAudit(ctx, {
      action: 'playbook.resume',
      subjectKind: 'account',
      subjectId: run.account_id,
      detail: { run_id: id },
    });
    return getRun(ctx, id);
  });
}

/** @throws 404 */
export async function lockedRun(ctx: Ctx, id: string): Promise<Run> {
  requireScope(ctx, 'success:write');
  const run = await store.lockRun(ctx.db, id);
  if (!run) throw notFound('run of a playbook', id);
  return run;
}

/** @throws 409 when the playbook was started anew for the account in the meantime */
async function reopenRun(ctx: Ctx, run: Run): Promise<void> {
  const other = await store.findRunning(ctx.db, run);
  if (other)
    throw new AppError('conflict', say('playbooks:refused.runs_already'), {
      run_id: other,
      hint: 'Stop the newer one first.',
    });
  await store.updateRun(ctx.db, run.id, { state: 'running', ended_by: null, ended_at: null, stop_reason: null });
}

async function endRun(ctx: Ctx, run: Run, end: { state: 'finished' | 'stopped'; reason?: string }): Promise<void> {
  const { state, reason = null } = end;
  const ended = { ended_by: ctx.actor.id, ended_at: ctx.clock.now() };
  await store.updateRun(ctx.db, run.id, { state, stop_reason: reason, ...ended });
  const ids = { playbook_id: run.playbook_id, run_id: run.id };
  const action = state === 'stopped' ? 'playbook.stop' : 'playbook.finish';
  await writeAudit(ctx, { action, subjectKind: 'account', subjectId: run.account_id, detail: { ...ids, reason } });
  await emit(ctx, 'playbook.ended', { ...ids, account_id: run.account_id, state });
}

/** After a task was settled or opened again: is the run over, or under way again? */
export async function settleRun(ctx: Ctx, run: Run): Promise<void> {
  requireScope(ctx, 'success:write');
  const state = runStateOf(await listStates(ctx.db, run.id));
  if (state === run.state) return;
  if (state === 'finished') await endRun(ctx, run, { state });
  else await reopenRun(ctx, run);
}

/** @throws 404 */
export async function getRun(ctx: Ctx, id: string): Promise<RunView> {
  requireScope(ctx, 'success:read');
  const row = await store.findRun(ctx.db, id, todayOf(ctx));
  if (!row) throw notFound('run of a playbook', id);
  return show(row);
}

/** Those under way first, the newest first. */
export async function listRuns(ctx: Ctx, query: RunQuery): Promise<Page<RunView>> {
  requireScope(ctx, 'success:read');
  const { rows, total } = await store.listRuns(ctx.db, query, todayOf(ctx));
  return { items: rows.map(show), total, page: query.page, per_page: query.per_page };
}

function show({ playbook_id, playbook_name, account_id, account_name, ...run }: store.RunRow): RunView {
  return {
    ...run,
    playbook: { id: playbook_id, name: playbook_name },
    account: { id: account_id, name: account_name },
    started_at: run.started_at.toISOString(),
    ended_at: run.ended_at?.toISOString() ?? null,
  };
}

/** What runs for a merged account runs for the other; of two runs of one playbook the merged account's is stopped. */
export async function moveRuns(ctx: Ctx, fromId: string, intoId: string): Promise<void> {
  requireScope(ctx, 'customers:write');
  const caring: Ctx = { ...ctx, scopes: new Set([...ctx.scopes, 'success:read', 'success:write']) };
  for (const id of await store.listDoubleRuns(ctx.db, fromId, intoId))
    await stopRun(caring, id, say('playbooks:merged'));
  await store.updateAccountOfRuns(ctx.db, fromId, intoId);
}
