import { Button } from '@mantine/core';
import { IconFlask, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { wholePercent } from '../../../../src/advocacy/scenarios/rules/verdict.ts';
import { api, ask, type Item } from '../../../lib/api.ts';
import { shortMoneyText } from '../../../lib/format.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { ServerTable } from '../../../ui/server-table.tsx';
import { MemberName } from '../../member-name.tsx';

type Scenario = Item<'/v1/scenarios'>;

/** What was asked of offers before, and what came out. */
export default function Scenarios() {
  const { t } = useTranslation('screens-scenarios');
  const start = (
    <Button component={Link} to="/scenarios/new" leftSection={<IconPlus size={16} />}>
      {t('new')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('title')} answer={t('lab.question')} actions={start} />
      <ServerTable<Scenario>
        name="scenarios"
        label={t('title')}
        fetchPage={({ page, per_page, q }) =>
          ask(api.GET('/v1/scenarios', { params: { query: { page, per_page, q } as never } }))
        }
        columns={[
          { key: 'name', title: t('columns.name'), render: ({ name }) => name },
          { key: 'verdict', title: t('columns.verdict'), render: ({ verdict }) => verdict },
          { key: 'profit', title: t('answer.profit'), end: true, render: ({ profit }) => wholePercent(profit) },
          {
            key: 'net',
            title: t('answer.net'),
            end: true,
            render: ({ net, currency }) => shortMoneyText(Math.round(net.p50), currency),
          },
          { key: 'by', title: t('columns.by'), render: ({ updated_by }) => <MemberName id={updated_by} /> },
          { key: 'at', title: t('columns.at'), render: ({ updated_at }) => <RelativeTime at={updated_at} /> },
        ]}
        rowId={({ id }) => id}
        rowTo={({ id }) => `/scenarios/${id}`}
        searchLabel={t('search')}
        empty={<EmptyState icon={IconFlask} title={t('empty')} text={t('emptyText')} action={start} />}
      />
    </>
  );
}
