import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfferResult, Played, ScenarioInput } from '../../../../src/advocacy/scenarios/model.ts';
import { nameOfOffer, sizeInWords, wholePercent } from '../../../../src/advocacy/scenarios/rules/verdict.ts';
import { moneyText, numberText, shortMoneyText } from '../../../lib/format.ts';
import { Chart, type ChartColours } from '../../../ui/chart.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { Section } from '../../../ui/section.tsx';
import { distributionChart, tornadoChart } from './charts.ts';
import { speak } from './said.ts';
import classes from './scenarios.module.css';
import { Statistics } from './statistics.tsx';

type Props = { input: ScenarioInput; played: Played; ms: number };

/** What the offers bring: in a sentence, in a small table, in two pictures, and with everything behind them. */
export function Answer({ input, played, ms }: Props) {
  const { t } = useTranslation('screens-scenarios');
  const [chosen, setChosen] = useState<'a' | 'b'>('a');
  const at = played.b && input.offers.b ? chosen : 'a';
  const result = at === 'b' && played.b ? played.b : played.a;
  return (
    <>
      <Section title={t('answer.title')} note={t('answer.note', { draws: numberText(played.draws) })}>
        <p className={classes.verdict} aria-live="polite">
          {speak(t, played.a.verdict)}
        </p>
        {played.b && <p className={classes.verdict}>{t('answer.second', { sentence: speak(t, played.b.verdict) })}</p>}
        {played.difference && <p>{speak(t, played.difference.verdict)}</p>}
        <Beside input={input} played={played} />
      </Section>
      <Section
        title={t('answer.pictures')}
        actions={
          played.b && (
            <SegmentedControl
              size="xs"
              aria-label={t('answer.which')}
              value={at}
              onChange={(value) => setChosen(value as 'a' | 'b')}
              data={[
                { value: 'a', label: t('offers.a') },
                { value: 'b', label: t('offers.b') },
              ]}
            />
          )
        }
      >
        <Distribution result={result} currency={input.currency} />
        <Tornado result={result} currency={input.currency} />
        <Statistics input={input} played={played} at={at} ms={ms} />
      </Section>
    </>
  );
}

function Beside({ input, played: { a, b } }: { input: ScenarioInput; played: Played }) {
  const { t } = useTranslation('screens-scenarios');
  const { currency, offers, guard } = input;
  const both = <T,>(cell: (result: OfferResult, at: 'a' | 'b') => T) => [cell(a, 'a'), ...(b ? [cell(b, 'b')] : [])];
  const nameOf = (at: 'a' | 'b') => speak(t, nameOfOffer(offers[at] ?? offers.a, currency));
  const range = (low: number, high: number, text: (value: number) => string) =>
    t('answer.range', { low: text(low), high: text(high) });
  const money = (value: number) => shortMoneyText(Math.round(value), currency);
  const ratio = (value: number | null) => (value === null ? t('answer.free') : numberText(value, 1));
  return (
    <PlainTable
      label={t('answer.title')}
      columns={[
        { title: t('answer.measure') },
        { title: t('offers.a'), end: true },
        ...(b ? [{ title: t('offers.b'), end: true }] : []),
      ]}
      rows={[
        [t('answer.offer'), ...both((_, at) => nameOf(at))],
        [t('answer.profit'), ...both(({ profit }) => wholePercent(profit))],
        [
          t('answer.net'),
          ...both(({ net }) => <Twice key="net" main={money(net.p50)} note={range(net.p10, net.p90, money)} />),
        ],
        [
          t('answer.ratio'),
          ...both(({ ltv_cac }) => (
            <Twice
              key="ratio"
              main={ratio(ltv_cac.p50)}
              note={t('answer.range', { low: ratio(ltv_cac.p10), high: ratio(ltv_cac.p90) })}
            />
          )),
        ],
        [
          t('answer.guard', { guard }),
          ...both(({ guard_holds }) => <Guard key="guard" input={input} share={guard_holds} />),
        ],
        [
          t('answer.customers'),
          ...both(({ customers: { p10, p50, p90 } }) => (
            <Twice key="n" main={numberText(p50, 1)} note={range(p10, p90, (value) => numberText(value, 1))} />
          )),
        ],
        [
          t('answer.payback'),
          ...both(({ payback: { p50 } }) =>
            p50 === null ? t('answer.never') : t('answer.months', { count: Math.ceil(p50) }),
          ),
        ],
        [
          t('answer.largest'),
          ...both((result, at) => <LargestCell key="largest" input={input} result={result} at={at} />),
        ],
      ]}
    />
  );
}

