import { recogniseNeeds } from '../customers/needs/rules/recognise.ts';
import { addNamedNeeds, listNeeds, recordSightings } from '../customers/needs/service.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { namedInRecords, sayings } from '../reports/needs/sayings.ts';

export type Suggested = { texts: number; seen: number; added: number };

/** Looks through records, answers and tickets for the words of pain points and use cases; what somebody decided stays. */
export async function suggestNeeds(ctx: Ctx): Promise<Suggested> {
  requireScope(ctx, 'customers:write');
  const needs = await listNeeds(ctx);
  const said = await sayings(ctx);
  const sightings = recogniseNeeds(needs, said);
  return { texts: said.length, seen: sightings.length, added: await recordSightings(ctx, sightings) };
}

/** Makes pain points and use cases of what customers' records name, and notes who has them. */
export async function takeOverNeeds(ctx: Ctx): Promise<Suggested & { made: number }> {
  requireScope(ctx, 'customers:write');
  return inTransaction(ctx, async (ctx) => {
    const made = await addNamedNeeds(ctx, await namedInRecords(ctx));
    return { made, ...(await suggestNeeds(ctx)) };
  });
}
