import { Button, Checkbox, Group, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTruckDelivery } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { AddressLines } from './address.tsx';
import { Due, receiverName } from './reward-columns.tsx';
import { RewardTabs } from './reward-tabs.tsx';

type Queue = Got<'/v1/grants/queue'>;
type Waiting = Queue['items'][number];
type Filled = { chosen?: boolean; tracking?: string; code?: string };

/** What a person has to send today, the longest due first. */
export default function RewardQueue() {
  const queue = useQuery({
    queryKey: ['grants', 'queue'],
    queryFn: () => ask(api.GET('/v1/grants/queue', { params: { query: { per_page: 200 } } })),
  });
  return <QueryView query={queue}>{(data) => <View queue={data} />}</QueryView>;
}

function View({ queue }: { queue: Queue }) {
  const { t } = useTranslation('screens-rewards');
  const { total, overdue, waiting } = queue;
  const answer = [
    overdue === 0 ? t('queue.answerNone') : t('queue.answer', { count: overdue }),
    waiting > 0 && t('queue.waiting', { count: waiting }),
  ];
  return (
    <>
      <PageHeader
        title={total === 0 ? t('queue.titleNone') : t('queue.title', { count: total })}
        answer={answer.filter(Boolean).join(' ')}
      />
      <RewardTabs open="queue" />
      {total === 0 ? (
        <Section flush>
          <EmptyState icon={IconTruckDelivery} title={t('queue.empty')} text={t('queue.emptyText')} />
        </Section>
      ) : (
        <Sendings items={queue.items} />
      )}
    </>
  );
}

function Sendings({ items }: { items: Waiting[] }) {
  const { t } = useTranslation('screens-rewards');
  const [filled, setFilled] = useState<Record<string, Filled>>({});
  const fill = (id: string) => (change: Filled) => setFilled((all) => ({ ...all, [id]: { ...all[id], ...change } }));
  const send = useSending(() => setFilled({}));
  const chosen = items.filter(({ id }) => filled[id]?.chosen);
  const grants = chosen.map(({ id }) => ({
    id,
    ...(filled[id]?.tracking ? { tracking: filled[id].tracking } : {}),
    ...(filled[id]?.code ? { code: filled[id].code } : {}),
  }));
  return (
    <Section
      flush
      title={t('tabs.queue')}
      actions={
        <Button disabled={chosen.length === 0} loading={send.isPending} onClick={() => send.mutate(grants)}>
          {chosen.length === 0 ? t('queue.sendNone') : t('queue.send', { count: chosen.length })}
        </Button>
      }
    >
      {send.isError && <ProblemAlert error={send.error} />}
      <PlainTable
        label={t('tabs.queue')}
        columns={['choose', 'what', 'who', 'where', 'due', 'tracking'].map((key) => ({ title: t(`queue.${key}`) }))}
        rows={items.map((item) => rowOf(item, filled[item.id] ?? {}, fill(item.id), t))}
      />
    </Section>
  );
}

function rowOf(item: Waiting, filled: Filled, fill: (change: Filled) => void, t: TFunction<'screens-rewards'>) {
  const name = receiverName(item, t);
  return [
    <Checkbox
      key="choose"
      aria-label={t('queue.chooseOne', { name })}
      disabled={item.waits_for !== null}
      checked={filled.chosen ?? false}
      onChange={(event) => fill({ chosen: event.currentTarget.checked })}
    />,
    <Link key="what" to={`/rewards/${item.id}`} className="gw-link">
      {item.gift?.name ?? item.what}
    </Link>,
    name,
    <Place key="where" item={item} />,
    <Due key="due" grant={item} />,
    <Group key="tracking" gap="xs">
      <TextInput
        aria-label={`${t('queue.tracking')}: ${name}`}
        placeholder={t('queue.tracking')}
        value={filled.tracking ?? ''}
        onChange={(event) => fill({ tracking: event.currentTarget.value })}
      />
      {item.kind === 'gift_card' && (
        <TextInput
          aria-label={`${t('queue.code')}: ${name}`}
          placeholder={t('queue.code')}
          autoComplete="off"
          value={filled.code ?? ''}
          onChange={(event) => fill({ code: event.currentTarget.value })}
        />
      )}
    </Group>,
  ];
}

function Place({ item }: { item: Waiting }) {
  const { t } = useTranslation('screens-rewards');
  if (item.waits_for === 'gift') return <span>{t('queue.needsGift')}</span>;
  return item.address ? <AddressLines address={item.address} /> : <span>{t('queue.online')}</span>;
}

/** Marks as sent, and offers to take it back. */
function useSending(onSent: () => void) {
  const { t } = useTranslation('screens-rewards');
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: ['grants'] });
  const undo = async (ids: string[], notice: string) => {
    notifications.hide(notice);
    await ask(api.POST('/v1/grants/unsend', { body: { ids } }));
    await refresh();
    notifications.show({ message: t('queue.undone') });
  };
  return useMutation({
    mutationFn: (grants: { id: string }[]) => ask(api.POST('/v1/grants/send', { body: { grants } })),
    onSuccess: async (_done, grants) => {
      onSent();
      await refresh();
      const notice = `sent-${grants[0]?.id}`;
      notifications.show({
        id: notice,
        autoClose: 60_000,
        message: (
          <Group justify="space-between" wrap="nowrap">
            {t('queue.sent', { count: grants.length })}
            <Button
              size="compact-sm"
              variant="default"
              onClick={() =>
                undo(
                  grants.map(({ id }) => id),
                  notice,
                )
              }
            >
              {t('queue.undo')}
            </Button>
          </Group>
        ),
      });
    },
  });
}
