import { Button, Modal } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../../lib/api.ts';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { ServerTable } from '../../../../ui/server-table.tsx';
import { StateBadge } from '../../../../ui/state-badge.tsx';
import type { Column } from '../../../../ui/table-types.ts';
import { MessageLog } from './message-log.tsx';

export type Message = Item<'/v1/webhooks/{id}/messages'>;

/** What was sent to one receiver, or waits to be. */
export function Messages({ webhookId }: { webhookId: string }) {
  const { t } = useTranslation('screens-settings');
  const [opened, setOpened] = useState<Message>();
  return (
    <>
      <ServerTable<Message>
        name="webhook-messages"
        label={t('webhooks.messages')}
        fetchPage={(query) =>
          ask(api.GET('/v1/webhooks/{id}/messages', { params: { path: { id: webhookId }, query: query as never } }))
        }
        columns={useColumns(setOpened)}
        rowId={({ id }) => id}
        filters={[
          {
            key: 'state',
            label: t('webhooks.columns.state'),
            options: ['waiting', 'delivered', 'failed'].map((value) => ({
              value,
              label: t(`webhooks.messageStates.${value}`),
            })),
          },
        ]}
        empty={<EmptyState icon={IconSend} title={t('webhooks.noMessages')} text={t('webhooks.noMessagesText')} />}
      />
      <Modal opened={opened !== undefined} onClose={() => setOpened(undefined)} title={opened?.topic ?? ''} size="xl">
        {opened && <MessageLog id={opened.id} />}
      </Modal>
    </>
  );
}

function useColumns(open: (message: Message) => void): Column<Message>[] {
  const { t } = useTranslation('screens-settings');
  return [
    {
      key: 'topic',
      title: t('webhooks.columns.topic'),
      render: (message) => (
        <Button variant="subtle" size="compact-sm" onClick={() => open(message)}>
          {message.topic}
        </Button>
      ),
      csv: ({ topic }) => topic,
    },
    {
      key: 'state',
      title: t('webhooks.columns.state'),
      render: ({ state }) => (
        <StateBadge state={state === 'delivered' ? 'done' : state} label={t(`webhooks.messageStates.${state}`)} />
      ),
      csv: ({ state }) => state,
    },
    {
      key: 'answer',
      title: t('webhooks.columns.answer'),
      render: ({ last_error, last_status }) => last_error ?? last_status ?? '—',
      csv: ({ last_error, last_status }) => last_error ?? last_status ?? '',
    },
    {
      key: 'attempts',
      title: t('webhooks.columns.attempts'),
      end: true,
      render: ({ attempts }) => attempts,
      csv: ({ attempts }) => attempts,
    },
    {
      key: 'next',
      title: t('webhooks.columns.next'),
      render: ({ next_attempt_at }) => (next_attempt_at ? <RelativeTime at={next_attempt_at} /> : '—'),
      csv: ({ next_attempt_at }) => next_attempt_at ?? '',
    },
    {
      key: 'at',
      title: t('webhooks.columns.at'),
      render: ({ created_at }) => <RelativeTime at={created_at} />,
      csv: ({ created_at }) => created_at,
    },
  ];
}
