import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { percentText } from '../../../lib/format.ts';
import { Chart, type ChartColours } from '../../../ui/chart.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Count, Percent } from '../../../ui/numbers.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { DefinitionLink } from './definition-link.tsx';
import { intervalBars } from './interval-bars.ts';
import { NothingYet } from './nothing-yet.tsx';
import type { Say } from './say.ts';

type Report = Got<'/v1/reports/churn-by-source'>;
type Source = Report['items'][number];
const DEFINITIONS = ['subscriptions', 'events', 'flags'] as const;
type Definition = (typeof DEFINITIONS)[number];
/** Fewer accounts than this say nothing of a source. */
const FEW = 10;

/** Which sources bring customers who leave, and does the answer hang on what "churned" means? */
export default function ChurnBySource() {
  const { t } = useTranslation('screens-reports');
  const report = useQuery({
    queryKey: ['churn-by-source'],
    queryFn: () => ask(api.GET('/v1/reports/churn-by-source')),
  });
  return (
    <QueryView query={report}>
      {(data) => (
        <>
          <PageHeader title={t('churn.title')} answer={answerOf(data, t)} />
          {data.items.length === 0 ? <NothingYet of="churn" /> : <Answer data={data} />}
        </>
      )}
    </QueryView>
  );
}

/** Sources with enough accounts, those that lose most first. */
function ranked(items: Source[], definition: Definition): Source[] {
  const known = items.filter(
    (one) => one.source !== null && one.accounts >= FEW && one.churn_share[definition] !== null,
  );
  return known.sort((a, b) => (b.churn_share[definition] ?? 0) - (a.churn_share[definition] ?? 0));
}

function answerOf({ items, definition }: Report, t: Say): string | undefined {
  const order = ranked(items, definition);
  const worst = order[0];
  const best = order.at(-1);
  if (!worst || !best || worst === best) return items.length === 0 ? undefined : t('churn.tooFew', { count: FEW });
  const share = (one: Source) => percentText(one.churn_share[definition] ?? 0);
  const params = { worst: worst.source, worstShare: share(worst), best: best.source, bestShare: share(best) };
  return t('churn.answer', params);
}

/** Another definition that puts another source first. */
function contradictionOf({ items, definition }: Report): { definition: Definition; first: string } | undefined {
  const first = ranked(items, definition)[0]?.source;
  for (const other of DEFINITIONS.filter((one) => one !== definition)) {
    const found = ranked(items, other)[0]?.source;
    if (found && first && found !== first) return { definition: other, first: found };
  }
  return undefined;
}

function Answer({ data }: { data: Report }) {
  const { t } = useTranslation('screens-reports');
  const contradiction = contradictionOf(data);
  return (
    <>
      {contradiction && (
        <Notice tone="warn" title={t('churn.contradiction')}>
          {t('churn.contradictionText', {
            definition: t(`churn.definitions.${contradiction.definition}`),
            first: contradiction.first,
          })}
        </Notice>
      )}
      <Section title={t('churn.chart')} note={t(`churn.by.${data.definition}`)}>
        <Bars data={data} />
        <DefinitionLink slug="churn-by-source" />
      </Section>
      <Section title={t('churn.table')} note={t('churn.tableNote')} flush>
        <PlainTable
          label={t('churn.table')}
          columns={[
            { title: t('churn.source') },
            { title: t('churn.accounts'), end: true },
            ...DEFINITIONS.map((one) => ({ title: t(`churn.definitions.${one}`), end: true })),
          ]}
          rows={data.items.map((one) => [
            one.source ?? t('notKnown'),
            <Count key="accounts" value={one.accounts} />,
            ...DEFINITIONS.map((definition) => <Percent key={definition} value={one.churn_share[definition]} />),
          ])}
        />
      </Section>
    </>
  );
}

function Bars({ data }: { data: Report }) {
  const { t } = useTranslation('screens-reports');
  const bars = useMemo(
    () =>
      data.items
        .filter((one) => one.churn_share[data.definition] !== null && one.interval !== null)
        .map((one) => ({
          name: one.source ?? t('notKnown'),
          value: one.churn_share[data.definition] ?? 0,
          low: one.interval?.low ?? 0,
          high: one.interval?.high ?? 0,
        }))
        .sort((a, b) => b.value - a.value),
    [data, t],
  );
  const option = useMemo(
    () => (colours: ChartColours) => intervalBars({ bars, axis: (share) => percentText(share, 0) }, colours),
    [bars],
  );
  return (
    <Chart
      summary={t('churn.summary', { sources: bars.map((bar) => `${bar.name} ${percentText(bar.value)}`).join(', ') })}
      option={option}
      height={48 + bars.length * 36}
      columns={[
        { title: t('churn.source') },
        { title: t('churn.share'), end: true },
        { title: t('churn.range'), end: true },
      ]}
      rows={bars.map((bar) => [bar.name, percentText(bar.value), `${percentText(bar.low)} – ${percentText(bar.high)}`])}
    />
  );
}
