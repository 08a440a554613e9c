import { normaliseEmail } from '../../../kernel/email.ts';
import { addDays } from '../../../kernel/time.ts';
import { type Ctx, newId, requireScope } from '../../../platform/ctx.ts';
import type { ClickToken } from '../../links/model.ts';
import type { BindingFacts, ConversionEvent, Decision, Facts, Touch } from '../model.ts';
import { decideAttribution } from '../rules/decide.ts';
import * as decisions from '../store/decisions.ts';
import * as events from '../store/events.ts';
import * as facts from '../store/facts.ts';
import { listSelfReports } from '../store/self-reports.ts';

/** What a sign-up or an invoice says about the visits behind it. */
export type Evidence = { visitor?: string; via?: string; click_token?: string; click_tokens?: string[] };

export type Attribute = {
  event: ConversionEvent;
  account_id: string;
  /** The invoice that is decided; null for a sign-up. */
  invoice_id: string | null;
  is_paid: boolean;
  coupons: readonly string[];
};

/** Decides who is credited with an event, writes the decision whole, and binds the account. */
export async function attribute(ctx: Ctx, input: Attribute): Promise<{ id: string; decision: Decision }> {
  requireScope(ctx, 'track:write');
  const known = await loadFacts(ctx, input);
  const decision = decideAttribution(known);
  const bindingId = await bind(ctx, known, decision);
  const row = {
    id: newId(ctx, 'decision'),
    conversion_event_id: input.event.id,
    account_id: input.account_id,
    binding_id: bindingId,
  };
  const id = await decisions.upsertDecision(ctx, row, decision);
  const state = decision.outcome === 'unattributed' ? 'unattributed' : 'decided';
  await events.updateEvent(ctx, input.event.id, { state, parked_reason: null });
  return { id, decision };
}

async function loadFacts(ctx: Ctx, input: Attribute): Promise<Facts> {
  const { event, account_id } = input;
  const account = await facts.findAccountFacts(ctx, account_id);
  if (!account) throw new Error(`the account ${account_id} went away`);
  const signups = await facts.listSignupBodies(ctx, event.account_external_id ?? '', event.occurred_at);
  const clicks = await loadTouches(ctx, [...signups, event.body as Evidence]);
  const vias = await facts.listViaTouches(ctx, { event_id: event.id, account_id, until: event.occurred_at });
  const touches = [...clicks, ...vias, ...(await facts.listReferralTouches(ctx, account_id))];
  const selfReports = await listSelfReports(ctx, account_id, event.occurred_at);
  const bindings = await decisions.listBindings(ctx, account_id);
  const accrued = await decisions.listAccrued(ctx, account_id);
  const coupons = await facts.listCoupons(ctx, input.coupons, account_id);
  const named = [...touches, ...selfReports, ...bindings, ...accrued, ...coupons.values()].flatMap(
    ({ partner_id }) => partner_id ?? [],
  );
  return {
    conversion: {
      kind: event.kind === 'signup' ? 'signup' : 'invoice',
      at: event.occurred_at,
      coupons: input.coupons,
      is_paid: input.is_paid,
    },
    account,
    is_merged: await facts.isMerged(ctx, account_id),
    signed_up_at: (await facts.findSignup(ctx, account_id))?.occurred_at ?? null,
    touches,
    self_reports: selfReports,
    binding: bindings.find(({ rule }) => rule !== 'R2') ?? null,
    overrides: bindings.filter(({ rule }) => rule === 'R2'),
    accrued,
    payments: await facts.listPayments(ctx, account_id, input.invoice_id),
    coupons,
    partners: await facts.listPartners(ctx, [...new Set(named)]),
    programmes: await facts.listProgrammes(ctx),
    neighbours: await facts.listNeighbours(ctx, account_id, touches),
  };
}

async function loadTouches(ctx: Ctx, evidence: Evidence[]): Promise<Touch[]> {
  const tokens = evidence.flatMap((one) => readTokens(ctx, one));
  const stored = await facts.listTouches(ctx, {
    visitors: evidence.flatMap(({ visitor }) => visitor ?? []),
    clicks: tokens.map(({ link_id, click_id }) => ({ link_id, click_id })),
  });
  const known = new Set(stored.map(({ click_id }) => click_id));
  const missing = new Map(
    tokens.filter(({ click_id }) => !known.has(click_id)).map((touch) => [touch.click_id, touch]),
  );
  return [...stored, ...missing.values()];
}

/** A token says by itself who was clicked and when: it counts even when the click was lost. */
function readTokens(ctx: Ctx, { click_token, click_tokens = [] }: Evidence): (Touch & facts.ClickRef)[] {
  return [click_token, ...click_tokens].flatMap((text) => {
    const token = text === undefined ? undefined : ctx.tokens.read<ClickToken>('click', text);
    if (!token) return [];
    const { click, link, partner, programme, at } = token;
    const origin = { click_id: click, link_id: link, partner_id: partner, programme_id: programme };
    return [{ ...origin, at: new Date(at), kind: 'human', consent: true, network_key: null, known_account_id: null }];
  });
}

/** Whether an invoice of an unknown account carries anything that could attribute it. */
export function hasEvidence(ctx: Ctx, body: Evidence & { coupons?: string[] }): boolean {
  return Boolean(body.visitor || body.via) || Boolean(body.coupons?.length) || readTokens(ctx, body).length > 0;
}

