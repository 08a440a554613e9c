import { AppError, invalidField, notFound } from '../../kernel/errors.ts';
import type { Page, PageQuery } from '../../kernel/page.ts';
import { writeAudit } from '../../platform/audit.ts';
import { compute } from '../../platform/compute.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../platform/ctx.ts';
import type { Played, Scenario, ScenarioInput, ScenarioResult } from './model.ts';
import type { playScenario as play } from './rules/play.ts';
import type { NewScenario, ScenarioChange } from './schema.ts';
import * as store from './store.ts';
import { speak } from './verbs/describe.ts';

/** Plays a scenario in a thread of its own; what is impossible is an answer, not an error. */
export async function playScenario(ctx: Ctx, input: ScenarioInput): Promise<ScenarioResult> {
  requireScope(ctx, 'programmes:read');
  return compute<typeof play>(new URL('./rules/play.ts', import.meta.url), 'playScenario', input);
}

/** @throws 422 naming the field of an impossible scenario. */
async function playOrRefuse(ctx: Ctx, input: ScenarioInput): Promise<Played> {
  const result = await playScenario({ ...ctx, scopes: new Set(['programmes:read']) }, input);
  if (result.outcome === 'played') return result;
  throw invalidField(`input.${result.field}`, speak(result.said));
}

/** Saved scenarios, the one changed last first. */
export async function listScenarios(ctx: Ctx, query: PageQuery & { q?: string | undefined }): Promise<Page<Scenario>> {
  requireScope(ctx, 'programmes:read');
  return { ...(await store.listScenarios(ctx.db, query)), page: query.page, per_page: query.per_page };
}

/** @throws 404 */
export async function getScenario(ctx: Ctx, id: string): Promise<Scenario> {
  requireScope(ctx, 'programmes:read');
  const found = await store.findScenario(ctx.db, id);
  if (!found) throw notFound('scenario', id);
  return found;
}

/** Keeps a scenario under a name, with the answer it gives now. @throws 409 for a name in use, 422 when impossible */
export async function saveScenario(ctx: Ctx, { name, input }: NewScenario): Promise<Scenario> {
  requireScope(ctx, 'programmes:write');
  const result = await playOrRefuse(ctx, input);
  return inTransaction(ctx, async (ctx) => {
    await store.lockScenarios(ctx.db);
    await refuseTakenName(ctx, name);
    return insert(ctx, { name, input, result });
  });
}

async function insert(ctx: Ctx, kept: Pick<Scenario, 'name' | 'input' | 'result'>): Promise<Scenario> {
  const now = ctx.clock.now();
  const by = ctx.actor.id;
  const scenario = {
    ...kept,
    id: newId(ctx, 'scenario'),
    created_by: by,
    created_at: now,
    updated_by: by,
    updated_at: now,
  };
  await store.insertScenario(ctx.db, scenario);
  await audit(ctx, 'scenario.created', scenario, { name: kept.name });
  return scenario;
}

/** @throws 404, 409 for a name in use, 422 when impossible */
export async function changeScenario(ctx: Ctx, id: string, change: ScenarioChange): Promise<Scenario> {
  requireScope(ctx, 'programmes:write');
  const result = change.input && (await playOrRefuse(ctx, change.input));
  return inTransaction(ctx, async (ctx) => {
    await store.lockScenarios(ctx.db);
    const before = await getScenario(reading(ctx), id);
    if (change.name !== undefined) await refuseTakenName(ctx, change.name, id);
    const scenario = {
      ...before,
      name: change.name ?? before.name,
      input: change.input ?? before.input,
      result: result ?? before.result,
      updated_by: ctx.actor.id,
      updated_at: ctx.clock.now(),
    };
    await store.updateScenario(ctx.db, scenario);
    await audit(ctx, 'scenario.changed', scenario, { name: scenario.name, before: before.name });
    return scenario;
  });
}

/** The same scenario under a new name ("… (copy)"). @throws 404 */
export async function duplicateScenario(ctx: Ctx, id: string): Promise<Scenario> {
  requireScope(ctx, 'programmes:write');
  return inTransaction(ctx, async (ctx) => {
    await store.lockScenarios(ctx.db);
    const { name, input, result } = await getScenario(reading(ctx), id);
    return insert(ctx, { name: await freeName(ctx, name), input, result });
  });
}

/** Terms made from it keep their forecast. @throws 404 */
export async function deleteScenario(ctx: Ctx, id: string): Promise<void> {
  requireScope(ctx, 'programmes:write');
  return inTransaction(ctx, async (ctx) => {
    const scenario = await getScenario(reading(ctx), id);
    await store.deleteScenario(ctx.db, id);
    await audit(ctx, 'scenario.deleted', scenario, { name: scenario.name });
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

async function refuseTakenName(ctx: Ctx, name: string, own?: string): Promise<void> {
  const taken = await store.findByName(ctx.db, name);
  if (!taken || taken === own) return;
  throw new AppError('conflict', `There is a scenario named ${name} already.`, { field: 'name', scenario_id: taken });
}

/** Whoever may write may read what is written. */
function reading(ctx: Ctx): Ctx {
  return { ...ctx, scopes: new Set([...ctx.scopes, 'programmes:read']) };
}

function audit(ctx: Ctx, action: string, { id }: Scenario, detail: object): Promise<void> {
  return writeAudit(ctx, { action, subjectKind: 'scenario', subjectId: id, detail });
}
