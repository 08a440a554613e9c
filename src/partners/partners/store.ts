import { sql } from 'kysely';
import type { Ctx } from '../../platform/ctx.ts';
import type { Partner, PartnerKind, PartnerState, StateChange } from './model.ts';

type Row = Omit<Partner, 'kind' | 'state'> & { kind: string; state: string };

function toPartner(row: Row): Partner {
  return { ...row, kind: row.kind as PartnerKind, state: row.state as PartnerState };
}

/** Inserts unless the mailbox already has a partner; returns the partner that has it now, locked. */
export async function insertPartner(ctx: Ctx, partner: Partner): Promise<{ partner: Partner; inserted: boolean }> {
  const added = await ctx.db
    .insertInto('partners')
    .values(partner)
    .onConflict((oc) => oc.column('email_normalised').doNothing())
    .returningAll()
    .executeTakeFirst();
  if (added) return { partner: toPartner(added), inserted: true };
  const row = await ctx.db
    .selectFrom('partners')
    .selectAll()
    .where('email_normalised', '=', partner.email_normalised)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { partner: toPartner(row), inserted: false };
}

export async function findPartner(ctx: Ctx, id: string): Promise<Partner | undefined> {
  const row = await ctx.db.selectFrom('partners').selectAll().where('id', '=', id).executeTakeFirst();
  return row && toPartner(row);
}

export async function lockPartner(ctx: Ctx, id: string): Promise<Partner | undefined> {
  const row = await ctx.db.selectFrom('partners').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && toPartner(row);
}

export async function updatePartner(
  ctx: Ctx,
  id: string,
  change: Partial<Pick<Partner, 'state' | 'approved_at' | 'account_id' | 'person_id'>>,
): Promise<void> {
  await ctx.db
    .updateTable('partners')
    .set({ ...change, updated_at: ctx.clock.now() })
    .where('id', '=', id)
    .execute();
}

/** Two changes in one instant: the later one stands. */
export async function insertState(ctx: Ctx, change: StateChange): Promise<void> {
  await ctx.db
    .insertInto('partner_states')
    .values(change)
    .onConflict((oc) =>
      oc.columns(['partner_id', 'at']).doUpdateSet((eb) => ({
        state: eb.ref('excluded.state'),
        actor_id: eb.ref('excluded.actor_id'),
        reason: eb.ref('excluded.reason'),
      })),
    )
    .execute();
}

/** The history of the partners' states, oldest first. */
export async function listStates(ctx: Ctx, partnerIds: string[]): Promise<StateChange[]> {
  if (partnerIds.length === 0) return [];
  const rows = await ctx.db
    .selectFrom('partner_states')
    .selectAll()
    .where('partner_id', 'in', partnerIds)
    .orderBy('at')
    .execute();
  return rows.map((row) => ({ ...row, state: row.state as PartnerState }));
}

/** Changes of who recruited whom take turns, so that two of them cannot close a circle. */
export async function lockRecruiting(ctx: Ctx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('partner-recruiting', 0))`.execute(ctx.db);
}

/** The partner, who recruited it, who recruited that one, and so on; empty when there is no such partner. */
export async function listRecruiters(ctx: Ctx, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive line as (
      select id, parent_partner_id from partners where id = ${id}
      union select p.id, p.parent_partner_id from partners p join line on line.parent_partner_id = p.id)
    select id from line`.execute(ctx.db);
  return rows.map((row) => row.id);
}

export async function updateRecruiter(ctx: Ctx, id: string, recruiterId: string | null): Promise<void> {
  await ctx.db
    .updateTable('partners')
    .set({ parent_partner_id: recruiterId, updated_at: ctx.clock.now() })
    .where('id', '=', id)
    .execute();
}
