import { Button } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { ServerTable } from '../../../ui/server-table.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import type { Column } from '../../../ui/table-types.ts';
import { PostbackDoors } from './postback-doors.tsx';
import { PostbackTemplates } from './postback-templates.tsx';

type Line = Item<'/v1/postbacks'>;

const DIRECTIONS = ['in', 'out'] as const;
const STATES = ['accepted', 'refused', 'queued', 'sent', 'failed'] as const;

/** Postbacks: doors for networks, what they are told, and the log of both. */
export default function Postbacks() {
  const { t } = useTranslation('screens-doors');
  return (
    <>
      <PageHeader title={t('postbacks.title')} answer={t('postbacks.answer')} />
      <PostbackDoors />
      <PostbackTemplates />
      <Log />
    </>
  );
}

function Log() {
  const { t } = useTranslation('screens-doors');
  return (
    <ServerTable<Line>
      name="postbacks"
      label={t('postbacks.log')}
      fetchPage={({ page, per_page, direction, state }) =>
        ask(
          api.GET('/v1/postbacks', {
            params: {
              query: {
                page,
                per_page,
                ...(direction ? { direction: direction as 'in' } : {}),
                ...(state ? { state: state as 'sent' } : {}),
              },
            },
          }),
        )
      }
      filters={[
        {
          key: 'direction',
          label: t('postbacks.columns.direction'),
          options: DIRECTIONS.map((value) => ({ value, label: t(`postbacks.directions.${value}`) })),
        },
        {
          key: 'state',
          label: t('postbacks.columns.state'),
          options: STATES.map((value) => ({ value, label: t(`common:states.${value}`) })),
        },
      ]}
      columns={useColumns()}
      rowId={(line) => line.id}
      empty={<EmptyState icon={IconArrowsExchange} title={t('postbacks.empty')} text={t('postbacks.emptyText')} />}
    />
  );
}

function useColumns(): Column<Line>[] {
  const { t } = useTranslation('screens-doors');
  return [
    {
      key: 'name',
      title: t('postbacks.columns.name'),
      render: (line) => `${line.name} (${t(`postbacks.directions.${line.direction}`)})`,
      csv: (line) => line.name,
    },
    {
      key: 'state',
      title: t('postbacks.columns.state'),
      render: (line) => <StateBadge state={line.state} />,
      csv: (line) => line.state,
    },
    { key: 'reason', title: t('postbacks.columns.reason'), render: (line) => line.reason, csv: (line) => line.reason },
    {
      key: 'what',
      title: t('postbacks.columns.what'),
      render: (line) => <span style={{ overflowWrap: 'anywhere' }}>{whatOf(line)}</span>,
      csv: whatOf,
      wideOnly: true,
    },
    { key: 'about', title: t('postbacks.columns.about'), render: (line) => <About line={line} /> },
    {
      key: 'at',
      title: t('postbacks.columns.at'),
      render: (line) => <RelativeTime at={line.at} />,
      csv: (line) => line.at,
    },
  ];
}

function whatOf(line: Line): string {
  return line.url ?? new URLSearchParams(line.parameters).toString();
}

function About({ line }: { line: Line }) {
  const { t } = useTranslation('screens-doors');
  const mayWrite = useMay('programmes:write');
  if (line.state === 'failed' && line.url && mayWrite) return <SendAgain id={line.id} />;
  if (line.commission_id)
    return (
      <Link to="/commissions/$id" params={{ id: line.commission_id }} className="gw-link">
        {t('postbacks.commission')}
      </Link>
    );
  if (!line.conversion_id) return '—';
  return (
    <Link to="/conversions/$id" params={{ id: line.conversion_id }} className="gw-link">
      {t('stripe.toConversion')}
    </Link>
  );
}

function SendAgain({ id }: { id: string }) {
  const { t } = useTranslation('screens-doors');
  const queries = useQueryClient();
  const send = useMutation({
    mutationFn: () => ask(api.POST('/v1/postbacks/{id}/send', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['postbacks'] }),
  });
  return (
    <Button size="compact-xs" variant="default" loading={send.isPending} onClick={() => send.mutate()}>
      {t('postbacks.sendAgain')}
    </Button>
  );
}
