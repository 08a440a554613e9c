import { useTranslation } from 'react-i18next';
import type { Item } from '../../../lib/api.ts';
import { numberText, percentText, signedText } from '../../../lib/format.ts';
import { StateBadge } from '../../../ui/state-badge.tsx';
import classes from './success.module.css';

export type Trait = Item<'/v1/success/traits'>;
export type Statistics = NonNullable<Trait['statistics']>;
type Verdict = Trait['verdict'];

const LOOKS = {
  confirmed_more: 'green',
  confirmed_less: 'red',
  not_confirmed: 'almost',
  explained: 'unknown',
  nothing: 'unknown',
  too_few: 'unknown',
} as const;

type Props = { verdict: Verdict; difference: number | undefined };

/** Whether it goes with success: confirmed, not confirmed yet, or nothing. */
export function VerdictBadge({ verdict, difference = 0 }: Props) {
  const { t } = useTranslation('screens-success');
  const key = verdict === 'confirmed' ? (difference > 0 ? 'confirmed_more' : 'confirmed_less') : verdict;
  return <StateBadge state={LOOKS[key]} label={t(`verdicts.${key}`)} />;
}

const SMALLEST = 0.0001;
const probability = (p: number) => (p < SMALLEST ? `< ${numberText(SMALLEST, 4)}` : numberText(p, 4));
const points = (share: number) => signedText(share * 100);

type Estimate = Statistics['difference'];
type Part = NonNullable<Statistics['confirmation']>;

/** Every number behind one association, one click away. */
export function Numbers({ statistics }: { statistics: Statistics }) {
  const { t } = useTranslation('screens-success');
  const { discovery, confirmation, adjusted, lift, p, q } = statistics;
  const difference = (one: Estimate) =>
    t('numbers.points', { value: points(one.value), low: points(one.low), high: points(one.high) });
  const of = (part: Part) =>
    t('numbers.part', {
      own: `${part.with.succeeded}/${part.with.n}`,
      others: `${part.without.succeeded}/${part.without.n}`,
      difference: difference(part.difference),
      p: probability(part.p),
    });
  const odds = adjusted?.odds_ratio;
  const rows: [string, string][] = [
    [t('numbers.all'), of(statistics)],
    [t('numbers.discovery'), discovery ? `${of(discovery)}, ${t('numbers.q', { q: probability(q) })}` : '—'],
    [t('numbers.confirmation'), confirmation ? of(confirmation) : '—'],
    [
      t('numbers.adjusted'),
      odds
        ? t('numbers.odds', {
            value: numberText(odds.value, 2),
            low: numberText(odds.low, 2),
            high: numberText(odds.high, 2),
          })
        : adjusted
          ? difference(adjusted.difference)
          : t('numbers.noneAlike'),
    ],
    [t('numbers.lift'), lift === null ? '—' : t('numbers.times', { lift: numberText(lift, 2), p: probability(p) })],
  ];
  return (
    <details className={classes.details}>
      <summary>{t('numbers.show')}</summary>
      <dl className={classes.numbers}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** "+27 points (+18 – +35)" */
export function DifferenceText({ statistics }: { statistics: Statistics | null }) {
  const { t } = useTranslation('screens-success');
  if (!statistics) return <span className={classes.quiet}>{t('tooFew')}</span>;
  const { value, low, high } = statistics.difference;
  return <>{t('numbers.points', { value: points(value), low: points(low), high: points(high) })}</>;
}

/** "78% (68 – 86%)" */
export function ShareText({ share }: { share: { value: number; low: number; high: number; n: number } | null }) {
  const { t } = useTranslation('screens-success');
  if (!share) return <span className={classes.quiet}>{t('tooFew')}</span>;
  return (
    <span className="gw-num">
      {percentText(share.value, 0)}{' '}
      <span className={classes.interval}>
        {t('interval', { low: numberText(share.low * 100, 0), high: percentText(share.high, 0), count: share.n })}
      </span>
    </span>
  );
}
