import { type Ctx, requireScope } from '../../../platform/ctx.ts';
import { findDeferred, insertDeferred } from '../store/deferred-leads.ts';

/** A lead is announced with its click, and confirmed later. The first click of an account stays. */
export function deferLead(ctx: Ctx, accountExternalId: string, clickToken: string): Promise<void> {
  requireScope(ctx, 'track:write');
  return insertDeferred(ctx, accountExternalId, clickToken);
}

/** The click that an account was announced with. */
export function deferredClick(ctx: Ctx, accountExternalId: string): Promise<string | undefined> {
  requireScope(ctx, 'track:write');
  return findDeferred(ctx, accountExternalId);
}
