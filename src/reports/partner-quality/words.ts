import { formatMoney } from '../../kernel/money.ts';
import { say } from '../../platform/locale.ts';
import { LEAST_STAYS, type Range } from '../../success/lifetime/model.ts';
import type { CompanyFacts } from '../company.ts';
import type { Narrowed } from '../segments/narrow.ts';
import type { QualityInput } from './facts.ts';
import type { JudgedPartner, JudgedProgramme } from './judge.ts';
import type { Worth } from './model.ts';
import type { Pareto } from './pareto.ts';
import { LEAST_RENEWED } from './worth.ts';

const NS = 'partner-quality:';
const digits = (value: number) => Number(value.toFixed(value < 10 ? 1 : 0)).toString();
const months = (count: number) => say(`${NS}count.months`, { count });

/** One partner as the API shows it; `at` is its place in the ranking. */
export function toRow(one: JudgedPartner, at: number, company: CompanyFacts) {
  const { standing, worth, compared, advice } = one;
  const { minutes, tickets, customer_months, mrrMinor, watched: _, terms_months: __, ...who } = standing;
  return {
    ...who,
    rank: worth.ratio ? at + 1 : null,
    mrr_minor: Math.round(mrrMinor),
    ...worthFields(worth),
    leaves_sooner: {
      left: compared.left,
      expected: compared.expected,
      p: compared.p,
      q: compared.q,
      is_sooner: compared.sooner,
    },
    realised_net_minor: one.realisedMinor,
    monthly_churn: one.monthlyChurn,
    tickets_per_month: customer_months > 0 ? tickets / customer_months : null,
    crc_month_minor: one.careMonthMinor === null ? null : Math.round(one.careMonthMinor),
    recommendation: advice.recommendation,
    reason_code: advice.reason,
    reason: say(`${NS}reasons.${advice.reason}`, reasonParams(one, company)),
    sentence: sentenceOf(standing.partner, worth, {
      customers: standing.customers,
      unpriced: one.unpriced,
      watched: standing.watched,
    }),
    unknowns: unknownsOf(one),
  };
}

export function toProgramme({
  programme_id,
  programme,
  partners,
  customers,
  worth,
  unpriced,
  watched,
}: JudgedProgramme) {
  const sentence = sentenceOf(programme, worth, { customers, unpriced, watched });
  return { programme_id, programme, partners, customers, ...worthFields(worth), sentence };
}

function worthFields({ outcome, ratio, monthsStayed, othersStay, perCustomer, netMinor, breakEvenMonth }: Worth) {
  return {
    outcome,
    ltv_cac: ratio,
    months_stayed: monthsStayed?.value ?? null,
    months_stayed_interval: monthsStayed && { low: monthsStayed.low, high: monthsStayed.high },
    others_stay: othersStay,
    per_customer: perCustomer,
    net_minor: netMinor,
    break_even_month: breakEvenMonth,
  };
}

function reasonParams({ worth, compared }: JudgedPartner, { ltvCacGuard }: CompanyFacts) {
  const { low = 0, high = 0 } = worth.ratio ?? {};
  const ends = { low: low.toFixed(low < 10 ? 1 : 0), high: high.toFixed(high < 1 ? 2 : 1) };
  return { ...ends, guard: ltvCacGuard, left: compared.left, expected: digits(compared.expected) };
}

type Counted = { customers: number; unpriced: number; watched: number };

/** "By projection customers of X stay about 9 months (6 to 14; seen so far: 7 months), about 4 months less than others; …" */
function sentenceOf(partner: string, worth: Worth, { customers, unpriced: count, watched }: Counted): string {
  if (worth.monthsStayed === null) {
    const params = { partner, customers, count, least: LEAST_STAYS, renewed: LEAST_RENEWED };
    return say(`${NS}outcomes.${worth.outcome}`, params);
  }
  return say(`${NS}told`, {
    stay: staySentence({ partner, watched, own: worth.monthsStayed, others: worth.othersStay }),
    pay: paySentence(worth),
  });
}

type Stay = { partner: string; watched: number; own: Range; others: number | null };