function Twice({ main, note }: { main: string; note: string }) {
  return (
    <span className={classes.twice}>
      <strong>{main}</strong>
      <small>{note}</small>
    </span>
  );
}

function Guard({ input, share }: { input: ScenarioInput; share: number }) {
  const { t } = useTranslation('screens-scenarios');
  const holds = share >= input.confidence;
  return (
    <span data-state={holds ? 'good' : 'bad'} className={classes.state}>
      {t(holds ? 'answer.guardHolds' : 'answer.guardBreaks', { percent: wholePercent(share) })}
    </span>
  );
}

function LargestCell({ input, result: { largest }, at }: { input: ScenarioInput; result: OfferResult; at: 'a' | 'b' }) {
  const { t } = useTranslation('screens-scenarios');
  if (!('size' in largest)) return t(`answer.largest_${largest.outcome}`);
  const { reward } = input.offers[at] ?? input.offers.a;
  const size = sizeInWords(reward, largest.size, input.currency);
  const words = typeof size === 'string' ? size : speak(t, size);
  return largest.outcome === 'any' ? t('answer.atLeast', { size: words }) : words;
}

function Distribution({ result, currency }: { result: OfferResult; currency: string }) {
  const { t } = useTranslation('screens-scenarios');
  const option = useMemo(
    () => (colours: ChartColours) => distributionChart(result, currency, colours),
    [result, currency],
  );
  const money = (value: number) => moneyText(Math.round(value), currency);
  const sentence = t('pictures.distribution', {
    middle: money(result.net.p50),
    low: money(result.net.p10),
    lost: wholePercent(1 - result.profit),
  });
  return (
    <>
      <p>{sentence}</p>
      <Chart
        summary={sentence}
        option={option}
        height={200}
        columns={[
          { title: t('pictures.from'), end: true },
          { title: t('pictures.to'), end: true },
          { title: t('pictures.runs'), end: true },
        ]}
        rows={result.histogram.map(({ from, to, runs }) => [money(from), money(to), numberText(runs)])}
      />
    </>
  );
}

function Tornado({ result, currency }: { result: OfferResult; currency: string }) {
  const { t } = useTranslation('screens-scenarios');
  const nameOf = (key: string) => t(`fields.${key}.name`);
  const option = useMemo(
    () => (colours: ChartColours) =>
      tornadoChart(result, { currency, nameOf: (key) => t(`fields.${key}.name`), colours }),
    [result, currency, t],
  );
  const [first] = result.tornado;
  if (!first) return <p>{t('pictures.nothingUnsure')}</p>;
  const money = (value: number) => moneyText(Math.round(value), currency);
  const sentence = t('pictures.tornado', {
    name: nameOf(first.key),
    low: money(Math.min(first.net_at_low, first.net_at_high)),
    high: money(Math.max(first.net_at_low, first.net_at_high)),
  });
  return (
    <>
      <p>{sentence}</p>
      <Chart
        summary={sentence}
        option={option}
        height={300}
        columns={[
          { title: t('pictures.assumption') },
          { title: t('pictures.netLow'), end: true },
          { title: t('pictures.netHigh'), end: true },
        ]}
        rows={result.tornado.map(({ key, net_at_low, net_at_high }) => [
          nameOf(key),
          money(net_at_low),
          money(net_at_high),
        ])}
      />
    </>
  );
}
