import { FORECAST_MONTHS, type ForecastMonth, type Offer, type ScenarioInput } from '../model.ts';
import { emptyRun, makeDrawer, readRun } from './draw.ts';
import { forMonths, lifeOf, sizeOf, unitOf, wonFor } from './economics.ts';
import { spreadOf } from './spread.ts';

const RUNS = 2000;

/**
 * What the offer should bring month by month from its start: a twelfth of a year's customers is won in each month, and
 * each month's customers live on. `spend`: rewards, commissions, discounts, what referred customers cost to win, and a
 * twelfth of the fixed costs; `net`: margin less spend less what keeping customers costs.
 */
export function forecastOf(input: ScenarioInput, offer: Offer): ForecastMonth[] {
  const months = Array.from({ length: FORECAST_MONTHS }, () => ({
    customers: new Float64Array(RUNS),
    spend: new Float64Array(RUNS),
    net: new Float64Array(RUNS),
  }));
  const drawn = makeDrawer()(input, RUNS);
  const run = emptyRun();
  for (let at = 0; at < RUNS; at += 1) {
    const life = lifeOf(readRun(drawn, at, run), input, offer);
    const won = wonFor(life, run, input.usual_reward_minor, sizeOf(offer.reward)) / 12;
    const unit = unitOf(run, input, offer);
    let [spend, net] = [input.fixed_cost_minor / 12, -input.fixed_cost_minor / 12];
    forMonths(unit, offer, FORECAST_MONTHS, (age, spent, margin, care) => {
      spend += won * spent;
      net += won * (margin - care - spent);
      const month = months[age - 1];
      if (!month) return;
      month.customers[at] = won;
      month.spend[at] = spend;
      month.net[at] = net;
    });
  }
  return months.map(({ customers, spend, net }, index) => ({
    month: index + 1,
    customers: spreadOf(customers),
    spend: spreadOf(spend),
    net: spreadOf(net),
  }));
}
