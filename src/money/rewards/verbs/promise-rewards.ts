import { addDays } from '../../../kernel/time.ts';
import type { RewardTerms } from '../../../partners/programmes/model.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../../platform/ctx.ts';
import { dedupeKey, type Earned, type Grant, subjectOf, type Trigger } from '../model.ts';
import { decideReward, type RewardOutcome, receivingCompany, rewardsOn } from '../rules/decide.ts';
import { yearOf } from '../rules/year.ts';
import { findProgramme, findReferrer, type ProgrammeFacts, paidBefore, type Referrer } from '../store/facts.ts';
import {
  countConverted,
  findLiveMilestone,
  insertGrants,
  insertTrigger,
  lockGrantsOfAccount,
  lockReceiver,
  lockTriggers,
  sumYear,
} from '../store/grants.ts';
import { makeReady } from './make-ready.ts';
import { grantId, moveGrant, noteFirstSteps } from './move-grant.ts';
import { withdraw } from './take-back-rewards.ts';

/** An unpaid promise ends with the binding that made it. */
const PROMISE_DAYS = 365;

type Scene = { earned: Earned; trigger: Trigger; programme: ProgrammeFacts; referrer: Referrer };

/**
 * Grants what the terms promise for an event: to the one who referred, to their company, to the friend, each by itself.
 * A sign-up also promises what the first payment will earn. The same event of the same customer again changes nothing.
 * Returns the grants written or earned now; none when the programme has no rewards or this is not the first payment.
 */
export async function promiseRewards(ctx: Ctx, earned: Earned): Promise<Grant[]> {
  requireScope(ctx, 'track:write');
  return inTransaction(ctx, async (ctx) => {
    const programme = await findProgramme(ctx, earned.programme_id, earned.at);
    const counts = Boolean(programme?.terms.rewards?.length) && !(await isLater(ctx, earned));
    await withdrawOthers(ctx, earned, counts);
    if (!programme || !counts) return [];
    const referrer = await findReferrer(ctx, earned.partner_id);
    const trigger = referrer && (await claim(ctx, earned));
    if (!trigger) return [];
    const scene = { earned, trigger, programme, referrer };
    const known = earned.account_id ? await lockGrantsOfAccount(ctx, earned.account_id) : [];
    const promised = await settlePromises(ctx, scene, known);
    const given = known.filter(({ state }) => state === 'sent' || state === 'delivered');
    const grants = [...(await grantEarned(ctx, scene, { promised, given })), ...(await grantMilestones(ctx, scene))];
    if (earned.trigger === 'signup') await promiseFirstPayment(ctx, scene);
    return grants;
  });
}

async function isLater(ctx: Ctx, { trigger, account_id, at }: Earned): Promise<boolean> {
  return trigger === 'first_payment' && account_id !== null && paidBefore(ctx, account_id, at);
}

/** The event was credited to somebody else before, or counted before an earlier one was known: that goes back. */
async function withdrawOthers(ctx: Ctx, earned: Earned, counts: boolean): Promise<void> {
  const { conversion_event_id, programme_id, partner_id } = earned;
  if (!conversion_event_id) return;
  for (const trigger of await lockTriggers(ctx, { conversion_event_id })) {
    const isSame = trigger.programme_id === programme_id && trigger.partner_id === partner_id;
    if (trigger.taken_back_at === null && !(isSame && counts)) await withdraw(ctx, trigger);
  }
}

/** The event counts once. An earlier payment that reached us later takes the place of the one that was thought first. */
async function claim(ctx: Ctx, earned: Earned): Promise<Trigger | undefined> {
  const wanted = newTrigger(ctx, earned);
  const claimed = await insertTrigger(ctx, wanted);
  if (claimed) return claimed;
  const [first] = await lockTriggers(ctx, {
    programme_id: earned.programme_id,
    subject: wanted.subject,
    trigger: earned.trigger,
  });
  if (!first || first.taken_back_at || first.at <= earned.at) return undefined;
  await withdraw(ctx, first);
  return insertTrigger(ctx, wanted);
}

function newTrigger(ctx: Ctx, { flags: _flags, review_url, ...earned }: Earned): Trigger {
  const subject = subjectOf({ ...earned, review_url });
  return { ...earned, id: newId(ctx, 'rewardTrigger'), subject, taken_back_at: null };
}

/** What the sign-up promised: kept for this partner, ended for anybody else the sale was not credited to. */
async function settlePromises(ctx: Ctx, { earned, programme }: Scene, known: Grant[]): Promise<Map<string, Grant>> {
  if (earned.trigger !== 'first_payment') return new Map();
  const promised = known.filter(({ state }) => state === 'promised');
  const isMine = (grant: Grant) => grant.partner_id === earned.partner_id && grant.programme_id === programme.id;
  for (const grant of promised.filter((grant) => !isMine(grant)))
    await moveGrant(ctx, grant, { to: 'revoked', reason: 'credited_to_another' });
  return new Map(promised.filter(isMine).map((grant) => [grant.reward_key, grant]));
}

type Known = { promised: Map<string, Grant>; given: Grant[] };

