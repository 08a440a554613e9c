import { invalidField, notFound } from '../../kernel/errors.ts';
import type { Page, PageQuery } from '../../kernel/page.ts';
import { addDaysToDate, dateIn } from '../../kernel/time.ts';
import { writeAudit } from '../../platform/audit.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../platform/ctx.ts';
import type { Touch } from './model.ts';
import type { NewTouch, TouchView } from './schema.ts';
import * as store from './store.ts';

/** Notes a call, a meeting or the like with an account. @throws 404; 422 for a day to come or a merged account */
export async function logTouch(ctx: Ctx, accountId: string, input: NewTouch): Promise<TouchView> {
  requireScope(ctx, 'customers:write');
  // Somewhere it is tomorrow already.
  if (input.happened_on > addDaysToDate(dateIn(ctx.clock.now(), 'UTC'), 1))
    throw invalidField('happened_on', 'This day is still to come.', 'Log a touch once it has happened.');
  return inTransaction(ctx, async (ctx) => {
    const account = await store.findAccount(ctx.db, accountId);
    if (!account) throw notFound('account', accountId);
    if (account.merged_into_id) throw invalidField('id', 'This account was merged.', `Use ${account.merged_into_id}.`);
    const made = {
      id: newId(ctx, 'touch'),
      account_id: accountId,
      logged_by: ctx.actor.id,
      logged_at: ctx.clock.now(),
    };
    const touch: Touch = { ...made, ...input };
    await store.insertTouch(ctx.db, touch);
    await audit(ctx, 'touch.log', touch);
    return show(touch);
  });
}

/** Takes a touch out again that was logged by mistake. @throws 404 */
export async function removeTouch(ctx: Ctx, id: string): Promise<void> {
  requireScope(ctx, 'customers:write');
  await inTransaction(ctx, async (ctx) => {
    const gone = await store.deleteTouch(ctx.db, id);
    if (!gone) throw notFound('touch', id);
    await audit(ctx, 'touch.remove', gone);
  });
}

/** The newest first. @throws 404 */
export async function listTouches(ctx: Ctx, accountId: string, page: PageQuery): Promise<Page<TouchView>> {
  requireScope(ctx, 'customers:read');
  if (!(await store.findAccount(ctx.db, accountId))) throw notFound('account', accountId);
  const { rows, total } = await store.listTouches(ctx.db, accountId, page);
  return { items: rows.map(show), total, page: page.page, per_page: page.per_page };
}

/** Touches of a merged account belong to the one it was merged into. */
export async function moveTouches(ctx: Ctx, fromId: string, intoId: string): Promise<void> {
  requireScope(ctx, 'customers:write');
  await store.updateAccountOfTouches(ctx.db, fromId, intoId);
}

function audit(ctx: Ctx, action: string, { id, account_id, kind, happened_on, minutes }: Touch): Promise<void> {
  const detail = { touch_id: id, kind, happened_on, minutes };
  return writeAudit(ctx, { action, subjectKind: 'account', subjectId: account_id, detail });
}

function show(touch: Touch): TouchView {
  return { ...touch, logged_at: touch.logged_at.toISOString() };
}
