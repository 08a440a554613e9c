import { sql } from 'kysely';
import type { RewardKind, RewardReceiver, RewardTerms } from '../../../partners/programmes/model.ts';
import type { Ctx } from '../../../platform/ctx.ts';
import type { Grant, GrantState, Trigger, YearSoFar } from '../model.ts';

type Row = Omit<Grant, 'reward' | 'reason_params' | 'kind' | 'receiver' | 'state' | 'waits_for'> & {
  reward: unknown;
  reason_params: unknown;
  kind: string;
  receiver: string;
  state: string;
  waits_for: string | null;
};

export function toGrant(row: Row): Grant {
  return {
    ...row,
    reward: row.reward as RewardTerms,
    reason_params: row.reason_params as Record<string, unknown>,
    kind: row.kind as RewardKind,
    receiver: row.receiver as RewardReceiver,
    state: row.state as GrantState,
    waits_for: row.waits_for as Grant['waits_for'],
  };
}

/** Inserts unless the same event of the same customer is known; undefined when it is. */
export async function insertTrigger(ctx: Ctx, trigger: Trigger): Promise<Trigger | undefined> {
  const row = await ctx.db
    .insertInto('reward_triggers')
    .values({ ...trigger, created_at: ctx.clock.now() })
    .onConflict((oc) => oc.columns(['programme_id', 'trigger', 'subject']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row && trigger;
}

export type TriggerKey =
  | { conversion_event_id: string }
  | { programme_id: string; subject: string; trigger: Trigger['trigger'] };

/** The events of this key that earned rewards, locked: refunds and late arrivals about them take turns. */
export async function lockTriggers(ctx: Ctx, key: TriggerKey): Promise<Trigger[]> {
  let query = ctx.db.selectFrom('reward_triggers').selectAll();
  for (const [column, value] of Object.entries(key)) query = query.where(column as 'subject', '=', value);
  const rows = await query.orderBy('id').forUpdate().execute();
  return rows.map((row) => ({ ...row, trigger: row.trigger as Trigger['trigger'] }));
}

/** The event never counted: its place is free for another. */
export async function withdrawTrigger(ctx: Ctx, { id, subject }: Trigger): Promise<void> {
  await ctx.db
    .updateTable('reward_triggers')
    .set({ taken_back_at: ctx.clock.now(), subject: `${subject}:${id}` })
    .where('id', '=', id)
    .execute();
}

export async function markTakenBack(ctx: Ctx, ids: string[]): Promise<void> {
  await ctx.db
    .updateTable('reward_triggers')
    .set({ taken_back_at: ctx.clock.now() })
    .where('id', 'in', ids)
    .where('taken_back_at', 'is', null)
    .execute();
}

/** How many customers this partner brought who paid and were not refunded. */
export async function countConverted(ctx: Ctx, about: { programme_id: string; partner_id: string }): Promise<number> {
  const { n } = await ctx.db
    .selectFrom('reward_triggers')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('programme_id', '=', about.programme_id)
    .where('partner_id', '=', about.partner_id)
    .where('trigger', '=', 'first_payment')
    .where('taken_back_at', 'is', null)
    .executeTakeFirstOrThrow();
  return n;
}

/** Whether the partner has reached this milestone and it was not taken back. */
export async function findLiveMilestone(
  ctx: Ctx,
  about: { programme_id: string; partner_id: string; reward_key: string },
): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('grants')
    .select('id')
    .where('programme_id', '=', about.programme_id)
    .where('partner_id', '=', about.partner_id)
    .where('reward_key', '=', about.reward_key)
    .where('state', 'not in', ['revoked', 'expired'])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Inserts grants that are not there yet; returns those written now. */
export async function insertGrants(ctx: Ctx, grants: readonly Grant[]): Promise<Grant[]> {
  if (grants.length === 0) return [];
  const rows = await ctx.db
    .insertInto('grants')
    .values(
      grants.map((grant) => ({
        ...grant,
        reward: JSON.stringify(grant.reward),
        reason_params: JSON.stringify(grant.reason_params),
        created_at: ctx.clock.now(),
      })),
    )
    .onConflict((oc) => oc.column('dedupe_key').doNothing())
    .returning('id')
    .execute();
  const written = new Set(rows.map(({ id }) => id));
  return grants.filter(({ id }) => written.has(id));
}

export type GrantChange = Partial<Omit<Grant, 'id' | 'dedupe_key' | 'reward' | 'reason_params' | 'programme_id'>> & {
  reason_params?: Record<string, unknown>;
};

export async function updateGrant(ctx: Ctx, id: string, change: GrantChange): Promise<void> {
  const { reason_params, ...rest } = change;
  await ctx.db
    .updateTable('grants')
    .set({ ...rest, ...(reason_params ? { reason_params: JSON.stringify(reason_params) } : {}) })
    .where('id', '=', id)
    .execute();
}

/** Revoked ones whose event may be decided again keep no place that another could take. */
export async function freeGrants(ctx: Ctx, grants: readonly Grant[]): Promise<void> {
  for (const { id } of grants)
    await sql`update grants set dedupe_key = dedupe_key || '#' || id where id = ${id}`.execute(ctx.db);
}

export type Step = Pick<Grant, 'state' | 'reason' | 'reason_params'> & {
  grant_id: string;
  from_state: GrantState | null;
};

export async function insertSteps(ctx: Ctx, steps: readonly Step[]): Promise<void> {
  if (steps.length === 0) return;
  await ctx.db
    .insertInto('grant_changes')
    .values(
      steps.map((step) => ({
        ...step,
        reason_params: JSON.stringify(step.reason_params),
        actor_kind: ctx.actor.kind,
        actor_id: ctx.actor.id,
        at: ctx.clock.now(),
      })),
    )
    .execute();
}

export async function countSteps(ctx: Ctx, grantId: string): Promise<number> {
  const { n } = await ctx.db
    .selectFrom('grant_changes')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('grant_id', '=', grantId)
    .executeTakeFirstOrThrow();
  return n;
}

/** The grants, locked in one order. */
export async function lockGrants(ctx: Ctx, ids: readonly string[]): Promise<Grant[]> {
  if (ids.length === 0) return [];
  const query = ctx.db.selectFrom('grants').selectAll().where('id', 'in', ids).orderBy('id').forUpdate();
  return (await query.execute()).map(toGrant);
}

/** Every grant of a referred account, locked. */
export async function lockGrantsOfAccount(ctx: Ctx, accountId: string): Promise<Grant[]> {
  const rows = await ctx.db
    .selectFrom('grants')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(toGrant);
}

/** The oldest grants whose waiting time is over, locked; two takers never share one. */
export async function lockDue(ctx: Ctx, at: Date, limit: number): Promise<Grant[]> {
  const rows = await ctx.db
    .selectFrom('grants')
    .selectAll()
    .where('state', '=', 'earned')
    .where('ready_at', '<=', at)
    .orderBy('ready_at')
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(toGrant);
}

/** Promises nobody earned in time, and gifts nobody said where to send, locked. */
export async function lockLapsed(ctx: Ctx, at: Date, limit: number): Promise<Grant[]> {
  const rows = await ctx.db
    .selectFrom('grants')
    .selectAll()
    .where('expires_at', '<=', at)
    .where((eb) =>
      eb.or([eb('state', '=', 'promised'), eb.and([eb('state', '=', 'ready'), eb('waits_for', '=', 'address')])]),
    )
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map(toGrant);
}

/**
 * Sent before `before` and still under way, whose receivers were told or not: the grants' ids, oldest first. A card
 * its receiver was told of is under way until its code is read.
 */
export async function listUnderWay(ctx: Ctx, before: Date, limit: number, told = false): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('grants')
    .select('id')
    .where('state', '=', 'sent')
    .where('sent_at', '<=', before)
    .where('told_at', told ? 'is not' : 'is', null)
    .where('kind', '<>', told ? 'gift_card' : '')
    .orderBy('sent_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

/** Credits that wait for the company's next annual invoice, oldest first, locked. */
export async function lockCredits(ctx: Ctx, accountId: string, currency: string): Promise<Grant[]> {
  const rows = await ctx.db
    .selectFrom('grants')
    .selectAll()
    .where('kind', '=', 'company_credit')
    .where('receiver_account_id', '=', accountId)
    .where('currency', '=', currency)
    .where('state', 'in', ['ready', 'sent'])
    .orderBy('earned_at')
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(toGrant);
}

/** Receivers take turns while their year is counted, so that two referrals at once cannot both take the last place. */
export async function lockReceiver(ctx: Ctx, programmeId: string, receiver: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`rewards:${programmeId}:${receiver}`}, 0))`.execute(ctx.db);
}

export type YearOf = {
  programme_id: string;
  reward_key: string;
  receiver: RewardReceiver;
  partner_id: string;
  receiver_account_id: string | null;
  /** [from, to): the calendar year in the programme's zone. */
  from: Date;
  to: Date;
};

/** What one receiver got of one reward in a year, without what was taken back or never owed. Nobody's is nothing. */
export async function sumYear(ctx: Ctx, of: YearOf): Promise<YearSoFar> {
  const mine =
    of.receiver === 'referrer'
      ? sql`partner_id = ${of.partner_id}`
      : sql`receiver_account_id = ${of.receiver_account_id}`;
  const { rows } = await sql<YearSoFar>`
    select count(*)::int as grants, coalesce(sum(quantity), 0)::int as quantity from grants
    where programme_id = ${of.programme_id} and reward_key = ${of.reward_key} and receiver = ${of.receiver} and ${mine}
      and earned_at >= ${of.from} and earned_at < ${of.to}
      and state not in ('promised', 'refused', 'revoked', 'expired')`.execute(ctx.db);
  return rows[0] ?? { grants: 0, quantity: 0 };
}
