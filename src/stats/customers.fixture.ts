import type { BgNbd, Purchases } from './bgnbd.ts';
import type { GammaGamma, Spending } from './gamma-gamma.ts';
import type { ParetoNbd } from './pareto-nbd.ts';
import type { Random } from './random.ts';
import { betaDraw, exponentialDraw, gammaDraw } from './random-draws.ts';
import type { RenewalTable, Sbg } from './sbg.ts';

/** A customer of the Pareto/NBD model watched for T, when they leave, and what they buy in the `after` that follows. */
export function drawParetoNbd(random: Random, model: ParetoNbd, T: number, after = 0) {
  const rate = gammaDraw(random, model.r) / model.alpha;
  const left = exponentialDraw(random) / (gammaDraw(random, model.s) / model.beta);
  const customer: Purchases = { x: 0, tx: 0, T };
  let later = 0;
  for (let at = exponentialDraw(random) / rate; at < Math.min(left, T + after); at += exponentialDraw(random) / rate) {
    if (at > T) later += 1;
    else Object.assign(customer, { x: customer.x + 1, tx: at });
  }
  return { customer, left, later };
}

/** A customer of the BG/NBD model watched for T. */
export function drawBgNbd(random: Random, model: BgNbd, T: number): Purchases {
  const rate = gammaDraw(random, model.r) / model.alpha;
  const leaves = betaDraw(random, model.a, model.b);
  const customer = { x: 0, tx: 0, T };
  for (let at = exponentialDraw(random) / rate; at < T; at += exponentialDraw(random) / rate) {
    Object.assign(customer, { x: customer.x + 1, tx: at });
    if (random() < leaves) break;
  }
  return customer;
}

/** `count` customers of the sBG model over some renewals. */
export function drawSbg(random: Random, { alpha, beta }: Sbg, count: number, renewals: number): RenewalTable {
  const table = Array.from({ length: renewals }, () => ({ atRisk: 0, lost: 0 }));
  for (let n = 0; n < count; n += 1) {
    const leaves = betaDraw(random, alpha, beta);
    for (const row of table) {
      row.atRisk += 1;
      if (random() >= leaves) continue;
      row.lost += 1;
      break;
    }
  }
  return table;
}

/** A customer of the Gamma-Gamma model with x purchases. */
export function drawSpending(random: Random, { p, q, v }: GammaGamma, x: number): Spending {
  const scale = gammaDraw(random, q) / v;
  return { x, mean: gammaDraw(random, p * x) / scale / x };
}
