import { Button } from '@mantine/core';
import { IconSpeakerphone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import { numberText } from '../../../lib/format.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ServerTable } from '../../../ui/server-table.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import type { Column } from '../../../ui/table-types.ts';
import { Blockers } from './blockers.tsx';
import classes from './nominations.module.css';

type Nomination = Item<'/v1/advocates'>;
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

function useColumns(): Column<Nomination>[] {
  const { t } = useTranslation('screens-advocates');
  return [
    {
      key: 'name',
      title: t('list.columns.account'),
      sort: true,
      render: ({ account }) => account.name,
      csv: ({ account }) => account.name,
    },
    {
      key: 'person',
      title: t('list.columns.person'),
      render: ({ person }) =>
        person ? (
          <div>
            <div>{person.name ?? person.email}</div>
            <div className={classes.quiet}>{person.title ?? (person.role ? t(`role.${person.role}`) : '')}</div>
          </div>
        ) : (
          <span className={classes.quiet}>{t('list.nobody')}</span>
        ),
      csv: ({ person }) => person?.email ?? person?.name,
    },
    {
      key: 'reason',
      title: t('list.columns.reason'),
      render: ({ reason }) => <div className={classes.reason}>{reason}</div>,
      csv: ({ reason }) => reason,
    },
    {
      key: 'ask',
      title: t('list.columns.ask'),
      render: ({ ask_kind, open_ask }) => (
        <div>
          <div>{t(`ask.${ask_kind}`)}</div>
          {open_ask && <StateBadge state={open_ask.state} />}
        </div>
      ),
      csv: ({ ask_kind }) => ask_kind,
    },
    {
      key: 'blockers',
      title: t('list.columns.blockers'),
      render: ({ blockers }) => <Blockers blockers={blockers} short />,
      csv: ({ blockers }) => blockers.map(({ reason }) => reason).join(' '),
    },
    {
      key: 'score',
      title: t('list.columns.score'),
      sort: true,
      end: true,
      render: ({ score, status }) => (
        <div className={classes.score}>
          <strong className="gw-num">{numberText(score)}</strong>
          <StateBadge state={status} />
        </div>
      ),
      csv: ({ score }) => score,
    },
  ];
}
