import { Tabs } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { dateText, monthText, numberText, percentText } from '../../../lib/format.ts';
import { Chart, type ChartColours } from '../../../ui/chart.tsx';
import { Count, Percent } from '../../../ui/numbers.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { intervalBars } from '../reports/interval-bars.ts';
import type { Backtest, BacktestResult } from './backtest.tsx';
import { ChurnByBand } from './churn-by-band.tsx';
import { curveOption, monthsOption } from './line-option.ts';

const TABS = ['bands', 'calibration', 'roc', 'gains', 'months', 'groups'] as const;

/** Everything behind the verdict, one picture at a time, each with the sentence that reads it. */
export function Evidence({ backtest, result }: { backtest: Backtest; result: BacktestResult }) {
  const { t } = useTranslation('screens-health');
  const panels = {
    bands: <ChurnByBand result={result} />,
    calibration: <Calibration result={result} />,
    roc: <Curve result={result} of="roc" />,
    gains: <Curve result={result} of="gains" />,
    months: <Months result={result} />,
    groups: <Groups backtest={backtest} />,
  };
  return (
    <Tabs defaultValue="bands" keepMounted={false} mt="md">
      <Tabs.List>
        {TABS.map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {t(`evidence.${tab}.tab`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {TABS.map((tab) => (
        <Tabs.Panel key={tab} value={tab} pt="sm">
          <p style={{ margin: '0 0 8px', maxWidth: '70ch' }}>{t(`evidence.${tab}.read`)}</p>
          {panels[tab]}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

const quiet = { color: 'var(--mantine-color-dimmed)' };

function Calibration({ result }: { result: BacktestResult }) {
  const { t } = useTranslation('screens-health');
  const bins = result.calibration;
  const option = useMemo(() => {
    const bars = bins.map((bin) => ({
      name: `${numberText(bin.from)} – ${numberText(bin.to)}`,
      value: bin.rate ?? 0,
      low: bin.low ?? 0,
      high: bin.high ?? 0,
    }));
    return (colours: ChartColours) => intervalBars({ bars, axis: (value) => percentText(value, 0) }, colours);
  }, [bins]);
  if (bins.length === 0) return <p style={quiet}>{t('evidence.nothing')}</p>;
  return (
    <Chart
      summary={t('evidence.calibration.summary', {
        low: percentText(bins[0]?.rate ?? 0),
        high: percentText(bins.at(-1)?.rate ?? 0),
      })}
      option={option}
      height={300}
      columns={[
        { title: t('evidence.calibration.scores') },
        { title: t('backtest.rate'), end: true },
        { title: t('backtest.range'), end: true },
        { title: t('backtest.n'), end: true },
      ]}
      rows={bins.map((bin) => [
        `${numberText(bin.from, 1)} – ${numberText(bin.to, 1)}`,
        <Percent key="rate" value={bin.rate} />,
        `${percentText(bin.low ?? 0)} – ${percentText(bin.high ?? 0)}`,
        <Count key="n" value={bin.n} />,
      ])}
    />
  );
}

function Curve({ result, of }: { result: BacktestResult; of: 'roc' | 'gains' }) {
  const { t } = useTranslation('screens-health');
  const points = result[of];
  const words = { xName: t(`evidence.${of}.x`), yName: t(`evidence.${of}.y`) };
  const option = useMemo(
    () => (colours: ChartColours) => curveOption({ points, xName: words.xName, yName: words.yName }, colours),
    [points, words.xName, words.yName],
  );
  if (points.length === 0) return <p style={quiet}>{t('evidence.nothing')}</p>;
  const at = (share: number) => points.find(({ x }) => x >= share)?.y ?? 1;
  return (
    <Chart
      summary={t(`evidence.${of}.summary`, { tenth: percentText(at(0.1), 0), fifth: percentText(at(0.2), 0) })}
      option={option}
      height={300}
      columns={[{ title: words.xName }, { title: words.yName, end: true }]}
      rows={points.map(({ x, y }) => [percentText(x), percentText(y)])}
    />
  );
}

function Months({ result }: { result: BacktestResult }) {
  const { t } = useTranslation('screens-health');
  const months = result.by_month;
  const coin = t('evidence.months.coin');
  const option = useMemo(() => {
    const shown = months.map(({ on, auc }) => ({
      name: monthText(on),
      auc: auc?.value ?? null,
      low: auc?.low ?? null,
      high: auc?.high ?? null,
    }));
    return (colours: ChartColours) => monthsOption(shown, coin, colours);
  }, [months, coin]);
  if (months.length === 0) return <p style={quiet}>{t('evidence.nothing')}</p>;
  return (
    <Chart
      summary={t('evidence.months.summary', { count: months.length })}
      option={option}
      height={240}
      columns={[
        { title: t('evidence.months.month') },
        { title: t('evidence.auc'), end: true },
        { title: t('backtest.range'), end: true },
        { title: t('backtest.left'), end: true },
        { title: t('backtest.n'), end: true },
      ]}
      rows={months.map((month) => [
        dateText(month.on),
        month.auc ? numberText(month.auc.value, 3) : '—',
        month.auc ? `${numberText(month.auc.low, 2)} – ${numberText(month.auc.high, 2)}` : '—',
        <Count key="left" value={month.churned} />,
        <Count key="n" value={month.n} />,
      ])}
    />
  );
}

function Groups({ backtest }: { backtest: Backtest }) {
  const { t } = useTranslation('screens-health');
  if (backtest.groups.length === 0) return <p style={quiet}>{t('evidence.groups.none')}</p>;
  return (
    <PlainTable
      label={t('evidence.groups.tab')}
      columns={[
        { title: t('evidence.groups.group') },
        { title: t('evidence.groups.verdict') },
        { title: t('evidence.auc'), end: true },
        { title: t('backtest.range'), end: true },
        { title: t('backtest.left'), end: true },
        { title: t('evidence.groups.accounts'), end: true },
      ]}
      rows={backtest.groups.map((group) => [
        <span key="name">
          {group.name} <span style={quiet}>{t(`evidence.groups.kinds.${group.kind}`)}</span>
        </span>,
        t(`backtest.verdicts.${group.verdict}`),
        group.auc ? numberText(group.auc.value, 3) : '—',
        group.auc ? `${numberText(group.auc.low, 2)} – ${numberText(group.auc.high, 2)}` : '—',
        <Count key="left" value={group.churned_accounts} />,
        <Count key="n" value={group.accounts} />,
      ])}
    />
  );
}
