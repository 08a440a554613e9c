import type { Ctx } from '../../platform/ctx.ts';
import type { Earning } from '../programmes/model.ts';
import type { Enrolment, EnrolmentOrigin, EnrolmentState } from './model.ts';

type Row = Omit<Enrolment, 'state' | 'origin'> & { state: string; origin: string };

function toEnrolment(row: Row): Enrolment {
  return { ...row, state: row.state as EnrolmentState, origin: row.origin as EnrolmentOrigin };
}

/** Inserts, or moves an existing enrolment to the newly accepted version and makes it active again. */
export async function upsertEnrolment(ctx: Ctx, enrolment: Enrolment): Promise<Enrolment> {
  const row = await ctx.db
    .insertInto('enrolments')
    .values(enrolment)
    .onConflict((oc) =>
      oc.columns(['programme_id', 'partner_id']).doUpdateSet((eb) => ({
        state: eb.ref('excluded.state'),
        terms_accepted_version: eb.ref('excluded.terms_accepted_version'),
        terms_accepted_at: eb.ref('excluded.terms_accepted_at'),
      })),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  return toEnrolment(row);
}

export async function findEnrolment(
  ctx: Ctx,
  key: Pick<Enrolment, 'programme_id' | 'partner_id'>,
): Promise<Enrolment | undefined> {
  const row = await ctx.db
    .selectFrom('enrolments')
    .selectAll()
    .where('programme_id', '=', key.programme_id)
    .where('partner_id', '=', key.partner_id)
    .executeTakeFirst();
  return row && toEnrolment(row);
}

/** What has to exist for a partner to enrol. */
export async function findParties(ctx: Ctx, key: { programme_id: string; partner_id: string; terms_version: number }) {
  const [programme, partner, terms] = await Promise.all([
    ctx.db.selectFrom('programmes').select(['name', 'state']).where('id', '=', key.programme_id).executeTakeFirst(),
    ctx.db.selectFrom('partners').select(['name', 'state']).where('id', '=', key.partner_id).executeTakeFirst(),
    ctx.db
      .selectFrom('programme_terms')
      .select('id')
      .where('programme_id', '=', key.programme_id)
      .where('version', '=', key.terms_version)
      .executeTakeFirst(),
  ]);
  return { programme, partner, terms };
}

export async function updateState(
  ctx: Ctx,
  key: Pick<Enrolment, 'programme_id' | 'partner_id'>,
  state: EnrolmentState,
): Promise<void> {
  await ctx.db
    .updateTable('enrolments')
    .set({ state })
    .where('programme_id', '=', key.programme_id)
    .where('partner_id', '=', key.partner_id)
    .execute();
}

/** Keeps the first yes to a version. */
export async function insertAcceptance(ctx: Ctx, enrolment: Enrolment): Promise<void> {
  await ctx.db
    .insertInto('terms_acceptances')
    .values({
      programme_id: enrolment.programme_id,
      partner_id: enrolment.partner_id,
      version: enrolment.terms_accepted_version,
      accepted_at: enrolment.terms_accepted_at,
      actor_id: ctx.actor.id,
    })
    .onConflict((oc) => oc.columns(['programme_id', 'partner_id', 'version']).doNothing())
    .execute();
}

/** The partner's own earning in a programme; undefined when it has none. */
export async function findEarning(
  ctx: Ctx,
  key: { programme_id: string; partner_id: string },
): Promise<Earning | undefined> {
  const row = await ctx.db
    .selectFrom('enrolments')
    .select('earning_override')
    .where('programme_id', '=', key.programme_id)
    .where('partner_id', '=', key.partner_id)
    .executeTakeFirst();
  return (row?.earning_override as Earning | null) ?? undefined;
}

/** Returns the enrolment's id; undefined when there is none. */
export async function updateEarning(
  ctx: Ctx,
  key: { programme_id: string; partner_id: string },
  earning: Earning | null,
): Promise<string | undefined> {
  const row = await ctx.db
    .updateTable('enrolments')
    .set({ earning_override: earning === null ? null : JSON.stringify(earning) })
    .where('programme_id', '=', key.programme_id)
    .where('partner_id', '=', key.partner_id)
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}
