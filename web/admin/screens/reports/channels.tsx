import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { dateText, numberText, percentText } from '../../../lib/format.ts';
import { Chart, type ChartColours } from '../../../ui/chart.tsx';
import { Money } from '../../../ui/money.tsx';
import { Count, Percent } from '../../../ui/numbers.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { DefinitionLink } from './definition-link.tsx';
import { Estimate } from './estimate.tsx';
import { intervalBars } from './interval-bars.ts';
import { NothingYet } from './nothing-yet.tsx';
import classes from './reports.module.css';
import type { Say } from './say.ts';

type ChannelReport = Got<'/v1/reports/channels'>;
type Channel = ChannelReport['channels'][number];
const SOURCES = ['first_touch', 'last_touch', 'imported', 'self_reported'] as const;
const HEALTHY = 4;

/** Which channels bring customers who stay, and what does each cost? */
export default function Channels() {
  const { t } = useTranslation('screens-reports');
  const channels = useQuery({ queryKey: ['channels'], queryFn: () => ask(api.GET('/v1/reports/channels')) });
  return (
    <QueryView query={channels}>
      {(data) => (
        <>
          <PageHeader
            title={t('channels.title')}
            answer={answerOf(data, t)}
            actions={
              <Button component={Link} to="/settings/costs" variant="default">
                {t('channels.costs')}
              </Button>
            }
          />
          {data.accounts === 0 ? <NothingYet of="channels" /> : <Answer data={data} />}
        </>
      )}
    </QueryView>
  );
}

function byWorth(channels: Channel[]): Channel[] {
  const known = channels.filter(({ worth }) => worth.ltv_cac.value !== null);
  return known.sort((a, b) => (b.worth.ltv_cac.value ?? 0) - (a.worth.ltv_cac.value ?? 0));
}

function answerOf(data: ChannelReport, t: Say): string | undefined {
  const ranked = byWorth(data.channels);
  const best = ranked[0];
  const worst = ranked.at(-1);
  if (!best || !worst || best === worst) return data.accounts === 0 ? undefined : t('channels.noCosts');
  const times = (channel: Channel) => numberText(channel.worth.ltv_cac.value ?? 0, 1);
  const params = { best: best.channel, bestTimes: times(best), worst: worst.channel, worstTimes: times(worst) };
  return t('channels.answer', params);
}

function Answer({ data }: { data: ChannelReport }) {
  const { t } = useTranslation('screens-reports');
  return (
    <>
      <Section title={t('channels.back')} note={t('channels.backNote')}>
        <PayBack channels={data.channels} />
        <DefinitionLink slug="ltv-cac-by-channel" />
      </Section>
      <Fare data={data} />
      <Section title={t('channels.sources')} note={t('channels.sourcesNote')} flush>
        <PlainTable
          label={t('channels.sources')}
          columns={[
            { title: t('channels.channel') },
            ...SOURCES.map((one) => ({ title: t(`channels.source.${one}`), end: true })),
          ]}
          rows={data.channels.map((channel) => [
            channel.channel ?? t('notKnown'),
            ...SOURCES.map((one) => <Count key={one} value={channel[one].accounts} />),
          ])}
        />
      </Section>
    </>
  );
}

/** How the customers of each channel fare, and what they cost. */
function Fare({ data }: { data: ChannelReport }) {
  const { t } = useTranslation('screens-reports');
  const source = data.won_by;
  const shown = data.channels.filter((channel) => channel[source].accounts > 0);
  return (
    <Section
      title={t('channels.fare')}
      note={t(`channels.wonBy.${source}`, {
        from: dateText(data.cost_period.from),
        to: dateText(data.cost_period.to),
      })}
      flush
    >
      <PlainTable
        label={t('channels.fare')}
        columns={[
          { title: t('channels.channel') },
          { title: t('channels.paying'), end: true },
          { title: t('channels.mrr'), end: true },
          { title: t('channels.healthy'), end: true },
          { title: t('channels.churned'), end: true },
          { title: t('channels.cac'), end: true },
          { title: t('channels.ltv'), end: true },
          { title: t('channels.ltvCac'), end: true },
        ]}
        rows={shown.map(({ channel, worth, ...counts }) => [
          channel ?? t('notKnown'),
          <Count key="paying" value={counts[source].paying_accounts} />,
          <Money key="mrr" minor={counts[source].mrr_minor} currency={data.currency} short />,
          <Percent key="healthy" value={worth.scored > 0 ? worth.healthy / worth.scored : null} digits={0} />,
          worth.active_year_ago > 0
            ? t('channels.ofActive', {
                share: percentText(worth.churned_since / worth.active_year_ago, 0),
                count: worth.active_year_ago,
              })
            : '—',
          <Estimate key="cac" metric={worth.cac} />,
          <Estimate key="ltv" metric={worth.ltv} />,
          worth.ltv_cac.value === null ? '—' : <Estimate key="times" metric={worth.ltv_cac} />,
        ])}
      />
    </Section>
  );
}

function PayBack({ channels }: { channels: Channel[] }) {
  const { t } = useTranslation('screens-reports');
  const ranked = useMemo(() => byWorth([...channels]), [channels]);
  const option = useMemo(() => {
    const bars = ranked.map(({ channel, worth: { ltv_cac } }) => {
      const value = ltv_cac.value ?? 0;
      const { low, high } = ltv_cac.interval ?? { low: value, high: value };
      return { name: channel ?? '', value, low, high, tone: value > HEALTHY ? ('good' as const) : ('accent' as const) };
    });
    const mark = { at: HEALTHY, name: numberText(HEALTHY) };
    return (colours: ChartColours) => intervalBars({ bars, axis: (value) => numberText(value, 1), mark }, colours);
  }, [ranked]);
  if (ranked.length === 0) return <p className={classes.missing}>{t('channels.noCosts')}</p>;
  const told = ranked.map(({ channel, worth }) => `${channel} ${numberText(worth.ltv_cac.value ?? 0, 1)}`);
  return (
    <Chart
      summary={t('channels.summary', { channels: told.join(', ') })}
      option={option}
      height={56 + ranked.length * 36}
      columns={[
        { title: t('channels.channel') },
        { title: t('channels.cac'), end: true },
        { title: t('channels.ltv'), end: true },
        { title: t('channels.ltvCac'), end: true },
      ]}
      rows={ranked.map(({ channel, worth }) => [
        channel,
        <Estimate key="cac" metric={worth.cac} />,
        <Estimate key="ltv" metric={worth.ltv} />,
        <Estimate key="times" metric={worth.ltv_cac} />,
      ])}
    />
  );
}
