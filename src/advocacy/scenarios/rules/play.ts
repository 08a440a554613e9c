import {
  DRAWS,
  type Offer,
  type OfferResult,
  PAYBACK_MOST,
  type ScenarioInput,
  type ScenarioResult,
} from '../model.ts';
import { impossibility } from './check.ts';
import { type Drawn, emptyRun, makeDrawer, readRun } from './draw.ts';
import { forMonths, type Life, lifeOf, moneyOf, ratioFor, sizeOf, type Unit, unitOf, wonFor } from './economics.ts';
import { findLargest } from './largest.ts';
import { histogramOf, meanOf, openSpread, shareOf, spreadOf } from './spread.ts';
import { tornadoOf } from './tornado.ts';
import { differenceInWords, offerInWords } from './verdict.ts';

/** One offer in every run. */
export type Runs = { lives: Life[]; won: Float64Array; net: Float64Array };

/**
 * Plays a scenario: DRAWS runs, each with the same chances for both offers. The same input gives the same answer, in a
 * browser as on a server. @returns why it cannot be played, with the field, when an assumption is impossible
 */
export function playScenario(input: ScenarioInput): ScenarioResult {
  return makePlayer()(input);
}

/** One that remembers what it drew, for sliders: see makeDrawer. */
export function makePlayer(runs = DRAWS): (input: ScenarioInput) => ScenarioResult {
  const draw = makeDrawer();
  return (input) => impossibility(input) ?? play(input, draw(input, runs), runs);
}

function play(input: ScenarioInput, drawn: Drawn, draws: number): ScenarioResult {
  const { a, b } = input.offers;
  const first = playOffer(input, a, drawn, draws);
  const second = b && playOffer(input, b, drawn, draws);
  return {
    outcome: 'played',
    draws,
    a: first.result,
    b: second?.result ?? null,
    difference: second && differenceOf(first, second, input),
  };
}

function playOffer(
  input: ScenarioInput,
  offer: Offer,
  drawn: Drawn,
  draws: number,
): { result: OfferResult; runs: Runs } {
  const runs = { lives: [] as Life[], won: new Float64Array(draws), net: new Float64Array(draws) };
  const ratios = new Float64Array(draws);
  const payback = new Float64Array(draws);
  const run = emptyRun();
  const size = sizeOf(offer.reward);
  for (let at = 0; at < draws; at += 1) {
    const unit = unitOf(readRun(drawn, at, run), input, offer);
    const life = lifeOf(run, input, offer, unit);
    const won = wonFor(life, run, input.usual_reward_minor, size);
    runs.lives.push(life);
    runs.won[at] = won;
    runs.net[at] = moneyOf(life, input, { won, offer }).net;
    ratios[at] = ratioFor(life, { won, size, fixed: input.fixed_cost_minor });
    payback[at] = paybackMonth(unit, { input, offer, won });
  }
  const facts = {
    customers: spreadOf(runs.won),
    net: { ...spreadOf(runs.net), mean: meanOf(runs.net) },
    ltv_cac: openSpread(ratios),
    profit: shareOf(runs.net, (net) => net > 0),
    guard_holds: shareOf(ratios, (ratio) => ratio > input.guard),
    payback: openSpread(payback),
    paid_back: shareOf(payback, (month) => month <= PAYBACK_MOST),
    largest: findLargest({ input, offer, drawn, lives: runs.lives }),
    histogram: histogramOf(runs.net),
    ...tornadoOf(input, offer, drawn),
  };
  return { result: { ...facts, verdict: offerInWords(facts, { input, offer }) }, runs };
}

/** The month from which on everything paid for a year's customers has come back; infinite: not within PAYBACK_MOST. */
export function paybackMonth(
  unit: Unit,
  { input, offer, won }: { input: ScenarioInput; offer: Offer; won: number },
): number {
  let sum = -input.fixed_cost_minor;
  let back = Number.POSITIVE_INFINITY;
  forMonths(unit, offer, PAYBACK_MOST, (age, spend, margin, care) => {
    sum += won * (margin - care - spend);
    back = sum < 0 ? Number.POSITIVE_INFINITY : Math.min(back, age);
  });
  return back;
}

function differenceOf(
  first: { result: OfferResult; runs: Runs },
  second: { result: OfferResult; runs: Runs },
  input: ScenarioInput,
) {
  const nets = second.runs.net.map((net, at) => net - (first.runs.net[at] as number));
  const facts = { ...spreadOf(nets), better: shareOf(nets, (net) => net > 0) };
  return { ...facts, verdict: differenceInWords(facts, input) };
}
