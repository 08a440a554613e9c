import { AppError, invalidField } from '../kernel/errors.ts';
import { promiseRewards } from '../money/rewards/verbs/promise-rewards.ts';
import { findClosedGate } from '../partners/gates/service.ts';
import { termsAt } from '../partners/programmes/model.ts';
import { findProgrammeWithTerms } from '../partners/programmes/service.ts';
import { writeAudit } from '../platform/audit.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { say } from '../platform/locale.ts';

export type Review = { partner_id: string; url: string };

/**
 * A partner published a review, whatever it says: the programme's thank-you is granted. The same address again changes
 * nothing. Returns how many rewards were granted.
 * @throws 404; 409 when the programme is not live or a gate is closed; 422 when it thanks for no reviews
 */
export async function recordReview(ctx: Ctx, programmeId: string, input: Review): Promise<{ granted: number }> {
  requireScope(ctx, 'partners:write');
  return inTransaction(ctx, async (ctx) => {
    const at = ctx.clock.now();
    const { programme, versions } = await findProgrammeWithTerms(ctx, programmeId);
    const rewards = termsAt(versions, at)?.terms.rewards ?? [];
    if (!rewards.some(({ on }) => on === 'review'))
      throw invalidField('partner_id', `${programme.name} thanks for no reviews.`, 'Add a reward for a review first.');
    if (programme.state !== 'live') throw new AppError('conflict', `${programme.name} is ${programme.state}.`);
    const closed = await findClosedGate(ctx, { programme_id: programmeId, partner_id: input.partner_id, at });
    if (closed) throw new AppError('conflict', say(`gates:${closed.params.why}`, closed.params), { gate: closed.gate });
    const grants = await promiseRewards(asDoor(ctx), {
      trigger: 'review',
      programme_id: programmeId,
      partner_id: input.partner_id,
      account_id: null,
      referral_id: null,
      conversion_event_id: null,
      review_url: addressOf(input.url),
      base_minor: 0,
      currency: programme.currency,
      seats: 0,
      at,
    });
    const detail = { programme_id: programmeId, url: input.url, granted: grants.length };
    await writeAudit(ctx, { action: 'review.note', subjectKind: 'partner', subjectId: input.partner_id, detail });
    return { granted: grants.length };
  });
}

/** Two spellings of one page are one review. */
function addressOf(text: string): string {
  const url = URL.parse(text);
  if (!url?.protocol.startsWith('http'))
    throw invalidField('url', 'This is no web address.', 'Copy it from the browser.');
  url.hash = '';
  return url.href.replace(/\/$/, '').slice(0, 500);
}

const asDoor = (ctx: Ctx): Ctx => ({ ...ctx, scopes: new Set([...ctx.scopes, 'track:write'] as const) });
