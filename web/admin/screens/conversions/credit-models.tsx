import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { Money } from '../../../ui/money.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';

type Report = Got<'/v1/reports/attribution-models'>;

const BY = ['partner', 'programme', 'channel'] as const;
const MODELS = ['first', 'last', 'linear', 'position', 'time_decay', 'markov', 'shapley'] as const;

/** Who would get credit for what was paid, under other models than the one that pays? */
export default function CreditModels() {
  const { t } = useTranslation('screens-partners');
  const [by, setBy] = useState<(typeof BY)[number]>('partner');
  const report = useQuery({
    queryKey: ['credit-models', by],
    queryFn: () => ask(api.GET('/v1/reports/attribution-models', { params: { query: { by } } })),
  });
  return (
    <>
      <PageHeader
        back={
          <Link to="/conversions" className="gw-link">
            {t('conversions.plain')}
          </Link>
        }
        title={t('creditModels.title')}
        answer={t('creditModels.answer')}
      />
      <Select
        label={t('creditModels.by')}
        data={BY.map((value) => ({ value, label: t(`creditModels.of.${value}`) }))}
        value={by}
        onChange={(value) => setBy((value ?? 'partner') as (typeof BY)[number])}
        allowDeselect={false}
        mb="md"
        maw={260}
      />
      <QueryView query={report}>{(data) => <Table report={data} by={by} />}</QueryView>
    </>
  );
}

function Table({ report, by }: { report: Report; by: (typeof BY)[number] }) {
  const { t } = useTranslation('screens-partners');
  const name = (item: Report['items'][number]) => {
    if (item.key === null) return t('creditModels.nobody');
    return by === 'channel' ? t(`partners.kinds.${item.key}`, { defaultValue: item.key }) : item.name;
  };
  return (
    <Section title={t('creditModels.table')} note={t('creditModels.note')} flush>
      <PlainTable
        label={t('creditModels.table')}
        columns={[
          { title: t(`creditModels.of.${by}`) },
          ...MODELS.map((model) => ({ title: t(`creditModels.models.${model}`), end: true })),
        ]}
        rows={[
          ...report.items.map((item) => [
            name(item),
            ...MODELS.map((model) => <Money key={model} minor={item[model]} currency={item.currency} />),
          ]),
          ...report.paid.map(({ currency, paid_minor }) => [
            <strong key="all">{t('creditModels.all')}</strong>,
            ...MODELS.map((model) => <Money key={model} minor={paid_minor} currency={currency} />),
          ]),
        ]}
      />
    </Section>
  );
}
