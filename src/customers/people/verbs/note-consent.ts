import { type Ctx, requireScope } from '../../../platform/ctx.ts';
import { upsertConsents } from '../store.ts';

export type Consent = { person_id: string; purpose: string; granted: boolean; evidence: string };

/** Keeps what a person agreed to or refused now; `evidence`: the words they saw, or where it was said. */
export async function noteConsent(ctx: Ctx, consent: Consent): Promise<void> {
  requireScope(ctx, 'advocates:write');
  await upsertConsents(ctx.db, [{ ...consent, at: ctx.clock.now() }]);
}
