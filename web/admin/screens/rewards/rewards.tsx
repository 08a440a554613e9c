import { Button } from '@mantine/core';
import { IconGift } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { GRANT_STATES } from '../../../../src/money/rewards/model.ts';
import { REWARD_KINDS, REWARD_RECEIVERS } from '../../../../src/partners/programmes/model.ts';
import { api, ask } from '../../../lib/api.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ServerTable } from '../../../ui/server-table.tsx';
import { type Grant, useRewardColumns } from './reward-columns.tsx';
import { RewardTabs } from './reward-tabs.tsx';

export default function Rewards() {
  const { t } = useTranslation('screens-rewards');
  const options = (values: readonly string[], prefix: string) =>
    values.map((value) => ({ value, label: t(`${prefix}.${value}`) }));
  return (
    <>
      <PageHeader title={t('rewards.title')} answer={t('rewards.answer')} />
      <RewardTabs open="all" />
      <ServerTable<Grant>
        name="grants"
        label={t('tabs.all')}
        fetchPage={(query) => ask(api.GET('/v1/grants', { params: { query: query as never } }))}
        columns={useRewardColumns()}
        rowId={({ id }) => id}
        rowTo={({ id }) => `/rewards/${id}`}
        searchLabel={t('rewards.search')}
        defaultSort={{ sort: 'promised_at', order: 'desc' }}
        filters={[
          {
            key: 'state',
            label: t('rewards.columns.state'),
            options: options(GRANT_STATES, 'common:grantStates'),
          },
          { key: 'kind', label: t('rewards.columns.kind'), options: options(REWARD_KINDS, 'kinds') },
          { key: 'receiver', label: t('rewards.columns.to'), options: options(REWARD_RECEIVERS, 'receivers') },
        ]}
        empty={
          <EmptyState
            icon={IconGift}
            title={t('rewards.empty')}
            text={t('rewards.emptyText')}
            action={
              <Button component={Link} to="/programmes">
                {t('rewards.emptyAction')}
              </Button>
            }
          />
        }
      />
    </>
  );
}
