import type { Ctx } from '../../platform/ctx.ts';
import type { Answers, Application, ApplicationState, Field, Form, Rule } from './model.ts';

type Row = Omit<Application, 'answers' | 'fields' | 'state'> & { answers: unknown; fields: unknown; state: string };

function toApplication(row: Row): Application {
  return {
    ...row,
    answers: row.answers as Answers,
    fields: row.fields as Field[],
    state: row.state as ApplicationState,
  };
}

export async function findForm(ctx: Ctx, programmeId: string): Promise<Form | undefined> {
  const row = await ctx.db
    .selectFrom('application_forms')
    .select(['fields', 'rules', 'reapply_days'])
    .where('programme_id', '=', programmeId)
    .executeTakeFirst();
  return row && { ...row, fields: row.fields as Field[], rules: row.rules as Rule[] };
}

export async function upsertForm(ctx: Ctx, programmeId: string, form: Form): Promise<void> {
  const change = {
    fields: JSON.stringify(form.fields),
    rules: JSON.stringify(form.rules),
    reapply_days: form.reapply_days,
    updated_by: ctx.actor.id,
    updated_at: ctx.clock.now(),
  };
  await ctx.db
    .insertInto('application_forms')
    .values({ programme_id: programmeId, ...change })
    .onConflict((oc) => oc.column('programme_id').doUpdateSet(change))
    .execute();
}

/** False when an application of the same mailbox waits already. */
export async function insertApplication(ctx: Ctx, application: Application): Promise<boolean> {
  const row = await ctx.db
    .insertInto('applications')
    .values({
      ...application,
      answers: JSON.stringify(application.answers),
      fields: JSON.stringify(application.fields),
    })
    .onConflict((oc) => oc.columns(['programme_id', 'email_normalised']).where('state', '=', 'queued').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function lockApplication(ctx: Ctx, id: string): Promise<Application | undefined> {
  const row = await ctx.db.selectFrom('applications').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  return row && toApplication(row);
}

export type Settled = Pick<
  Application,
  'state' | 'reason_code' | 'reason' | 'decided_by' | 'decided_at' | 'reapply_at' | 'partner_id'
>;

export async function updateApplication(ctx: Ctx, id: string, change: Partial<Settled>): Promise<void> {
  await ctx.db.updateTable('applications').set(change).where('id', '=', id).execute();
}

/** The newest application of a mailbox to a programme. */
export async function findNewest(ctx: Ctx, key: { programme_id: string; email_normalised: string }) {
  const row = await ctx.db
    .selectFrom('applications')
    .selectAll()
    .where('programme_id', '=', key.programme_id)
    .where('email_normalised', '=', key.email_normalised)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row && toApplication(row);
}

export type ListFilter = {
  programme_id?: string | undefined;
  partner_id?: string | undefined;
  state?: ApplicationState | undefined;
  page: number;
  per_page: number;
};

/** Those that wait first, the oldest of them on top; then the newest decided. */
export async function listApplications(ctx: Ctx, filter: ListFilter) {
  let query = ctx.db
    .selectFrom('applications')
    .innerJoin('programmes', 'programmes.id', 'applications.programme_id')
    .leftJoin('programme_pages', 'programme_pages.id', 'applications.page_id');
  if (filter.programme_id) query = query.where('applications.programme_id', '=', filter.programme_id);
  if (filter.partner_id) query = query.where('applications.partner_id', '=', filter.partner_id);
  if (filter.state) query = query.where('applications.state', '=', filter.state);
  const counted = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await query
    .selectAll('applications')
    .select(['programmes.name as programme_name', 'programme_pages.slug as page_slug'])
    .orderBy((eb) => eb('applications.state', '=', 'queued'), 'desc')
    .orderBy((eb) => eb.case().when('applications.state', '=', 'queued').then(eb.ref('applications.created_at')).end())
    .orderBy('applications.created_at', 'desc')
    .orderBy('applications.id')
    .limit(filter.per_page)
    .offset((filter.page - 1) * filter.per_page)
    .execute();
  const items = rows.map((row) => ({
    ...toApplication(row),
    programme_name: row.programme_name,
    page_slug: row.page_slug,
  }));
  return { items, total: counted.total };
}
