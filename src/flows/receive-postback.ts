import { findInvoice } from '../customers/billing/verbs/record-invoice.ts';
import { AppError, invalidField } from '../kernel/errors.ts';
import type { Scope } from '../kernel/scopes.ts';
import { findSameEvent } from '../partners/attribution/verbs/receive-event.ts';
import type { ClickToken } from '../partners/links/model.ts';
import { tokenOfCode } from '../partners/links/verbs/find-code.ts';
import type { Door, Postback } from '../partners/postbacks/model.ts';
import { readPostback } from '../partners/postbacks/rules/read-postback.ts';
import { doorOfKey } from '../partners/postbacks/verbs/doors.ts';
import { logIncoming } from '../partners/postbacks/verbs/log.ts';
import { type Ctx, inTransaction } from '../platform/ctx.ts';
import { creditConversion } from './credit-conversion.ts';
import { recordSignup } from './record-signup.ts';
import { reverseConversion } from './reverse-conversion.ts';

/** What whoever holds a door's address may cause. */
const OF_THE_DOOR: Scope[] = ['track:write'];

export type PostbackAnswer = { ok: true; id: string; conversion_id: string | null };
type Done = { reason: string; conversion_id: string | null };

/**
 * A network tells of a conversion through its door: a lead, a sale, or that a sale was taken back. Kept in the log
 * whatever becomes of it; the same again changes nothing.
 * @throws 404 for a closed door; 422 naming the parameter; 409 for the same event with other content
 */
export async function receivePostback(outer: Ctx, key: string, sent: Record<string, string>): Promise<PostbackAnswer> {
  const door = await doorOfKey(outer, key);
  const ctx: Ctx = { ...outer, actor: { kind: 'system', id: door.id }, scopes: new Set(OF_THE_DOOR) };
  const parameters = briefly(sent);
  try {
    return await inTransaction(ctx, async (ctx) => {
      const { reason, conversion_id } = await apply(ctx, door, readPostback(door, sent));
      const line = { state: 'accepted', reason, reason_params: {}, conversion_id, parameters } as const;
      return { ok: true, id: await logIncoming(ctx, door, line), conversion_id };
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const reason_params = { why: error.message };
    await logIncoming(ctx, door, {
      state: 'refused',
      reason: 'refused',
      reason_params,
      conversion_id: null,
      parameters,
    });
    throw error;
  }
}

const SHOWN = { parameters: 30, characters: 300 };

function briefly(sent: Record<string, string>): Record<string, string> {
  const entries = Object.entries(sent).slice(0, SHOWN.parameters);
  return Object.fromEntries(
    entries.map(([name, value]) => [name.slice(0, SHOWN.characters), value.slice(0, SHOWN.characters).toWellFormed()]),
  );
}

async function apply(ctx: Ctx, door: Door, postback: Postback): Promise<Done> {
  const click = await clickOf(ctx, door, postback);
  const account_id = postback.account_id ?? `click:${click.id}`;
  if (postback.meaning === 'reversed') return takeBack(ctx, door, postback, postback.event_id ?? click.id);
  const lead = await signUp(ctx, door, postback, { account_id, token: click.token });
  if (postback.meaning === 'lead') return { reason: lead.isNew ? 'lead' : 'known', conversion_id: lead.id };
  const { id, isNew } = await creditConversion(
    ctx,
    {
      invoice_id: postback.event_id ?? click.id,
      account_id,
      currency: postback.currency ?? '',
      lines: [{ amount_minor: postback.amount_minor ?? 0 }],
    },
    door.id,
  );
  return { reason: isNew ? 'sale' : 'known', conversion_id: id };
}

/** The click a network names, which has to be one of the door's own programme. */
async function clickOf(ctx: Ctx, door: Door, { click, event_id }: Postback): Promise<{ id: string; token: string }> {
  const field = door.parameters.click_id;
  const occasion = { name: `${door.id}:${event_id ?? click}`, at: ctx.clock.now() };
  const token = await tokenOfCode(ctx, click, occasion);
  const read = token === undefined ? undefined : ctx.tokens.read<ClickToken>('click', token);
  if (token === undefined || !read)
    throw invalidField(field, 'There is no such click here.', 'Send the value of gw_click the visitor arrived with.');
  if (read.programme !== door.programme_id) throw invalidField(field, 'The click belongs to another programme.');
  return { id: read.click, token };
}

async function signUp(
  ctx: Ctx,
  door: Door,
  { email }: Postback,
  { account_id, token }: { account_id: string; token: string },
): Promise<{ id: string; isNew: boolean }> {
  const event_id = `lead:${account_id}`;
  const known = await findSameEvent(ctx, { source: door.id, kind: 'signup', event_id });
  if (known) return { id: known.id, isNew: false };
  return recordSignup(ctx, { account_id, event_id, click_token: token, ...(email ? { email } : {}) }, door.id);
}

/** The whole sale is taken back, or as much of it as the network says. */
async function takeBack(ctx: Ctx, door: Door, { amount_minor, currency }: Postback, invoice_id: string): Promise<Done> {
  const refund_id = `${invoice_id}:reversed`;
  const known = await findSameEvent(ctx, { source: door.id, kind: 'refund', event_id: refund_id });
  if (known) return { reason: 'known', conversion_id: known.id };
  const invoice = await findInvoice(ctx, door.id, invoice_id);
  const amount = amount_minor ?? (invoice && invoice.total_minor - invoice.refunded_minor);
  if (amount === undefined)
    throw invalidField(
      door.parameters.event_id,
      'There is no such sale to take back.',
      'Send its amount, or the sale first.',
    );
  if (amount <= 0) return { reason: 'nothing_left', conversion_id: null };
  const refund = { refund_id, invoice_id, amount_minor: amount, ...(amount_minor && currency ? { currency } : {}) };
  const { id } = await reverseConversion(ctx, refund, door.id);
  return { reason: 'taken_back', conversion_id: id };
}
