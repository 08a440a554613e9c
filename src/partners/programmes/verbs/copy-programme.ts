import { type Ctx, newId, requireScope } from '../../../platform/ctx.ts';
import type { Programme, Terms } from '../model.ts';
import * as store from '../store.ts';

/** A programme like another one but for its terms, in force since ever: for trying terms in a transaction that is undone. */
export async function copyProgramme(ctx: Ctx, programme: Programme, terms: Terms): Promise<string> {
  requireScope(ctx, 'settings:write');
  const id = newId(ctx, 'programme');
  const now = ctx.clock.now();
  await store.insertProgramme(ctx, { ...programme, id, slug: id.toLowerCase().replace('_', '-') });
  const version = { programme_id: id, version: 1, effective_at: new Date(0), needs_acceptance: false, terms };
  await store.insertTerms(ctx, { ...version, id: newId(ctx, 'terms'), created_by: ctx.actor.id, created_at: now });
  return id;
}
