import { useTranslation } from 'react-i18next';
import { numberText, shortMoneyText } from '../../../lib/format.ts';
import classes from '../reports/reports.module.css';
import type { QualityReport, QualityRow } from './quality.tsx';

type Range = NonNullable<QualityRow['ltv_cac']>;
type Worth = Pick<QualityReport['programmes'][number], 'break_even_month' | 'net_minor'>;

/** The middle with the interval below. */
export function Between({ range, text }: { range: Range | null; text: (value: number) => string }) {
  const { t } = useTranslation('screens-partner-quality');
  if (!range) return <>—</>;
  return (
    <span className="gw-num">
      {text(range.value)}
      <span className={classes.interval}>{t('range', { low: text(range.low), high: text(range.high) })}</span>
    </span>
  );
}

export function Times({ range }: { range: Range | null }) {
  return <Between range={range} text={(value) => numberText(value, 1)} />;
}

export function Net({ of, currency }: { of: Worth; currency: string }) {
  return <Between range={of.net_minor} text={(minor) => shortMoneyText(minor, currency)} />;
}

/** In which month of its stay a customer has paid back what was paid for it. */
export function BreakEven({ of }: { of: Worth }) {
  const { t } = useTranslation('screens-partner-quality');
  if (!of.net_minor) return <>—</>;
  return (
    <>{of.break_even_month === null ? t('breakEvenNever') : t('breakEvenMonth', { count: of.break_even_month })}</>
  );
}
