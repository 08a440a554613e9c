import type { Minor } from '../kernel/money.ts';
import { vestCommissions } from '../money/commissions/verbs/vest.ts';
import { findAnchor, listCredited } from '../partners/attribution/verbs/attribute.ts';
import type { Programme, Terms } from '../partners/programmes/model.ts';
import { checkTerms } from '../partners/programmes/rules/check-terms.ts';
import { findProgrammeWithTerms } from '../partners/programmes/service.ts';
import { copyProgramme } from '../partners/programmes/verbs/copy-programme.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { earnedByPartner } from '../reports/earned-by-partner.ts';
import { healthOfAccounts } from '../reports/health-of-accounts.ts';
import { creditSale } from './credit-sale.ts';
import { takeBackAgain } from './take-back.ts';

export type ReplayLine = { partner_id: string; partner: string; was_minor: Minor; would_be_minor: Minor };

/** What the programme paid since the day, and what it would have paid under the draft; nets in its currency. */
export type ProgrammeReplay = {
  programme: Pick<Programme, 'id' | 'name' | 'currency'>;
  since: string;
  sales: number;
  partners: ReplayLine[];
  was_minor: Minor;
  would_be_minor: Minor;
};

/** Carries the outcome out of the transaction that is rolled back. */
class Replayed extends Error {
  readonly outcome: ProgrammeReplay;

  constructor(outcome: ProgrammeReplay) {
    super('replayed');
    this.outcome = outcome;
  }
}

/**
 * Re-runs the company's own sales of a programme since a day under draft terms, with everything that was refunded and
 * disputed since, and undoes it again: nothing is written. Who was credited stays as it was decided; tiers and caps
 * count from that day; what vests is judged by how the customers stand now. @throws 404; 422 naming the field of the terms
 */
export async function replayProgramme(
  ctx: Ctx,
  input: { programme: string; terms: Terms; since: Date },
): Promise<ProgrammeReplay> {
  requireScope(ctx, 'settings:write');
  checkTerms(input.terms);
  try {
    return await inTransaction(ctx, async (inner) => {
      throw new Replayed(await play(inner, input));
    });
  } catch (error) {
    if (error instanceof Replayed) return error.outcome;
    throw error;
  }
}

async function play(ctx: Ctx, { programme: name, terms, since }: Parameters<typeof replayProgramme>[1]) {
  const { programme } = await findProgrammeWithTerms(ctx, name);
  const was = await earnedByPartner(ctx, { programmeId: programme.id, since });
  const draft = await copyProgramme(ctx, programme, terms);
  const sales = await listCredited(ctx, programme.id, since);
  const anchors = new Map<string, Date>();
  for (const sale of sales) {
    const key = `${sale.accountId}|${sale.decision.partner_id}`;
    const known = await findAnchor(ctx, sale.accountId, sale.decision.partner_id ?? '');
    const anchorAt = anchors.get(key) ?? known ?? sale.event.occurred_at;
    anchors.set(key, anchorAt);
    const decision = { ...sale.decision, programme_id: draft };
    const trial = { programmeId: programme.id, anchorAt, source: `replay:${draft}` };
    for (const invoiceId of await creditSale(ctx, { ...sale, decision, trial })) await takeBackAgain(ctx, invoiceId);
  }
  while ((await vestCommissions(ctx, healthOfAccounts)) > 0);
  const wouldBe = await earnedByPartner(ctx, { programmeId: draft, since });
  return compare({ programme, since: since.toISOString(), sales: sales.length }, was, wouldBe);
}

type Earned = Awaited<ReturnType<typeof earnedByPartner>>;

function compare(
  { programme: { id, name, currency }, ...about }: { programme: Programme; since: string; sales: number },
  was: Earned,
  wouldBe: Earned,
): ProgrammeReplay {
  const names = new Map([...was, ...wouldBe].map(({ partner_id, partner }) => [partner_id, partner]));
  const of = (earned: Earned, partnerId: string) =>
    earned.find(({ partner_id }) => partner_id === partnerId)?.net_minor ?? 0;
  const partners = [...names].map(([partner_id, partner]) => ({
    partner_id,
    partner,
    was_minor: of(was, partner_id),
    would_be_minor: of(wouldBe, partner_id),
  }));
  partners.sort((a, b) => b.would_be_minor - a.would_be_minor || (a.partner < b.partner ? -1 : 1));
  const total = (key: 'was_minor' | 'would_be_minor') => partners.reduce((all, line) => all + line[key], 0);
  const totals = { was_minor: total('was_minor'), would_be_minor: total('would_be_minor') };
  return { programme: { id, name, currency }, ...about, partners, ...totals };
}