/** The binding behind the decision: kept, or made now in place of the one that was. Null when there is none. */
async function bind(ctx: Ctx, known: Facts, decision: Decision): Promise<string | null> {
  const { binding } = known;
  if (decision.rule === 'R2') return decision.considered.at(-1)?.id ?? null;
  if (decision.rule === 'R3' || decision.rule === 'R5') return binding?.id ?? null;
  if (decision.rule === 'R7') return dropBinding(ctx, known);
  const wanted = newBinding(ctx, known, decision);
  if (!wanted) return null;
  if (binding && isSame(binding, wanted)) return binding.id;
  if (binding) await decisions.endBinding(ctx, binding.id, decision.rule === 'R4' ? 'coupon' : 'superseded');
  return begin(ctx, wanted);
}

type NewBinding = BindingFacts & { account_id: string; expires_at: Date | null };

/** A binding that ended while the account was decided again, and that came out the same, goes on under its id. */
async function begin(ctx: Ctx, wanted: NewBinding): Promise<string> {
  const ended = await decisions.listEndedBindings(ctx, wanted.account_id);
  const same = ended.find((one) => isSame(one, wanted));
  if (same) await decisions.reviveBinding(ctx, same.id, wanted.expires_at);
  else await decisions.insertBinding(ctx, wanted);
  return same?.id ?? wanted.id;
}

/** A sign-up that later facts leave with nobody is free, as long as nothing was earned. */
async function dropBinding(ctx: Ctx, { binding, conversion, accrued }: Facts): Promise<null> {
  if (binding && conversion.kind === 'signup' && accrued.length === 0)
    await decisions.endBinding(ctx, binding.id, 'superseded');
  return null;
}

function newBinding(ctx: Ctx, known: Facts, decision: Decision): NewBinding | undefined {
  const { partner_id, programme_id, link_id, click_id, coupon_code, rule } = decision;
  if (!partner_id || !programme_id) return undefined;
  const at = known.conversion.at;
  const days = known.programmes.get(programme_id)?.attribution.unpaid_binding_days ?? 365;
  const binding: BindingFacts = {
    id: newId(ctx, 'binding'),
    rule: rule === 'R4' ? 'R4' : 'R6',
    partner_id,
    programme_id,
    link_id,
    click_id,
    coupon_code,
    bound_at: at,
    effective_at: at,
  };
  return { ...binding, account_id: known.account.id, expires_at: addDays(at, days) };
}

function isSame(a: BindingFacts, b: BindingFacts): boolean {
  return (
    a.rule === b.rule &&
    a.partner_id === b.partner_id &&
    a.programme_id === b.programme_id &&
    a.click_id === b.click_id &&
    a.coupon_code === b.coupon_code &&
    a.effective_at.getTime() === b.effective_at.getTime()
  );
}

/** Notes when and how an account signed up; the earliest sign-up of an account counts. */
export async function noteSignup(
  ctx: Ctx,
  input: { account_id: string; occurred_at: Date; email?: string | undefined; trial?: boolean | undefined } & Evidence,
): Promise<void> {
  requireScope(ctx, 'track:write');
  await facts.upsertSignup(ctx, {
    id: newId(ctx, 'signup'),
    account_id: input.account_id,
    occurred_at: input.occurred_at,
    visitor_key: input.visitor ?? null,
    click_token_click_id: readTokens(ctx, input)[0]?.click_id ?? null,
    email_normalised: input.email ? normaliseEmail(input.email) : null,
    is_trial: input.trial ?? false,
  });
}

/** When the account first earned this partner money: the anchor of the months of recurring commission. */
export async function findAnchor(ctx: Ctx, accountId: string, partnerId: string): Promise<Date | undefined> {
  const earned = (await decisions.listAccrued(ctx, accountId)).filter(({ partner_id }) => partner_id === partnerId);
  return earned.map(({ at }) => at).sort((a, b) => a.getTime() - b.getTime())[0];
}

/** From here on the account has an episode with this partner (R3). */
export function markAccrued(ctx: Ctx, decisionId: string): Promise<void> {
  return decisions.updateAccrued(ctx, decisionId, true);
}

/**
 * Before an account is decided again from its first event on: what its sign-ups and open invoices led to counts no
 * more, and the account is free. Invoices in `fixed` keep what they earned, and with it their episode.
 */
export async function forgetDecisions(ctx: Ctx, accountId: string, fixedEventIds: readonly string[]): Promise<void> {
  requireScope(ctx, 'track:write');
  await decisions.clearAccrued(ctx, accountId, fixedEventIds);
  const live = (await decisions.listBindings(ctx, accountId)).filter(({ rule }) => rule !== 'R2');
  for (const { id } of live) await decisions.endBinding(ctx, id, 'decided_again');
}

export type Credited = {
  event: ConversionEvent;
  accountId: string;
  invoiceId: string;
  decision: Pick<Decision, 'partner_id' | 'programme_id' | 'flags'>;
  decisionId: string;
};

/** The invoices credited in a programme since an instant, in the order they were paid. */
export async function listCredited(ctx: Ctx, programmeId: string, since: Date): Promise<Credited[]> {
  requireScope(ctx, 'track:write');
  const sales = await decisions.listCredited(ctx, programmeId, since);
  const credited: Credited[] = [];
  for (const { conversion_event_id, considered, id, account_id, partner_id, invoice_id } of sales) {
    const event = await events.findEvent(ctx, conversion_event_id);
    const decision = { partner_id, programme_id: programmeId, flags: considered.flags };
    if (event) credited.push({ event, accountId: account_id, invoiceId: invoice_id, decision, decisionId: id });
  }
  return credited;
}

export const findDecision = decisions.findDecision;
export const findDecisionById = decisions.findDecisionById;
