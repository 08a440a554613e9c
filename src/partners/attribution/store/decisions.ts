import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import type { AccruedFacts, BindingFacts, Considered, Decision, Flag, Rule } from '../model.ts';

export type StoredDecision = {
  id: string;
  conversion_event_id: string;
  account_id: string;
  rule: Rule;
  outcome: Decision['outcome'];
  reason: string;
  reason_params: Record<string, string | number>;
  partner_id: string | null;
  programme_id: string | null;
  considered: { candidates: Considered[]; flags: Flag[] };
  flags: string[];
  accrued: boolean;
  decided_at: Date;
};

/** Writes the decision of an event; an older one of the same event is kept in `earlier`. Returns its id. */
export async function upsertDecision(
  ctx: Ctx,
  row: { id: string; conversion_event_id: string; account_id: string; binding_id: string | null },
  decision: Decision,
): Promise<string> {
  const now = ctx.clock.now();
  const stored = await ctx.db
    .insertInto('attribution_decisions')
    .values({
      ...row,
      rule: decision.rule,
      outcome: decision.outcome,
      reason: decision.reason,
      reason_params: JSON.stringify(decision.reason_params),
      partner_id: decision.partner_id,
      programme_id: decision.programme_id,
      considered: JSON.stringify({ candidates: decision.considered, flags: decision.flags }),
      flags: decision.flags.map(({ code }) => code),
      decided_at: now,
    })
    .onConflict((oc) =>
      oc.column('conversion_event_id').doUpdateSet((eb) => ({
        rule: eb.ref('excluded.rule'),
        outcome: eb.ref('excluded.outcome'),
        reason: eb.ref('excluded.reason'),
        reason_params: eb.ref('excluded.reason_params'),
        partner_id: eb.ref('excluded.partner_id'),
        programme_id: eb.ref('excluded.programme_id'),
        binding_id: eb.ref('excluded.binding_id'),
        considered: eb.ref('excluded.considered'),
        flags: eb.ref('excluded.flags'),
        decided_at: eb.ref('excluded.decided_at'),
        earlier: sql`attribution_decisions.earlier || case when (attribution_decisions.outcome, attribution_decisions.reason,
          attribution_decisions.partner_id) is not distinct from (excluded.outcome, excluded.reason, excluded.partner_id)
          then '[]'::jsonb else jsonb_build_array(jsonb_build_object(
          'decided_at', attribution_decisions.decided_at, 'rule', attribution_decisions.rule,
          'outcome', attribution_decisions.outcome, 'reason', attribution_decisions.reason,
          'partner_id', attribution_decisions.partner_id)) end`,
      })),
    )
    .returning('id')
    .executeTakeFirstOrThrow();
  return stored.id;
}

export async function findDecision(ctx: Ctx, eventId: string): Promise<StoredDecision | undefined> {
  const row = await ctx.db
    .selectFrom('attribution_decisions')
    .selectAll()
    .where('conversion_event_id', '=', eventId)
    .executeTakeFirst();
  return row && (row as unknown as StoredDecision);
}

export async function findDecisionById(ctx: Ctx, id: string): Promise<StoredDecision | undefined> {
  const row = await ctx.db.selectFrom('attribution_decisions').selectAll().where('id', '=', id).executeTakeFirst();
  return row && (row as unknown as StoredDecision);
}

export async function listCredited(
  ctx: Ctx,
  programmeId: string,
  since: Date,
): Promise<(StoredDecision & { invoice_id: string })[]> {
  const { rows } = await sql<StoredDecision & { invoice_id: string }>`
    select d.*, i.id as invoice_id from attribution_decisions d
    join conversion_events e on e.id = d.conversion_event_id
    join invoices i on i.source = e.source and i.external_id = e.invoice_external_id
    where d.programme_id = ${programmeId} and d.outcome = 'credited' and e.kind = 'invoice'
      and e.occurred_at >= ${since}
    order by e.occurred_at, e.event_id`.execute(ctx.db);
  return rows;
}

export async function updateAccrued(ctx: Ctx, decisionId: string, accrued: boolean): Promise<void> {
  await ctx.db.updateTable('attribution_decisions').set({ accrued }).where('id', '=', decisionId).execute();
}

/** Only the events named keep their part in an episode. */
export async function clearAccrued(ctx: Ctx, accountId: string, exceptEventIds: readonly string[]): Promise<void> {
  await sql`update attribution_decisions set accrued = false
    where account_id = ${accountId} and accrued and not conversion_event_id = any(${[...exceptEventIds]})`.execute(
    ctx.db,
  );
}

/** Bindings and decisions of a merged account. */
export async function moveDecisions(ctx: Ctx, fromId: string, intoId: string): Promise<void> {
  for (const table of ['bindings', 'attribution_decisions'] as const)
    await ctx.db.updateTable(table).set({ account_id: intoId }).where('account_id', '=', fromId).execute();
}

/** The account's invoices that earned somebody a commission. */
export async function listAccrued(ctx: Ctx, accountId: string): Promise<AccruedFacts[]> {
  const rows = await ctx.db
    .selectFrom('attribution_decisions')
    .innerJoin('conversion_events', 'conversion_events.id', 'attribution_decisions.conversion_event_id')
    .select([
      'attribution_decisions.rule',
      'attribution_decisions.partner_id',
      'attribution_decisions.programme_id',
      'conversion_events.occurred_at as at',
    ])
    .where('attribution_decisions.account_id', '=', accountId)
    .where('attribution_decisions.accrued', '=', true)
    .execute();
  return rows.flatMap(({ rule, partner_id, programme_id, at }) =>
    partner_id && programme_id ? [{ rule: rule as Rule, partner_id, programme_id, at }] : [],
  );
}

/** Every binding of the account that has not ended. */
export async function listBindings(ctx: Ctx, accountId: string): Promise<BindingFacts[]> {
  const rows = await ctx.db
    .selectFrom('bindings')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .execute();
  return rows.map((row) => ({ ...row, rule: row.rule as BindingFacts['rule'] }));
}

/** Every binding of the account that has ended, the latest first. */
export async function listEndedBindings(ctx: Ctx, accountId: string): Promise<BindingFacts[]> {
  const rows = await ctx.db
    .selectFrom('bindings')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('ended_at', 'is not', null)
    .where('rule', '<>', 'R2')
    .orderBy('ended_at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, rule: row.rule as BindingFacts['rule'] }));
}

export async function reviveBinding(ctx: Ctx, id: string, expires_at: Date | null): Promise<void> {
  await ctx.db
    .updateTable('bindings')
    .set({ ended_at: null, ended_reason: null, expires_at })
    .where('id', '=', id)
    .execute();
}

export async function insertBinding(
  ctx: Ctx,
  binding: BindingFacts & { account_id: string; expires_at: Date | null },
): Promise<void> {
  await ctx.db.insertInto('bindings').values(binding).execute();
}

export async function endBinding(ctx: Ctx, id: string, reason: string): Promise<void> {
  await ctx.db
    .updateTable('bindings')
    .set({ ended_at: ctx.clock.now(), ended_reason: reason })
    .where('id', '=', id)
    .execute();
}
