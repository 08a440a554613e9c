import { normaliseEmail } from '../../kernel/email.ts';
import { invalidField, notFound } from '../../kernel/errors.ts';
import { writeAudit } from '../../platform/audit.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../platform/ctx.ts';
import { emit } from '../../platform/outbox.ts';
import { databaseError } from '../../platform/postgres.ts';
import type { Partner, PartnerState, StateChange } from './model.ts';
import { checkTransition } from './rules.ts';
import type { CreatePartner } from './schema.ts';
import * as store from './store.ts';

/**
 * Makes a partner, or returns the one that already has the mailbox (every spelling of it is one partner).
 * An existing partner keeps its name and state, except that `invited` becomes `approved` when that is asked for.
 * @throws 422 naming `account_id` or `person_id` when there is none of that id
 */
export async function createPartner(ctx: Ctx, input: CreatePartner): Promise<Partner> {
  requireScope(ctx, 'partners:write');
  return inTransaction(ctx, async (ctx) => {
    const { partner, inserted } = await store.insertPartner(ctx, newPartner(ctx, input));
    if (inserted) {
      await recordState(ctx, partner, input.reason);
      await writeAudit(ctx, { action: 'partner.create', subjectKind: 'partner', subjectId: partner.id });
      return partner;
    }
    const linked = await linkToCustomer(ctx, partner, input);
    const promote = partner.state === 'invited' && input.state === 'approved';
    return promote ? moveTo(ctx, linked, 'approved', input.reason) : linked;
  }).catch(refuseUnknown);
}

/** What the database alone can tell. */
function refuseUnknown(error: unknown): never {
  const found = databaseError(error);
  const [, what] = /^partners_(account|person)_id_fkey$/.exec(found?.constraint ?? '') ?? [];
  if (found?.code !== '23503' || !what) throw error;
  throw invalidField(`${what}_id`, `There is no ${what} of this id here.`);
}

function newPartner(ctx: Ctx, input: CreatePartner): Partner {
  const now = ctx.clock.now();
  const state = input.state ?? 'invited';
  return {
    id: newId(ctx, 'partner'),
    kind: input.kind,
    name: input.name.trim(),
    email: input.email.trim(),
    email_normalised: normaliseEmail(input.email),
    account_id: input.account_id ?? null,
    person_id: input.person_id ?? null,
    state,
    approved_at: state === 'approved' ? now : null,
    country: input.country ?? null,
    categories: input.categories ?? [],
    created_at: now,
    updated_at: now,
  };
}

/** An affiliate who turns out to be a customer's person is known as such from now on. */
async function linkToCustomer(ctx: Ctx, partner: Partner, input: CreatePartner): Promise<Partner> {
  const account_id = partner.account_id ?? input.account_id ?? null;
  const person_id = partner.person_id ?? input.person_id ?? null;
  if (account_id === partner.account_id && person_id === partner.person_id) return partner;
  await store.updatePartner(ctx, partner.id, { account_id, person_id });
  return { ...partner, account_id, person_id };
}

/** The partner may earn from now on. */
export async function approvePartner(ctx: Ctx, id: string, input: { reason?: string } = {}): Promise<Partner> {
  return changeState(ctx, id, 'approved', input.reason);
}

/** Links stop working and new sales earn nothing; what was earned stays. */
export async function suspendPartner(ctx: Ctx, id: string, input: { reason: string }): Promise<Partner> {
  return changeState(ctx, id, 'suspended', input.reason);
}

/** A suspended partner may earn again from now on. */
export async function reinstatePartner(ctx: Ctx, id: string, input: { reason: string }): Promise<Partner> {
  return changeState(ctx, id, 'approved', input.reason);
}

/** It ends for good: links stop working, nothing new is earned; what was earned stays and is paid. */
export async function closePartner(ctx: Ctx, id: string, input: { reason: string }): Promise<Partner> {
  return changeState(ctx, id, 'closed', input.reason);
}

async function changeState(ctx: Ctx, id: string, state: PartnerState, reason?: string): Promise<Partner> {
  requireScope(ctx, 'partners:write');
  return inTransaction(ctx, async (ctx) => {
    const partner = await store.lockPartner(ctx, id);
    if (!partner) throw notFound('partner', id);
    return partner.state === state ? partner : moveTo(ctx, partner, state, reason);
  });
}

async function moveTo(ctx: Ctx, partner: Partner, state: PartnerState, reason?: string): Promise<Partner> {
  checkTransition(partner, state);
  const approved_at = partner.approved_at ?? (state === 'approved' ? ctx.clock.now() : null);
  await store.updatePartner(ctx, partner.id, { state, approved_at });
  const moved = { ...partner, state, approved_at };
  await recordState(ctx, moved, reason);
  await writeAudit(ctx, {
    action: `partner.${state}`,
    subjectKind: 'partner',
    subjectId: partner.id,
    detail: { from: partner.state, reason },
  });
  await emit(ctx, 'partner.state_changed', { partner_id: partner.id, state });
  return moved;
}

async function recordState(ctx: Ctx, partner: Partner, reason?: string): Promise<void> {
  const change: StateChange = {
    partner_id: partner.id,
    state: partner.state,
    at: ctx.clock.now(),
    actor_id: ctx.actor.id,
    reason: reason ?? null,
  };
  await store.insertState(ctx, change);
}

export async function getPartner(ctx: Ctx, id: string): Promise<{ partner: Partner; states: StateChange[] }> {
  requireScope(ctx, 'partners:read');
  const partner = await store.findPartner(ctx, id);
  if (!partner) throw notFound('partner', id);
  return { partner, states: await store.listStates(ctx, [id]) };
}
