import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCheck, IconListCheck, IconX } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { ServerTable } from '../../../ui/server-table.tsx';
import type { Column } from '../../../ui/table-types.ts';
import classes from './needs.module.css';
import { type AccountNeed, useNeeds } from './needs-query.ts';

/** What answers and tickets suggest, to be confirmed or not. */
export default function Suggestions() {
  const { t } = useTranslation('screens-needs');
  const needs = useNeeds();
  return (
    <>
      <PageHeader
        back={
          <Link to="/success/needs" className="gw-link">
            {t('back')}
          </Link>
        }
        title={t('suggestions.title')}
        answer={t('suggestions.answer')}
      />
      <ServerTable<AccountNeed>
        name="needs-accounts"
        label={t('suggestions.title')}
        fetchPage={(query) => ask(api.GET('/v1/needs/accounts', { params: { query: query as never } }))}
        columns={useColumns()}
        rowId={({ account_id, need_id }) => `${account_id} ${need_id}`}
        filters={[
          {
            key: 'state',
            label: t('suggestions.state'),
            options: (['confirmed', 'rejected'] as const).map((value) => ({ value, label: t(`states.${value}`) })),
          },
          {
            key: 'need_id',
            label: t('suggestions.need'),
            options: (needs.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
          },
        ]}
        empty={<EmptyState icon={IconListCheck} title={t('suggestions.none')} text={t('suggestions.noneText')} />}
      />
    </>
  );
}

function useColumns(): Column<AccountNeed>[] {
  const { t } = useTranslation('screens-needs');
  const mayWrite = useMay('customers:write');
  return [
    {
      key: 'account',
      title: t('suggestions.account'),
      render: ({ account_id, account_name }) => (
        <Link to="/accounts/$id" params={{ id: account_id }} className="gw-link">
          {account_name}
        </Link>
      ),
      csv: ({ account_name }) => account_name,
    },
    { key: 'name', title: t('suggestions.need'), render: ({ name }) => name, csv: ({ name }) => name },
    {
      key: 'evidence',
      title: t('suggestions.evidence'),
      render: ({ evidence, source }) => (
        <span>
          {evidence} <span className={classes.quiet}>{t(`sources.${source}`)}</span>
        </span>
      ),
      csv: ({ evidence }) => evidence,
    },
    {
      key: 'seen',
      title: t('suggestions.seen'),
      end: true,
      wideOnly: true,
      render: ({ seen_at }) => <RelativeTime at={seen_at} />,
      csv: ({ seen_at }) => seen_at,
    },
    {
      key: 'decide',
      title: t('suggestions.decide'),
      render: (row) => (mayWrite ? <Decide row={row} /> : t(`states.${row.state}`)),
      csv: ({ state }) => state,
    },
  ];
}

/** One or two buttons: what was chosen is not offered again. */
export function Decide({ row }: { row: AccountNeed }) {
  const { t } = useTranslation('screens-needs');
  const queries = useQueryClient();
  const decide = useMutation({
    mutationFn: (state: 'confirmed' | 'rejected') => {
      const path = { id: row.account_id, need_id: row.need_id };
      return ask(api.PUT('/v1/accounts/{id}/needs/{need_id}', { params: { path }, body: { state } }));
    },
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
    onSettled: () => {
      queries.invalidateQueries({ queryKey: ['needs'] });
      queries.invalidateQueries({ queryKey: ['needs-accounts'] });
    },
  });
  const choice = (state: 'confirmed' | 'rejected', Icon: typeof IconCheck) =>
    row.state !== state && (
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<Icon size={14} />}
        loading={decide.isPending && decide.variables === state}
        aria-label={t(`decide.${state}Of`, { need: row.name, account: row.account_name })}
        onClick={() => decide.mutate(state)}
      >
        {t(`decide.${state}`)}
      </Button>
    );
  return (
    <span className={classes.actions}>
      {choice('confirmed', IconCheck)}
      {choice('rejected', IconX)}
    </span>
  );
}
