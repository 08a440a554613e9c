import { notFound } from '../../kernel/errors.ts';
import { writeAudit } from '../../platform/audit.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../platform/ctx.ts';
import { DEFAULT_RULE, type RuleVersion } from './model.ts';
import { checkRule } from './rules/check.ts';
import type { NewRule } from './schema.ts';
import * as store from './store.ts';

const DEFAULT: RuleVersion = {
  id: null,
  version: 1,
  rule: DEFAULT_RULE,
  reason: null,
  is_active: true,
  created_by: null,
  created_at: null,
};

/** What counts as success now. */
export async function getOutcomeRule(ctx: Ctx): Promise<RuleVersion> {
  requireScope(ctx, 'success:read');
  return (await store.findActiveRule(ctx.db)) ?? DEFAULT;
}

/** Every version there was, the newest first; only the default before anybody changed it. */
export async function listOutcomeRules(ctx: Ctx): Promise<RuleVersion[]> {
  requireScope(ctx, 'success:read');
  const found = await store.listRules(ctx.db);
  return found.length > 0 ? found : [DEFAULT];
}

/** Adds a version and puts it in force; with the first, the default is kept so that one can go back. @throws 422. */
export async function saveOutcomeRule(ctx: Ctx, input: NewRule): Promise<RuleVersion> {
  requireScope(ctx, 'success:write');
  checkRule(input.rule);
  return inTransaction(ctx, async (ctx) => {
    await store.lockRules(ctx.db);
    const by = ctx.actor.id;
    const at = ctx.clock.now();
    if (!(await store.findActiveRule(ctx.db)))
      await store.insertRule(ctx.db, { id: newId(ctx, 'successRule'), rule: DEFAULT_RULE, reason: null, by, at });
    const id = newId(ctx, 'successRule');
    await store.insertRule(ctx.db, { id, rule: input.rule, reason: input.reason ?? null, by, at });
    const version = await getOutcomeRule(ctx);
    await audit(ctx, 'success.rule_changed', version);
    return version;
  });
}

/** Puts an earlier version in force again; nothing happens when it is. @throws 404. */
export async function activateOutcomeRule(ctx: Ctx, id: string): Promise<RuleVersion> {
  requireScope(ctx, 'success:write');
  return inTransaction(ctx, async (ctx) => {
    await store.lockRules(ctx.db);
    const version = await store.findRule(ctx.db, id);
    if (!version) throw notFound('success rule', id);
    if (version.is_active) return version;
    await store.activateRule(ctx.db, id);
    await audit(ctx, 'success.rule_activated', version);
    return { ...version, is_active: true };
  });
}

async function audit(ctx: Ctx, action: string, { id, version, rule, reason }: RuleVersion): Promise<void> {
  const detail = { version, rule, reason };
  await writeAudit(ctx, { action, subjectKind: 'success_rule', subjectId: id ?? '', detail });
}

/** A version as it is shown. */
export function showRule({ created_at, ...version }: RuleVersion) {
  return { ...version, created_at: created_at?.toISOString() ?? null };
}
