import { notFound } from '../../../kernel/errors.ts';
import type { Page } from '../../../kernel/page.ts';
import { dateIn } from '../../../kernel/time.ts';
import { type Ctx, requireScope, signedInPartner } from '../../../platform/ctx.ts';
import { say } from '../../../platform/locale.ts';
import { STAGES, type Stage } from '../model.ts';
import { nextStages } from '../rules.ts';
import type { ReferralQuery, ReferralView } from '../schema.ts';
import * as store from '../store.ts';

/** A page of referrals, with how many stand in each stage. */
export async function listReferrals(ctx: Ctx, query: ReferralQuery) {
  requireScope(ctx, 'partners:read');
  const [items, counts] = await Promise.all([store.listReferrals(ctx, query), store.countByStage(ctx, query)]);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const page: Page<ReferralView> = {
    items: items.map((referral) => toView(ctx, referral)),
    total: query.stage ? (counts.get(query.stage) ?? 0) : all,
    page: query.page,
    per_page: query.per_page,
  };
  const by_stage = Object.fromEntries(STAGES.map((stage) => [stage, counts.get(stage) ?? 0])) as Record<Stage, number>;
  return { ...page, by_stage };
}

/** One referral with its history. @throws 404 */
export async function getReferral(ctx: Ctx, id: string) {
  requireScope(ctx, 'partners:read');
  const found = await store.findNamed(ctx, id);
  if (!found) throw notFound('referral', id);
  const steps = (await store.listSteps(ctx, id)).map(({ by, actor_id, at, ...step }) => ({
    ...step,
    by:
      by ?? say(`referrals:by.${actor_id}`, { defaultValue: say('referrals:by.partner', { partner: found.partner }) }),
    at: at.toISOString(),
  }));
  return { ...toView(ctx, found), consent_text: found.consent_text, steps };
}

/** The signed-in partner's own referrals, newest first, without the names and notes of sales. */
export async function listOwnReferrals(ctx: Ctx) {
  requireScope(ctx, 'portal:read');
  const partnerId = signedInPartner(ctx);
  const [items, total] = await Promise.all([store.listOwn(ctx, partnerId), store.countOwn(ctx, partnerId)]);
  const own = items.map((referral) => {
    const { owner: _owner, partner: _partner, next_stages: _next, account: _account, ...view } = toView(ctx, referral);
    return view;
  });
  return { items: own, total };
}

export function toView(ctx: Ctx, referral: store.NamedReferral): ReferralView {
  const { stage, lost_reason, answer_by } = referral;
  const said = stage === 'lost' ? `referrals:lost.${lost_reason}` : `referrals:stage_sentence.${stage}`;
  return {
    id: referral.id,
    company_name: referral.company_name,
    contact_name: referral.contact_name,
    contact_email: referral.contact_email,
    note: referral.note,
    source: referral.source,
    programme: { id: referral.programme_id, name: referral.programme },
    partner: { id: referral.partner_id, name: referral.partner },
    stage,
    lost_reason,
    reason: say(said, { company: referral.company_name, answer_by: dateIn(answer_by, 'UTC') }),
    owner: named(referral.owner_id, referral.owner),
    currency: referral.currency,
    expected_value_minor: referral.expected_value_minor,
    account: named(referral.account_id, referral.account),
    next_stages: nextStages(stage),
    is_overdue: stage === 'submitted' && answer_by < ctx.clock.now(),
    answer_by: answer_by.toISOString(),
    protected_until: referral.protected_until.toISOString(),
    submitted_at: referral.submitted_at.toISOString(),
    moved_at: referral.moved_at.toISOString(),
  };
}

function named(id: string | null, name: string | null) {
  return id === null ? null : { id, name: name ?? id };
}
