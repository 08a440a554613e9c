import { Group } from '@mantine/core';
import { IconCoins } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../../lib/api.ts';
import { monthText } from '../../../../lib/format.ts';
import { useMay } from '../../../../lib/session.ts';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { Money } from '../../../../ui/money.tsx';
import { Notice } from '../../../../ui/notice.tsx';
import { PageHeader } from '../../../../ui/page-header.tsx';
import { PlainTable } from '../../../../ui/plain-table.tsx';
import { QueryView } from '../../../../ui/query-view.tsx';
import { Section } from '../../../../ui/section.tsx';
import { companyQuery } from '../../../company.ts';
import { EnterCost } from './enter-cost.tsx';
import { PasteCosts } from './paste-costs.tsx';

type Cost = Item<'/v1/company/costs'>;

/** What each channel costs, month by month. */
export default function Costs() {
  const { t } = useTranslation('screens-costs');
  const mayWrite = useMay('settings:write');
  const company = useQuery(companyQuery);
  const costs = useQuery({ queryKey: ['costs'], queryFn: () => ask(api.GET('/v1/company/costs')) });
  const currency = company.data?.reporting_currency ?? 'EUR';
  const channels = [...new Set((costs.data?.items ?? []).map(({ channel }) => channel))].sort();
  return (
    <>
      <PageHeader
        title={t('title')}
        answer={
          <>
            {t('answer')}{' '}
            <Link to="/channels" className="gw-link">
              {t('toChannels')}
            </Link>
          </>
        }
        actions={
          mayWrite && (
            <Group gap="xs">
              <PasteCosts currency={currency} />
              <EnterCost currency={currency} channels={channels} />
            </Group>
          )
        }
      />
      {!mayWrite && <Notice tone="calm">{t('screens-settings:readOnly')}</Notice>}
      <QueryView query={costs}>
        {({ items }) => (
          <Section title={t('table')} note={t('tableNote')} flush>
            {items.length === 0 ? (
              <EmptyState icon={IconCoins} title={t('empty')} text={t('emptyText')} />
            ) : (
              <CostTable items={items} channels={channels} currency={currency} />
            )}
          </Section>
        )}
      </QueryView>
    </>
  );
}

type TableProps = { items: Cost[]; channels: string[]; currency: string };

/** A row a month, a column a channel; the sum only where every amount has a value in the reporting currency. */
function CostTable({ items, channels, currency }: TableProps) {
  const { t } = useTranslation('screens-costs');
  const months = [...Map.groupBy(items, ({ month }) => month)];
  return (
    <PlainTable
      label={t('table')}
      columns={[
        { title: t('month') },
        ...channels.map((title) => ({ title, end: true })),
        { title: t('total'), end: true },
      ]}
      rows={months.map(([month, costs]) => [
        monthText(month),
        ...channels.map((channel) => {
          const cost = costs.find((one) => one.channel === channel);
          return <Money key={channel} minor={cost?.amount_minor} currency={cost?.currency} />;
        }),
        <Money key="total" minor={totalOf(costs)} currency={currency} />,
      ])}
    />
  );
}

function totalOf(costs: Cost[]): number | null {
  return costs.reduce<number | null>(
    (sum, { amount_reporting_minor: minor }) => (sum === null || minor === null ? null : sum + minor),
    0,
  );
}
