import { allocate, type Minor, multiply, type Rational, rational, roundToMinor } from '../../../kernel/money.ts';
import { parsePercent } from '../../../kernel/percent.ts';
import { addDays } from '../../../kernel/time.ts';
import type { AccrueInput, Calculation, Recruiter, Row } from '../model.ts';
import type { Outcome } from './decide.ts';

type Earned = { rule: Row['rule']; key: string; amountMinor: Minor; outcome: Outcome };

/**
 * What was earned as the commissions it is paid as: shared among the partners of the split (largest remainder, ties to
 * the one named first), each share in its tranches. The parts sum to the whole.
 */
export function planRows(input: AccrueInput, { rule, key, amountMinor, outcome }: Earned): Row[] {
  const rows = sharesOf(input, amountMinor).flatMap((share) =>
    tranchesOf(input, share.amountMinor, outcome).map((tranche) => ({ share, tranche })),
  );
  const kept = rows.filter(({ tranche }) => tranche.amountMinor > 0);
  return (kept.length > 0 ? kept : rows.slice(0, 1)).map(({ share, tranche }, part) => ({
    rule,
    key,
    part,
    partnerId: share.partnerId,
    baseMinor: part === 0 && rule === 'sale' ? outcome.calculation.base_minor : 0,
    grossMinor: tranche.amountMinor,
    availableAt: tranche.availableAt,
    vesting: tranche.vesting,
    ...refusalOf(input, outcome),
    calculation: {
      ...outcome.calculation,
      rule,
      ...(rows.length > 1 ? { share: shareOf(amountMinor, share.weight, tranche.vesting?.day) } : {}),
    },
  }));
}

function refusalOf(input: AccrueInput, outcome: Outcome): Pick<Row, 'refusal'> {
  if (outcome.state !== 'refused') return {};
  const { gate, params = {} } = input.closedGate ?? {};
  return { refusal: { reason: outcome.reason, params: outcome.reason === 'gate_closed' ? { ...params, gate } : {} } };
}

function shareOf(of_minor: Minor, weight: string | undefined, day: number | undefined): Calculation['share'] {
  return { of_minor, ...(weight ? { weight } : {}), ...(day === undefined ? {} : { day }) };
}

function sharesOf({ partnerId, terms: { split } }: AccrueInput, amount: Minor) {
  if (!split) return [{ partnerId, amountMinor: amount, weight: undefined }];
  const total = split.reduce((all, { weight }) => all + weight, 0);
  const amounts = allocate(
    amount,
    split.map(({ weight }) => weight),
  );
  return split.map(({ partner_id, weight }, index) => ({
    partnerId: partner_id,
    amountMinor: amounts[index] ?? 0,
    weight: `${weight}/${total}`,
  }));
}

function tranchesOf({ terms: { vesting } }: AccrueInput, amount: Minor, { availableAt, calculation }: Outcome) {
  if (!vesting) return [{ amountMinor: amount, availableAt, vesting: null }];
  const amounts = allocate(amount, weightsOf(vesting.tranches));
  return vesting.tranches.map(({ day }, index) => {
    const dueAt = addDays(new Date(calculation.anchor_at), day);
    return {
      amountMinor: amounts[index] ?? 0,
      availableAt: dueAt > availableAt ? dueAt : availableAt,
      vesting: { day, needs_healthy: vesting.needs_healthy },
    };
  });
}

/** Exact shares as whole weights over their common denominator. */
function weightsOf(tranches: readonly { share: string }[]): number[] {
  const shares = tranches.map(({ share }) => parsePercent(share));
  const common = shares.reduce((all, { den }) => lcm(all, den), 1n);
  return shares.map(({ num, den }) => Number((num * common) / den));
}

function lcm(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y > 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}

/** The bounty of an account: once, with its first sale; null when the terms have none or this is a later one. */
export function planBounty(input: AccrueInput, outcome: Outcome): Row | null {
  const { bounty } = input.terms;
  const isFirst = outcome.calculation.anchor_at === input.invoice.paidAt.toISOString();
  if (!bounty || !isFirst || outcome.state === 'refused') return null;
  return {
    rule: 'bounty',
    key: '',
    part: 0,
    partnerId: input.partnerId,
    baseMinor: 0,
    grossMinor: bounty.amount_minor,
    availableAt: later(addDays(input.invoice.paidAt, bounty.day), outcome.availableAt),
    vesting: { day: bounty.day, needs_healthy: bounty.needs_healthy },
    calculation: besides(outcome, 'bounty', { amount_minor: bounty.amount_minor, of_minor: 0 }, bounty.amount_minor),
  };
}

/** What who recruited the partner earns on top of one of its commissions; null when nobody did. */
export function planSubPartner(input: AccrueInput, outcome: Outcome, row: Row, recruiter?: Recruiter): Row | null {
  const rate = input.terms.sub_partner_rate;
  if (rate === undefined || !recruiter || outcome.state === 'refused') return null;
  const amount: Rational = multiply(rational(row.grossMinor), parsePercent(rate));
  const grossMinor = roundToMinor(amount, 'commission');
  if (grossMinor === 0) return null;
  const calculation = besides(outcome, 'sub_partner', { rate, of_minor: row.grossMinor }, grossMinor);
  return {
    ...row,
    rule: 'sub_partner',
    key: `${row.rule}:${row.key}:${row.partnerId}`,
    partnerId: recruiter.partnerId,
    baseMinor: 0,
    grossMinor,
    calculation: { ...calculation, of: { partner_id: row.partnerId, rate } },
    ...(recruiter.mayEarn ? {} : { refusal: { reason: 'recruiter_not_active', params: {} } }),
  };
}

function besides(outcome: Outcome, rule: Row['rule'], part: Calculation['parts'][number], gross: Minor): Calculation {
  const { tier: _tier, ...calculation } = outcome.calculation;
  return { ...calculation, rule, parts: [part], cap: null, gross_minor: gross };
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}