/** What was given already for this customer is not given again, whoever is credited now. */
async function grantEarned(ctx: Ctx, scene: Scene, { promised, given }: Known): Promise<Grant[]> {
  const grants: Grant[] = [];
  for (const reward of rewardsOn(scene.programme.terms.rewards ?? [], scene.earned.trigger)) {
    const isGiven = given.some((one) => one.programme_id === scene.programme.id && one.reward_key === reward.key);
    if (!isGiven) grants.push(...(await grant(ctx, scene, reward, promised.get(reward.key))));
  }
  return grants;
}

/** A paying customer may be the one that makes a milestone; each is reached once, until it is taken back. */
async function grantMilestones(ctx: Ctx, scene: Scene): Promise<Grant[]> {
  const { earned, programme, referrer } = scene;
  const rewards = (programme.terms.rewards ?? []).filter(({ on }) => on === 'milestone');
  if (earned.trigger !== 'first_payment' || rewards.length === 0) return [];
  await lockReceiver(ctx, programme.id, referrer.id);
  const converted = await countConverted(ctx, earned);
  const grants: Grant[] = [];
  for (const reward of rewardsOn(rewards, 'milestone', converted)) {
    const key = { programme_id: programme.id, partner_id: referrer.id, reward_key: reward.key };
    if (!(await findLiveMilestone(ctx, key))) grants.push(...(await grant(ctx, scene, reward)));
  }
  return grants;
}

async function grant(ctx: Ctx, scene: Scene, reward: RewardTerms, promised?: Grant): Promise<Grant[]> {
  const outcome = await decide(ctx, scene, reward);
  const facts = {
    state: outcome.state,
    reason: outcome.reason,
    reason_params: {},
    trigger_id: scene.trigger.id,
    amount_minor: outcome.amountMinor,
    quantity: outcome.quantity,
    tax_value_minor: outcome.taxValueMinor,
    earned_at: outcome.state === 'refused' ? null : scene.earned.at,
    ready_at: outcome.readyAt,
    expires_at: null,
    flags: [...(scene.earned.flags ?? [])],
  };
  if (promised) {
    const { state: to, reason, reason_params: _none, ...change } = facts;
    return [await readyIfDue(ctx, await moveGrant(ctx, promised, { to, reason, change }))];
  }
  const [written] = await insertGrants(ctx, [{ ...blank(ctx, scene, reward), ...facts }]);
  if (!written) return [];
  await noteFirstSteps(ctx, [written]);
  return [await readyIfDue(ctx, written)];
}

async function readyIfDue(ctx: Ctx, grant: Grant): Promise<Grant> {
  const isDue = grant.state === 'earned' && grant.ready_at !== null && grant.ready_at <= ctx.clock.now();
  return isDue ? makeReady(ctx, grant) : grant;
}

/** The reward's amount after its caps; whoever gets it is locked while the year is counted. */
async function decide(ctx: Ctx, scene: Scene, reward: RewardTerms): Promise<RewardOutcome> {
  const { earned, programme, referrer } = scene;
  const companyId = companyOf(scene, reward);
  const isCapped = reward.cap_per_year !== undefined || reward.give.kind === 'free_months';
  const of = {
    programme_id: programme.id,
    reward_key: reward.key,
    receiver: reward.to,
    partner_id: referrer.id,
    receiver_account_id: companyId,
    ...yearOf(earned.at, programme.zone),
  };
  if (isCapped) await lockReceiver(ctx, programme.id, reward.to === 'referrer' ? referrer.id : (companyId ?? ''));
  return decideReward(reward, {
    at: earned.at,
    seats: earned.seats,
    holdDays: programme.terms.hold_days,
    flags: earned.flags ?? [],
    companyId,
    yearSoFar: isCapped ? await sumYear(ctx, of) : { grants: 0, quantity: 0 },
  });
}

function companyOf({ earned, referrer }: Scene, { to }: RewardTerms): string | null {
  return receivingCompany(to, { own: referrer.account_id, friend: earned.account_id });
}

async function promiseFirstPayment(ctx: Ctx, scene: Scene): Promise<void> {
  const rewards = rewardsOn(scene.programme.terms.rewards ?? [], 'first_payment');
  const expires_at = addDays(scene.earned.at, PROMISE_DAYS);
  const written = await insertGrants(
    ctx,
    rewards.map((reward) => ({ ...blank(ctx, scene, reward), trigger_id: null, expires_at })),
  );
  await noteFirstSteps(ctx, written);
}

function blank(ctx: Ctx, scene: Scene, reward: RewardTerms): Grant {
  const { earned, programme, referrer } = scene;
  const about = { ...earned, trigger: reward.on, subject: subjectOf(earned) };
  return {
    id: grantId(ctx),
    dedupe_key: dedupeKey(about, reward.key),
    trigger_id: scene.trigger.id,
    programme_id: programme.id,
    partner_id: referrer.id,
    account_id: earned.account_id,
    referral_id: earned.referral_id,
    reward_key: reward.key,
    reward,
    kind: reward.give.kind,
    receiver: reward.to,
    receiver_account_id: companyOf(scene, reward),
    currency: programme.currency,
    amount_minor: 0,
    quantity: 0,
    tax_value_minor: 0,
    used_minor: null,
    state: 'promised',
    reason: 'promised',
    reason_params: {},
    flags: [],
    promised_at: earned.at,
    earned_at: null,
    ready_at: null,
    due_on: null,
    expires_at: null,
    sent_at: null,
    told_at: null,
    delivered_at: null,
    waits_for: null,
    gift_id: null,
    tracking: null,
    code_sealed: null,
  };
}
