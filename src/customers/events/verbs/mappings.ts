import { notFound } from '../../../kernel/errors.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, requireScope } from '../../../platform/ctx.ts';
import type { EventRules, Mapping, Unlisted } from '../model.ts';
import { deleteMapping, findUnlisted, listMappings, putUnlisted, upsertMapping } from '../store/mappings.ts';

/** How event names become features, as it stands now. */
export async function eventRules(ctx: Ctx): Promise<EventRules> {
  requireScope(ctx, 'customers:read');
  const mappings = await listMappings(ctx);
  const unlisted = (await findUnlisted(ctx)) ?? 'count';
  return { unlisted, mappings: new Map(mappings.map((mapping) => [mapping.event_name, mapping])) };
}

/** Says what an event counts as from here on; what was counted before stays as it is. */
export function saveMapping(ctx: Ctx, mapping: Mapping): Promise<void> {
  requireScope(ctx, 'customers:write');
  return inTransaction(ctx, async (ctx) => {
    await upsertMapping(ctx, mapping);
    const { event_name: subjectId, ...detail } = mapping;
    await writeAudit(ctx, { action: 'event_mapping.saved', subjectKind: 'event_mapping', subjectId, detail });
  });
}

/** @throws 404 when nothing is said of the event */
export function removeMapping(ctx: Ctx, eventName: string): Promise<void> {
  requireScope(ctx, 'customers:write');
  return inTransaction(ctx, async (ctx) => {
    if (!(await deleteMapping(ctx, eventName))) throw notFound('mapping of the event', eventName);
    await writeAudit(ctx, { action: 'event_mapping.removed', subjectKind: 'event_mapping', subjectId: eventName });
  });
}

/** Says whether events that nobody listed count under their own name, or wait. */
export function saveUnlisted(ctx: Ctx, unlisted: Unlisted): Promise<void> {
  requireScope(ctx, 'customers:write');
  return inTransaction(ctx, async (ctx) => {
    await putUnlisted(ctx, unlisted);
    const detail = { unlisted };
    await writeAudit(ctx, {
      action: 'event_settings.saved',
      subjectKind: 'event_settings',
      subjectId: 'events',
      detail,
    });
  });
}
