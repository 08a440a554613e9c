import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { numberText } from '../../../lib/format.ts';
import classes from './paths.module.css';
import type { FoundPath } from './paths-query.ts';

const SMALLEST = 0.0001;
const probability = (p: number) => (p < SMALLEST ? `< ${numberText(SMALLEST, 4)}` : numberText(p, 4));
const points = (share: number) => numberText(share * 100, 0);

/** Every number behind one path, one click away. */
export function Numbers({ path }: { path: FoundPath }) {
  const { t } = useTranslation('screens-paths');
  const { difference, adjusted_odds: odds, equally_active: active } = path;
  const ratio = (one: { value: number; low: number; high: number } | null | undefined) =>
    one
      ? t('numbers.odds', {
          value: numberText(one.value, 2),
          low: numberText(one.low, 2),
          high: numberText(one.high, 2),
        })
      : t('numbers.noneAlike');
  const rows: [string, string][] = [
    [t('numbers.with'), `${path.succeeded_with} / ${path.n_with}`],
    [t('numbers.without'), `${path.succeeded_without} / ${path.n_without}`],
    [
      t('numbers.difference'),
      t('numbers.points', {
        value: points(difference.value),
        low: points(difference.low),
        high: points(difference.high),
      }),
    ],
    [t('numbers.lift'), path.lift === null ? '—' : numberText(path.lift, 2)],
    [t('numbers.p'), probability(path.p)],
    [t('numbers.q'), probability(path.q)],
    [t('numbers.adjusted'), ratio(odds)],
    [
      t('numbers.active'),
      active
        ? t('numbers.activeValue', { odds: ratio(active.odds), p: probability(active.p) })
        : t('numbers.noneAlike'),
    ],
    [t('numbers.confirmed'), t(path.confirmed ? 'numbers.yes' : 'numbers.no')],
  ];
  return (
    <details className={classes.details}>
      <summary>{t('numbers.show')}</summary>
      <dl className={classes.numbers}>
        {rows.map(([label, value]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
    </details>
  );
}
