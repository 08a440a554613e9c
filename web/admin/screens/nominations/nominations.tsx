import { Button } from '@mantine/core';
import { IconSpeakerphone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ServerTable } from '../../../ui/server-table.tsx';
import { type Nomination, useColumns } from './nomination-columns.tsx';

const STATUSES = ['ready', 'almost', 'not_now', 'unknown'];
const ASKS = ['review', 'case_study', 'reference', 'referral', 'partnership'];

/** The ranked list: who, why, for what, and what stands against it. */
export default function Nominations() {
  const { t } = useTranslation('screens-advocates');
  const gist = useQuery({
    queryKey: ['nominations', 'counts'],
    queryFn: () => ask(api.GET('/v1/advocates', { params: { query: { per_page: 1 } } })),
  });
  const counts = gist.data?.counts;
  return (
    <>
      <PageHeader
        title={t('list.title')}
        answer={
          counts &&
          (gist.data?.people_known
            ? t('list.answer', { count: counts.ready, ...counts })
            : t('list.answerNobody', { count: counts.ready, ...counts }))
        }
        actions={
          <Button component={Link} to="/asks" variant="default">
            {t('list.toAsks')}
          </Button>
        }
      />
      <ServerTable<Nomination>
        name="nominations"
        label={t('list.title')}
        fetchPage={(query) => ask(api.GET('/v1/advocates', { params: { query: query as never } }))}
        columns={useColumns()}
        rowId={({ account }) => account.id}
        rowTo={({ account }) => `/nominations/${account.id}`}
        searchLabel={t('list.search')}
        filters={[
          {
            key: 'status',
            label: t('list.status'),
            options: STATUSES.map((value) => ({ value, label: t(`common:states.${value}`) })),
          },
          {
            key: 'ask_kind',
            label: t('list.ask'),
            options: ASKS.map((value) => ({ value, label: t(`ask.${value}`) })),
          },
        ]}
        empty={
          <EmptyState
            icon={IconSpeakerphone}
            title={t('list.empty')}
            text={t('list.emptyText')}
            action={
              <Button component={Link} to="/imports/new" variant="default">
                {t('list.emptyAction')}
              </Button>
            }
          />
        }
      />
    </>
  );
}
