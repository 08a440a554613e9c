import { useTranslation } from 'react-i18next';
import type { Money, Played, ScenarioInput } from '../../../../src/advocacy/scenarios/model.ts';
import { moneyText, numberText, percentText } from '../../../lib/format.ts';
import { PlainTable } from '../../../ui/plain-table.tsx';
import classes from './scenarios.module.css';

const PARTS: (keyof Money)[] = [
  'margin',
  'commission',
  'rewards',
  'discounts',
  'retention',
  'acquisition',
  'fixed',
  'net',
];

type Props = { input: ScenarioInput; played: Played; at: 'a' | 'b'; ms: number };

/** Everything behind the sentence, one click away. */
export function Statistics({ input, played, at, ms }: Props) {
  const { t } = useTranslation('screens-scenarios');
  const result = at === 'b' && played.b ? played.b : played.a;
  const money = (value: number) => moneyText(Math.round(value), input.currency);
  const spread = ({ p10, p50, p90 }: { p10: number; p50: number; p90: number }, text: (value: number) => string) =>
    [p10, p50, p90].map(text);
  const open = (value: number | null) => (value === null ? t('answer.free') : numberText(value, 2));
  const payback = (value: number | null) => (value === null ? t('answer.never') : numberText(value));
  return (
    <details className={classes.details}>
      <summary>{t('statistics.title')}</summary>
      <PlainTable
        label={t('statistics.parts')}
        columns={[{ title: t('statistics.part') }, { title: t('statistics.expected'), end: true }]}
        rows={PARTS.map((part) => [t(`parts.${part}`), money(result.expected[part])])}
      />
      <PlainTable
        label={t('statistics.title')}
        columns={[{ title: t('answer.measure') }, ...['P10', 'P50', 'P90'].map((title) => ({ title, end: true }))]}
        rows={[
          [t('answer.net'), ...spread(result.net, money)],
          [t('answer.customers'), ...spread(result.customers, (value) => numberText(value, 1))],
          [t('answer.ratio'), open(result.ltv_cac.p10), open(result.ltv_cac.p50), open(result.ltv_cac.p90)],
          [t('answer.payback'), payback(result.payback.p10), payback(result.payback.p50), payback(result.payback.p90)],
          ...(played.difference ? [[t('statistics.difference'), ...spread(played.difference, money)]] : []),
        ]}
      />
      <p>
        {t('statistics.method', {
          draws: numberText(played.draws),
          seed: input.seed,
          mean: money(result.net.mean),
          back: percentText(result.paid_back, 1),
          better: played.difference ? percentText(played.difference.better, 1) : '–',
          ms: numberText(ms),
        })}
      </p>
    </details>
  );
}
