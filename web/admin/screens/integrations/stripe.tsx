import { Stack } from '@mantine/core';
import { IconCreditCard } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got, type Item } from '../../../lib/api.ts';
import { instantText } from '../../../lib/format.ts';
import { useMay } from '../../../lib/session.ts';
import { CopyField } from '../../../ui/copy-field.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageSkeleton } from '../../../ui/loading.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Facts, Section } from '../../../ui/section.tsx';
import { ServerTable } from '../../../ui/server-table.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import type { Column } from '../../../ui/table-types.ts';
import { Rejections } from './rejections.tsx';
import { SetUpStripe } from './set-up-stripe.tsx';

type Settings = Got<'/v1/stripe/settings'>;
type Event = Item<'/v1/stripe/events'>;

const STATES = ['applied', 'waiting', 'ignored', 'refused'] as const;

/** Stripe: how it reaches us, what it sent, and what became of it. */
export default function Stripe() {
  const { t } = useTranslation('screens-doors');
  const mayWrite = useMay('settings:write');
  const settings = useQuery({ queryKey: ['stripe'], queryFn: () => ask(api.GET('/v1/stripe/settings')) });
  if (settings.isPending) return <PageSkeleton />;
  if (settings.isError) return <ProblemAlert error={settings.error} onRetry={() => settings.refetch()} />;
  const { is_set_up, events } = settings.data;
  return (
    <>
      <PageHeader
        title={t('stripe.title')}
        answer={is_set_up ? t('stripe.answer', events) : t('stripe.answerNone')}
        actions={mayWrite && <SetUpStripe settings={settings.data} />}
      />
      <SetUp settings={settings.data} />
      <Events />
      <Rejections />
    </>
  );
}

function SetUp({ settings }: { settings: Settings }) {
  const { t } = useTranslation('screens-doors');
  const { endpoint, types, is_set_up, secret_ends, previous_until, livemode, stripe_account } = settings;
  return (
    <Section title={t('stripe.setUp')}>
      <Stack>
        {!is_set_up && <Notice tone="calm">{t('stripe.how')}</Notice>}
        <CopyField value={endpoint} label={t('stripe.endpoint')} />
        <Facts
          items={[
            [t('stripe.secret'), secret_ends && t('stripe.secretEnds', { ends: secret_ends })],
            [t('stripe.previous'), previous_until && instantText(previous_until)],
            [t('stripe.mode'), is_set_up ? t(livemode ? 'stripe.live' : 'stripe.test') : null],
            [t('stripe.account'), stripe_account],
            [t('stripe.reference'), is_set_up ? t(`stripe.references.${settings.client_reference}`) : null],
            [t('stripe.metadataKey'), <code key="key">{settings.account_metadata_key}</code>],
            [t('stripe.types'), types.join(', ')],
          ]}
        />
      </Stack>
    </Section>
  );
}

function Events() {
  const { t } = useTranslation('screens-doors');
  return (
    <ServerTable<Event>
      name="stripe-events"
      label={t('stripe.events')}
      searchLabel={t('stripe.search')}
      fetchPage={({ page, per_page, q, state }) =>
        ask(
          api.GET('/v1/stripe/events', {
            params: { query: { page, per_page, ...(q ? { q } : {}), ...(state ? { state: state as 'applied' } : {}) } },
          }),
        )
      }
      filters={[
        {
          key: 'state',
          label: t('stripe.columns.state'),
          options: STATES.map((value) => ({ value, label: t(`stripe.states.${value}`) })),
        },
      ]}
      columns={useColumns()}
      rowId={(event) => event.id}
      rowTo={(event) => `/settings/stripe/${event.id}`}
      empty={<EmptyState icon={IconCreditCard} title={t('stripe.empty')} text={t('stripe.emptyText')} />}
    />
  );
}

function useColumns(): Column<Event>[] {
  const { t } = useTranslation('screens-doors');
  return [
    { key: 'type', title: t('stripe.columns.type'), render: (event) => event.type, csv: (event) => event.type },
    {
      key: 'state',
      title: t('stripe.columns.state'),
      render: (event) => <StateBadge state={event.state} label={t(`stripe.states.${event.state}`)} />,
      csv: (event) => event.state,
    },
    { key: 'reason', title: t('stripe.columns.reason'), render: (event) => event.reason, csv: (event) => event.reason },
    {
      key: 'subject',
      title: t('stripe.columns.subject'),
      render: (event) => event.subject_id ?? '—',
      csv: (event) => event.subject_id,
      wideOnly: true,
    },
    {
      key: 'received_at',
      title: t('stripe.columns.received'),
      render: (event) => <RelativeTime at={event.received_at} />,
      csv: (event) => event.received_at,
    },
  ];
}
