import type { Scope } from '../kernel/scopes.ts';
import { accrueForLead } from '../money/commissions/verbs/accrue-lead.ts';
import { promiseRewards } from '../money/rewards/verbs/promise-rewards.ts';
import { findClosedGate } from '../partners/gates/service.ts';
import { findProgrammeWithTerms } from '../partners/programmes/service.ts';
import type { Referral } from '../partners/referrals/model.ts';
import type { MoveReferral } from '../partners/referrals/schema.ts';
import { takeOverdue } from '../partners/referrals/verbs/assign-referral.ts';
import { type Moved, moveReferral, winReferral } from '../partners/referrals/verbs/move-referral.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { mailAboutReferral, mailPartner } from './referral-mails.ts';

/** The job that reports referrals nobody answered in time. */
export const REMIND_REFERRALS = { name: 'remind-referrals', cron: '23 * * * *' };

/** What follows from a move by itself, whoever made it. */
const TO_SETTLE: Scope[] = ['settings:read', 'partners:read', 'programmes:read', 'track:write'];

/** Sales move a referral along; who referred it and who takes it over are told. */
export function settleReferral(ctx: Ctx, id: string, input: MoveReferral): Promise<Moved> {
  requireScope(ctx, 'partners:write');
  return inTransaction(ctx, async (ctx) => {
    const moved = await moveReferral(ctx, id, input);
    await follow(ctx, moved);
    return moved;
  });
}

/** An account somebody referred has paid: the referral is won. */
export async function winByPayment(ctx: Ctx, accountId: string): Promise<void> {
  requireScope(ctx, 'track:write');
  const moved = await winReferral(ctx, accountId);
  if (moved) await follow(ctx, moved);
}

async function follow(outer: Ctx, { referral, passed }: Moved): Promise<void> {
  const ctx = { ...outer, scopes: new Set([...outer.scopes, ...TO_SETTLE]) };
  if (referral.stage !== 'lost') await earn(ctx, referral);
  if (passed.includes('qualified')) await reward(ctx, referral);
  if (passed.includes('accepted')) await mailAboutReferral(ctx, referral, 'hand_off');
  if (passed.some((stage) => stage !== 'qualified' && stage !== 'meeting')) await mailPartner(ctx, referral);
}

/** What the stage itself pays, when the programme pays for leads. */
async function earn(ctx: Ctx, referral: Referral): Promise<void> {
  const { id: referral_id, programme_id, partner_id, account_id, stage, moved_at: at } = referral;
  const closedGate = await findClosedGate(ctx, { programme_id, partner_id, at });
  const lead = { referral_id, programme_id, partner_id, account_id, stage, at };
  await accrueForLead(ctx, closedGate ? { ...lead, closedGate } : lead);
}

/** A lead that may count again under an account keeps its own name, so that nothing is promised twice. */
async function reward(ctx: Ctx, { id: referral_id, programme_id, partner_id, moved_at: at }: Referral): Promise<void> {
  const { programme } = await findProgrammeWithTerms(ctx, programme_id);
  const who = { programme_id, partner_id, account_id: null, referral_id, conversion_event_id: null };
  const worth = { base_minor: 0, currency: programme.currency, seats: 0 };
  await promiseRewards(ctx, { trigger: 'qualified_lead', ...who, ...worth, at });
}

/** Reports each referral whose promised answer is late, once. Returns how many. */
export function remindOfReferrals(ctx: Ctx): Promise<number> {
  requireScope(ctx, 'partners:write');
  return inTransaction(ctx, async (ctx) => {
    const overdue = await takeOverdue(ctx);
    for (const referral of overdue) await mailAboutReferral(ctx, referral, 'overdue');
    return overdue.length;
  });
}
