import type { ProgrammePage } from './programme.tsx';

export type Gate = ProgrammePage['gates'][number];
type Of<K extends Gate['kind']> = Extract<Gate, { kind: K }>;

/** The gates as a form holds them. */
export type GatesValues = {
  invitation: boolean;
  application: boolean;
  certification: boolean;
  payout_details: boolean;
  entry_fee: boolean;
  fee_minor: number | null;
  fee_period: Of<'entry_fee'>['period'];
  countries: 'all' | 'allowed' | 'refused';
  country_list: string[];
  categories: string[];
  readiness: boolean;
  nps_least: number | '';
  answers_least: number | '';
  retention_least: number | '';
  stories_least: number | '';
};

export function toGateValues(gates: readonly Gate[]): GatesValues {
  const find = <K extends Gate['kind']>(kind: K) => gates.find((gate): gate is Of<K> => gate.kind === kind);
  const has = (kind: Gate['kind']) => find(kind) !== undefined;
  const fee = find('entry_fee');
  const country = find('country');
  const ready = find('company_readiness');
  return {
    invitation: has('invitation'),
    application: has('application'),
    certification: has('certification'),
    payout_details: has('payout_details'),
    entry_fee: fee !== undefined,
    fee_minor: fee?.amount_minor ?? null,
    fee_period: fee?.period ?? 'month',
    countries: country ? (country.allowed ? 'allowed' : 'refused') : 'all',
    country_list: country?.allowed ?? country?.refused ?? [],
    categories: find('category')?.allowed ?? [],
    readiness: ready !== undefined,
    nps_least: ready?.nps_least ?? '',
    answers_least: ready?.answers_least ?? '',
    retention_least: ready?.retention_least === undefined ? '' : Math.round(ready.retention_least * 10_000) / 100,
    stories_least: ready?.stories_least ?? '',
  };
}

const PLAIN = ['invitation', 'application', 'certification', 'payout_details'] as const;

/** What was typed as gates. */
export function toGates(values: GatesValues): Gate[] {
  const { nps_least, answers_least, retention_least, stories_least } = values;
  const least = {
    ...(nps_least === '' ? {} : { nps_least }),
    ...(answers_least === '' ? {} : { answers_least }),
    ...(retention_least === '' ? {} : { retention_least: retention_least / 100 }),
    ...(stories_least === '' ? {} : { stories_least }),
  };
  return [
    ...PLAIN.filter((kind) => values[kind]).map((kind): Gate => ({ kind })),
    ...(values.entry_fee
      ? [{ kind: 'entry_fee' as const, amount_minor: values.fee_minor ?? 0, period: values.fee_period }]
      : []),
    ...(values.countries === 'all' ? [] : [{ kind: 'country' as const, [values.countries]: values.country_list }]),
    ...(values.categories.length > 0 ? [{ kind: 'category' as const, allowed: values.categories }] : []),
    ...(values.readiness ? [{ kind: 'company_readiness' as const, ...least }] : []),
  ];
}
