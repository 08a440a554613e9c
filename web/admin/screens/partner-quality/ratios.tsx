import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { numberText } from '../../../lib/format.ts';
import { Chart, type ChartColours } from '../../../ui/chart.tsx';
import { Section } from '../../../ui/section.tsx';
import { intervalBars } from '../reports/interval-bars.ts';
import { Times } from './amounts.tsx';
import type { QualityReport } from './quality.tsx';

const MOST = 20;
const TONES = { keep: 'good', watch: 'accent', drop: 'bad', too_early: 'accent' } as const;

/** What customers bring for each 1 paid for them, with the interval, against the company's guard. */
export function Ratios({ data }: { data: QualityReport }) {
  const { t } = useTranslation('screens-partner-quality');
  const bars = useMemo(
    () =>
      data.items
        .flatMap(({ partner, ltv_cac, recommendation }) =>
          ltv_cac ? [{ name: partner, ...ltv_cac, tone: TONES[recommendation] }] : [],
        )
        .slice(0, MOST),
    [data.items],
  );
  const option = useMemo(() => {
    const mark = { at: data.guard, name: t('guard', { guard: numberText(data.guard, 1) }) };
    return (colours: ChartColours) => intervalBars({ bars, axis: (value) => numberText(value, 1), mark }, colours);
  }, [bars, data.guard, t]);
  if (bars.length === 0) return null;
  return (
    <Section title={t('chart')} note={t('chartNote')}>
      <Chart
        summary={t('chartSummary', {
          partners: bars.map((bar) => `${bar.name} ${numberText(bar.value, 1)}`).join(', '),
        })}
        option={option}
        height={56 + bars.length * 36}
        columns={[{ title: t('partner') }, { title: t('ratio'), end: true }]}
        rows={bars.map((bar) => [bar.name, <Times key="times" range={bar} />])}
      />
    </Section>
  );
}
