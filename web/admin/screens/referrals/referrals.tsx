import { SimpleGrid, UnstyledButton } from '@mantine/core';
import { IconUserShare } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { STAGES } from '../../../../src/partners/referrals/model.ts';
import { api, ask, type Item } from '../../../lib/api.ts';
import { useListState } from '../../../lib/list-state.ts';
import { useMay } from '../../../lib/session.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ServerTable } from '../../../ui/server-table.tsx';
import { NewReferral } from './new-referral.tsx';
import { useReferralColumns } from './referral-columns.tsx';
import classes from './referrals.module.css';

export type Referral = Item<'/v1/referrals'>;

/** Who was named to us, and where does each stand? */
export default function Referrals() {
  const { t } = useTranslation('screens-referrals');
  const mayWrite = useMay('partners:write');
  return (
    <>
      <PageHeader title={t('title')} answer={<Answer />} actions={mayWrite && <NewReferral />} />
      <Stages />
      <ServerTable<Referral>
        name="referrals"
        label={t('title')}
        fetchPage={(query) => ask(api.GET('/v1/referrals', { params: { query: query as never } }))}
        columns={useReferralColumns()}
        rowId={({ id }) => id}
        rowTo={({ id }) => `/referrals/${id}`}
        searchLabel={t('search')}
        defaultSort={{ sort: 'submitted_at', order: 'desc' }}
        filters={[
          {
            key: 'stage',
            label: t('columns.stage'),
            options: STAGES.map((value) => ({ value, label: t(`stages.${value}`) })),
          },
          { key: 'overdue', label: t('columns.answer'), options: [{ value: 'true', label: t('overdue') }] },
        ]}
        empty={<EmptyState icon={IconUserShare} title={t('empty')} text={t('emptyText')} />}
      />
    </>
  );
}

const useCounts = () =>
  useQuery({
    queryKey: ['referrals', 'counts'],
    queryFn: () => ask(api.GET('/v1/referrals', { params: { query: { per_page: 1 } } })),
  });

/** How many partners wait for a word, in one sentence. */
function Answer() {
  const { t } = useTranslation('screens-referrals');
  const counts = useCounts();
  const late = useQuery({
    queryKey: ['referrals', 'overdue'],
    queryFn: () => ask(api.GET('/v1/referrals', { params: { query: { per_page: 1, overdue: 'true' } } })),
  });
  if (!counts.data || !late.data) return t('answer.plain');
  const waiting = counts.data.by_stage.submitted ?? 0;
  if (late.data.total > 0) return t('answer.late', { count: late.data.total, waiting });
  return waiting > 0 ? t('answer.waiting', { count: waiting }) : t('answer.none');
}

/** The pipeline at a glance; a stage filters the list below. */
function Stages() {
  const { t } = useTranslation('screens-referrals');
  const counts = useCounts();
  const list = useListState();
  if (!counts.data) return null;
  const { by_stage } = counts.data;
  return (
    <SimpleGrid cols={{ base: 3, sm: 6 }} spacing="xs" mb="md" role="group" aria-label={t('pipeline')}>
      {STAGES.map((stage) => {
        const chosen = list.search.stage === stage;
        return (
          <UnstyledButton
            key={stage}
            className={classes.stage}
            aria-pressed={chosen}
            onClick={() => list.set({ stage: chosen ? undefined : stage })}
          >
            <span className={classes.count}>{by_stage[stage] ?? 0}</span>
            <span>{t(`stages.${stage}`)}</span>
          </UnstyledButton>
        );
      })}
    </SimpleGrid>
  );
}
