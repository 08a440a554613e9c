import { ASSUMPTIONS, type Money, type Offer, type ScenarioInput, type Swing } from '../model.ts';
import type { Drawn } from './draw.ts';
import { lifeOf, moneyOf, type Run, sizeOf, wonFor } from './economics.ts';

/** Everything at its expected value, and how far each assumption alone moves the net between its P10 and its P90. */
export function tornadoOf(input: ScenarioInput, offer: Offer, drawn: Drawn): { tornado: Swing[]; expected: Money } {
  const expected = Object.fromEntries(ASSUMPTIONS.map((key) => [key, input.assumptions[key].value])) as Run;
  const moneyWith = (change: Partial<Run>) => {
    const run = { ...expected, ...change };
    const life = lifeOf(run, input, offer);
    const won = wonFor(life, run, input.usual_reward_minor, sizeOf(offer.reward));
    return moneyOf(life, input, { won, offer });
  };
  const swings = ASSUMPTIONS.filter((key) => input.assumptions[key].sd > 0).map((key) => {
    const { p10: low, p90: high } = drawn[key];
    return { key, low, high, net_at_low: moneyWith({ [key]: low }).net, net_at_high: moneyWith({ [key]: high }).net };
  });
  const width = ({ net_at_low, net_at_high }: Swing) => Math.abs(net_at_high - net_at_low);
  return {
    tornado: swings.filter((one) => width(one) > 0).sort((a, b) => width(b) - width(a)),
    expected: moneyWith({}),
  };
}
