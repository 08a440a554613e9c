import {
  ASSUMPTIONS,
  type OfferResult,
  type Played,
  type ScenarioInput,
} from '../../../../src/advocacy/scenarios/model.ts';
import { type CsvRow, csvText } from '../../../lib/csv.ts';

/** The assumptions, then what each offer brings; money in minor units. */
export function scenarioCsv(input: ScenarioInput, { a, b }: Played): string {
  const assumed = ASSUMPTIONS.map((key): CsvRow => {
    const { value, sd, source, n } = input.assumptions[key];
    return ['assumption', key, '', value, sd, '', source, n ?? ''];
  });
  const frame = (['customers', 'seats', 'fixed_cost_minor', 'usual_reward_minor', 'guard', 'confidence'] as const).map(
    (key): CsvRow => ['setting', key, '', input[key], '', '', '', ''],
  );
  const header = ['kind', 'key', 'offer', 'value', 'sd_or_p10', 'p90', 'source', 'n'];
  return csvText(header, [...frame, ...assumed, ...resultRows('a', a), ...(b ? resultRows('b', b) : [])]);
}

function resultRows(at: string, result: OfferResult): CsvRow[] {
  const { customers, net, ltv_cac, payback } = result;
  const spreads = { customers, net, ltv_cac, payback };
  const row = (key: string, value: number | null): CsvRow => ['result', key, at, value, '', '', '', ''];
  return [
    ...Object.entries(spreads).map(([key, { p10, p50, p90 }]): CsvRow => ['result', key, at, p50, p10, p90, '', '']),
    row('profit', result.profit),
    row('guard_holds', result.guard_holds),
    row('largest_reward', 'size' in result.largest ? result.largest.size : null),
    ...result.tornado.map(({ key, net_at_low, net_at_high }): CsvRow => {
      return ['tornado', key, at, '', net_at_low, net_at_high, '', ''];
    }),
  ];
}