/** How long they stay is projected beyond the months that were seen: both are said. */
function staySentence({ partner, watched, own, others }: Stay): string {
  const stay = Math.round(own.value);
  const ends = { low: Math.round(own.low), high: Math.round(own.high) };
  const params = { partner, months: months(stay), watched: months(watched), ...ends };
  if (others === null) return say(`${NS}stay.alone`, params);
  const difference = stay - Math.round(others);
  const which = difference === 0 ? 'alike' : difference < 0 ? 'less' : 'more';
  return say(`${NS}stay.${which}`, { ...params, difference: months(Math.abs(difference)) });
}

function paySentence({ ratio }: Worth): string {
  if (!ratio) return say(`${NS}pay.free`);
  if (ratio.value < 1) return say(`${NS}pay.costs_more`);
  return say(`${NS}pay.brings_more`, { times: digits(ratio.value), low: digits(ratio.low), high: digits(ratio.high) });
}

function unknownsOf({ standing, worth, compared }: JudgedPartner): string[] {
  const { in_funnel, customers, watched } = standing;
  return [
    ...(compared.sooner ? [say(`${NS}unknowns.cause`)] : []),
    ...(worth.monthsStayed === null ? [] : [say(`${NS}unknowns.future`, { months: months(watched) })]),
    ...(in_funnel > 0 ? [say(`${NS}unknowns.funnel`, { count: in_funnel, customers })] : []),
  ];
}

/** What no partner's number can tell as things stand. */
export function unknownsOfAll({ economics, care }: QualityInput, segment: Narrowed | null): string[] {
  const isCareUnknown = care.minuteMinor === null && care.monthMinor === null;
  return [
    ...(isCareUnknown ? [say(`${NS}unknowns.care_not_entered`)] : []),
    ...(economics.fixedMinor === null ? [say(`${NS}unknowns.fixed_not_entered`)] : []),
    ...(segment ? [say(`${NS}unknowns.outside_segment`)] : []),
    say(`${NS}unknowns.anyway`),
  ];
}

/** Which partners to drop or watch, in a sentence or two. */
export function overallAnswer(partners: readonly JudgedPartner[], segment: Narrowed | null): string {
  if (partners.length === 0)
    return segment ? say(`${NS}overall.nobody_of_segment`, { segment: segment.name }) : say(`${NS}overall.nobody`);
  const advised = (kind: string) => partners.filter(({ advice }) => advice.recommendation === kind);
  const early = advised('too_early');
  if (early.length === partners.length) return allEarly(partners);
  const names = (some: JudgedPartner[]) => some.map(({ standing }) => standing.partner).join(', ');
  const [drop, watch] = [advised('drop'), advised('watch')];
  const first =
    drop.length > 0
      ? say(`${NS}overall.drop`, { names: names(drop) })
      : watch.length > 0
        ? say(`${NS}overall.watch`, { names: names(watch) })
        : say(`${NS}overall.keep`, { count: partners.length - early.length });
  return early.length === 0 ? first : `${first} ${say(`${NS}overall.early`, { count: early.length })}`;
}

function allEarly(partners: readonly JudgedPartner[]): string {
  const missing = partners.find(({ worth }) => worth.outcome === 'margin_not_set');
  if (missing) return say(`${NS}overall.unjudged`, { why: say(`${NS}reasons.margin_not_set`) });
  return say(`${NS}overall.all_early`, { count: partners.length, least: LEAST_STAYS });
}

export function paretoAnswer(pareto: Pareto, currency: string): string {
  if (pareto.outcome !== 'counted') return say(`${NS}pareto.${pareto.outcome}`);
  const money = (minor: number) => formatMoney(minor, currency);
  if (pareto.judged === 1) return say(`${NS}pareto.alone`, { brought: money(pareto.brought_minor) });
  const counted = say(`${NS}pareto.counted`, {
    count: pareto.for_80 ?? 0,
    judged: pareto.judged,
    brought: money(pareto.brought_minor),
  });
  if (pareto.losing === 0) return counted;
  return `${counted} ${say(`${NS}pareto.losing`, { count: pareto.losing, lost: money(-pareto.lost_minor) })}`;
}
