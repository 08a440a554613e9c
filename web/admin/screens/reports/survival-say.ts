import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Got } from '../../../lib/api.ts';
import { numberText, percentText } from '../../../lib/format.ts';
import type { Drawn } from './survival-chart.ts';

export type Report = Got<'/v1/reports/survival'>;

/** What a group is called on the screen. */
export function useNames(by: Report['by']) {
  const { t } = useTranslation('screens-survival');
  return (value: string | null) => {
    if (value === null) return t('notKnown');
    return by === 'partner' ? t(`partner.${value}`) : value;
  };
}

const SMALLEST = 0.0001;

export function probabilityText(p: number | null, t: TFunction<'screens-survival'>): string {
  if (p === null) return '–';
  return p < SMALLEST ? t('below', { limit: numberText(SMALLEST, 4) }) : numberText(p, 4);
}

/** "82% (74% – 88%)", or nothing where it cannot be seen yet. */
export function shareAt({ curve }: Drawn, month: number): string | undefined {
  const point = curve.find((one) => one.month === month);
  return point && `${percentText(point.share, 0)} (${percentText(point.low, 0)} – ${percentText(point.high, 0)})`;
}
