import { multiply, type Rational, rational, roundToMinor } from '../../../kernel/money.ts';
import { parsePercent } from '../../../kernel/percent.ts';
import { type Earning, saleEarning } from '../../../partners/programmes/model.ts';
import type { AccrueInput, Calculation, CalculationPart } from '../model.ts';
import { type Base, type LineBase, sum, ZERO } from './base.ts';
import { splitByTier } from './tiers.ts';

/** What a sale earns before caps, exact, with the parts it is made of. */
export type Earned = { amount: Rational; parts: CalculationPart[]; tier: Calculation['tier'] };

type Input = Pick<AccrueInput, 'terms' | 'override'>;

/**
 * What each line earns: the partner's own earning in place of everything, else that of its product, else of a renewal,
 * else the tier's or the programme's.
 */
export function computeEarned(base: Base, input: Input, facts: { isRenewal: boolean; tierSoFar: number }): Earned {
  const { terms, override } = input;
  const standard = saleEarning(terms);
  if (!standard) return { amount: ZERO, parts: [], tier: undefined };
  if (override) return ofEarnings([[override, base.lines]]);
  const products = terms.products ?? [];
  const special = products.map(({ product, earning }) => ({
    earning,
    product,
    lines: base.lines.filter(({ line }) => line.product === product),
  }));
  const rest = base.lines.filter(({ line }) => !products.some(({ product }) => product === line.product));
  const renewal = facts.isRenewal ? terms.renewal : undefined;
  const named = special.map(({ earning, lines, product }) => [earning, lines, product] as const);
  if (renewal || !terms.tiers || standard.kind !== 'percent')
    return ofEarnings([[renewal ?? standard, rest], ...named]);
  return withTiers(terms.tiers, rest, ofEarnings(named), facts.tierSoFar);
}

function withTiers(
  tiers: NonNullable<Input['terms']['tiers']>,
  lines: readonly LineBase[],
  others: Earned,
  soFar: number,
): Earned {
  const of = sum(lines.map(({ base }) => base));
  if (of.num === 0n) return others;
  const split = splitByTier(tiers, of, soFar);
  const amounts = split.map((part) => multiply(part.of, parsePercent(part.rate)));
  const last = split.at(-1);
  return {
    amount: sum([...amounts, others.amount]),
    parts: [...split.map(({ rate, of }) => ({ rate, of_minor: roundToMinor(of, 'base') })), ...others.parts],
    tier:
      tiers.mode === 'retroactive' && last
        ? { of_exact: `${of.num}/${of.den}`, rate: last.rate, from: last.from }
        : undefined,
  };
}

function ofEarnings(groups: readonly (readonly [Earning, readonly LineBase[], string?])[]): Earned {
  const earned = groups.filter(([, lines]) => lines.length > 0).map((group) => ofEarning(...group));
  return { amount: sum(earned.map(({ amount }) => amount)), parts: earned.map(({ part }) => part), tier: undefined };
}

function ofEarning(earning: Earning, lines: readonly LineBase[], product?: string) {
  const of = sum(lines.map(({ base }) => base));
  const about = { of_minor: roundToMinor(of, 'base'), ...(product === undefined ? {} : { product }) };
  if (earning.kind === 'percent')
    return { amount: multiply(of, parsePercent(earning.rate)), part: { rate: earning.rate, ...about } };
  const { amount_minor } = earning;
  if (earning.kind === 'flat')
    return { amount: of.num > 0n ? rational(amount_minor) : ZERO, part: { amount_minor, ...about } };
  const seats = lines.reduce((all, { line, base }) => all + (base.num > 0n ? (line.quantity ?? 1) : 0), 0);
  return { amount: multiply(rational(amount_minor), rational(seats)), part: { amount_minor, seats, ...about } };
}
