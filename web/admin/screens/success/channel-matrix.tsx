import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { dateText, percentText } from '../../../lib/format.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { Estimate } from '../reports/estimate.tsx';
import { Numbers, ShareText, VerdictBadge } from './association.tsx';
import classes from './success.module.css';
import { SuccessTabs } from './success-tabs.tsx';
import { TooFew } from './traits.tsx';

type Report = Got<'/v1/success/channels'>;
type Channel = Report['items'][number];
const SOURCES = ['first_touch', 'last_touch', 'imported', 'self_reported'] as const;
type Source = (typeof SOURCES)[number];

/** Which channels bring customers who succeed, as each source tells it? */
export default function ChannelMatrix() {
  const { t } = useTranslation('screens-success');
  const channels = useQuery({ queryKey: ['success-channels'], queryFn: () => ask(api.GET('/v1/success/channels')) });
  return (
    <QueryView query={channels}>
      {(data) => (
        <>
          <PageHeader
            title={t('channels.title')}
            answer={data.answer}
            actions={
              data.items.length > 0 ? (
                <Button
                  component="a"
                  href="/v1/success/channels.csv"
                  variant="default"
                  leftSection={<IconDownload size={16} />}
                >
                  {t('csv')}
                </Button>
              ) : undefined
            }
          />
          <SuccessTabs open="channels" />
          {data.outcome === 'too_few' ? <TooFew data={data} /> : <Answer data={data} />}
        </>
      )}
    </QueryView>
  );
}

function Answer({ data }: { data: Report }) {
  const { t } = useTranslation('screens-success');
  const used = SOURCES.filter((source) => data.items.some(({ cells }) => cells[source] !== null));
  const told = data.items.flatMap(({ channel, cells }) =>
    used.flatMap((source) => {
      const cell = cells[source];
      return cell?.statistics && (cell.verdict === 'confirmed' || cell.verdict === 'not_confirmed')
        ? [{ key: `${channel}/${source}`, cell, statistics: cell.statistics }]
        : [];
    }),
  );
  return (
    <>
      <Section
        title={t('channels.success')}
        note={t('channels.successNote', {
          all: data.share ? percentText(data.share.value, 0) : '—',
          day: data.day,
          until: dateText(data.on),
        })}
        flush
      >
        <PlainTable
          label={t('channels.success')}
          columns={[
            { title: t('channels.channel') },
            ...used.map((one) => ({ title: t(`sources.${one}`), end: true })),
          ]}
          rows={data.items.map(({ channel, cells }) => [
            channel,
            ...used.map((source) => <SuccessCell key={source} cell={cells[source]} />),
          ])}
        />
      </Section>
      {told.length > 0 && (
        <Section title={t('channels.told')}>
          <ul className={classes.told}>
            {told.map(({ key, cell, statistics }) => (
              <li key={key}>
                <p>
                  <VerdictBadge verdict={cell.verdict} difference={statistics.difference.value} /> {cell.sentence}
                </p>
                <Numbers statistics={statistics} />
              </li>
            ))}
          </ul>
          <p className={classes.quiet}>{t('associated')}</p>
        </Section>
      )}
      <Worth data={data} source={data.won_by} />
    </>
  );
}

function SuccessCell({ cell }: { cell: Channel['cells'][Source] }) {
  const { t } = useTranslation('screens-success');
  if (!cell) return <span className={classes.quiet}>{t('channels.nobody')}</span>;
  return (
    <span className={classes.cell}>
      <ShareText share={cell.success} />
      {cell.verdict !== 'nothing' && cell.verdict !== 'too_few' && (
        <VerdictBadge verdict={cell.verdict} difference={cell.statistics?.difference.value} />
      )}
    </span>
  );
}

/** Who stays, and what a customer of each channel is worth against what winning one costs. */
function Worth({ data, source }: { data: Report; source: Report['won_by'] }) {
  const { t } = useTranslation('screens-success');
  const shown = data.items.filter(({ cells }) => cells[source] !== null);
  return (
    <Section title={t('channels.worth')} note={t(`channels.wonBy.${source}`)} flush>
      <PlainTable
        label={t('channels.worth')}
        columns={[
          { title: t('channels.channel') },
          { title: t('channels.success'), end: true },
          { title: t('channels.left'), end: true },
          { title: t('channels.cac'), end: true },
          { title: t('channels.ltv'), end: true },
          { title: t('channels.ltvCac'), end: true },
        ]}
        rows={shown.map(({ channel, cells, worth }) => [
          channel,
          <ShareText key="success" share={cells[source]?.success ?? null} />,
          <ShareText key="left" share={cells[source]?.churn ?? null} />,
          <Estimate key="cac" metric={worth.cac} />,
          <Estimate key="ltv" metric={worth.ltv} />,
          worth.ltv_cac.value === null ? '—' : <Estimate key="times" metric={worth.ltv_cac} />,
        ])}
      />
    </Section>
  );
}
