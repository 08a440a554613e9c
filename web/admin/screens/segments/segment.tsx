import { Button } from '@mantine/core';
import { IconCopy, IconPencil } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { numberText } from '../../../lib/format.ts';
import { useMay } from '../../../lib/session.ts';
import { ConfirmAction } from '../../../ui/confirm-action.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { ServerTable } from '../../../ui/server-table.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { type AccountRow, useAccountColumns } from '../accounts/account-columns.tsx';
import { ComeAndGone } from './come-and-gone.tsx';

type Segment = Got<'/v1/segments/{id}'>;

/** One segment: its rule in a sentence, who is in it, who came and went. */
export default function SegmentPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const found = useQuery({
    queryKey: ['segments', id],
    queryFn: () => ask(api.GET('/v1/segments/{id}', { params: { path: { id } } })),
  });
  return <QueryView query={found}>{(segment) => <Detail segment={segment} />}</QueryView>;
}

function Detail({ segment }: { segment: Segment }) {
  const { t } = useTranslation('screens-segments');
  const mayWrite = useMay('success:write');
  return (
    <>
      <PageHeader
        back={
          <Link to="/segments" className="gw-link">
            {t('back')}
          </Link>
        }
        title={segment.name}
        badge={segment.archived_at && <StateBadge state="archived" label={t('archived')} />}
        answer={
          <>
            {t('detail.answer', {
              sentence: segment.sentence,
              count: segment.member_count,
              total: numberText(segment.member_count),
            })}{' '}
            {segment.description} {segment.evaluated_at && t('detail.evaluated')}{' '}
            {segment.evaluated_at && <RelativeTime at={segment.evaluated_at} />}
          </>
        }
        actions={mayWrite && <Actions segment={segment} />}
      />
      <ServerTable<AccountRow>
        name="segment-accounts"
        label={t('detail.members')}
        fixed={{ segment: segment.id }}
        fetchPage={(query) => ask(api.GET('/v1/accounts', { params: { query: query as never } }))}
        columns={useAccountColumns()}
        rowId={({ id }) => id}
        rowTo={({ id }) => `/accounts/${id}`}
        searchLabel={t('detail.search')}
        defaultSort={{ sort: 'mrr', order: 'desc' }}
        exportHref={(query) => `/v1/accounts.csv?${query}`}
        empty={
          <EmptyState
            title={t('detail.nobody')}
            text={t(segment.archived_at ? 'detail.archivedText' : 'detail.nobodyText')}
          />
        }
      />
      <ComeAndGone id={segment.id} />
    </>
  );
}

function Actions({ segment }: { segment: Segment }) {
  const { t } = useTranslation('screens-segments');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const path = { id: segment.id };
  const refresh = () => queries.invalidateQueries({ queryKey: ['segments'] });
  const duplicate = useMutation({
    mutationFn: async () =>
      (await ask(api.POST('/v1/segments/{id}/duplicate', { params: { path } }))) as { id: string },
    onSuccess: async ({ id }) => {
      await refresh();
      navigate({ to: '/segments/$id/edit', params: { id } } as never);
    },
  });
  const archive = async () => {
    await ask(api.POST('/v1/segments/{id}/archive', { params: { path } }));
    await refresh();
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconCopy size={16} />}
        loading={duplicate.isPending}
        onClick={() => duplicate.mutate()}
      >
        {t('detail.duplicate')}
      </Button>
      {!segment.archived_at && (
        <>
          <ConfirmAction
            variant="default"
            label={t('detail.archive')}
            title={t('detail.archiveTitle', { name: segment.name })}
            confirmLabel={t('detail.archiveConfirm', { name: segment.name })}
            run={archive}
            done={t('detail.archiveDone')}
          >
            {t('detail.archiveText')}
          </ConfirmAction>
          <Button component={Link} to={`/segments/${segment.id}/edit`} leftSection={<IconPencil size={16} />}>
            {t('detail.edit')}
          </Button>
        </>
      )}
    </>
  );
}
