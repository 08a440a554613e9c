import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../../lib/api.ts';
import { useMay } from '../../../../lib/session.ts';
import { PlainTable } from '../../../../ui/plain-table.tsx';
import { ProblemAlert } from '../../../../ui/problem-alert.tsx';
import { QueryView } from '../../../../ui/query-view.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { Facts } from '../../../../ui/section.tsx';

type Detail = Got<'/v1/webhook-messages/{id}'>;
const BLOCK = { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontSize: '0.8125rem' } as const;

/** One message: what was sent, what came back each time, and the button that sends it again. */
export function MessageLog({ id }: { id: string }) {
  const found = useQuery({
    queryKey: ['webhook-messages', id],
    queryFn: () => ask(api.GET('/v1/webhook-messages/{id}', { params: { path: { id } } })),
  });
  return <QueryView query={found}>{(message) => <Log message={message} />}</QueryView>;
}

function Log({ message }: { message: Detail }) {
  const { t } = useTranslation('screens-settings');
  const mayWrite = useMay('settings:write');
  return (
    <Stack>
      <Facts
        items={[
          [t('webhooks.messageId'), <code key="id">{message.event_id}</code>],
          [
            t('webhooks.body'),
            <pre key="body" style={BLOCK}>
              {pretty(message.body)}
            </pre>,
          ],
        ]}
      />
      <PlainTable
        label={t('webhooks.attempts')}
        columns={['number', 'at', 'answer', 'text', 'ms'].map((key) => ({ title: t(`webhooks.log.${key}`) }))}
        rows={message.log.map(({ number, at, status, error, answer, ms }) => [
          number,
          <RelativeTime key="at" at={at} />,
          error ?? status,
          <span key="text" style={BLOCK}>
            {answer || '—'}
          </span>,
          t('webhooks.log.msValue', { ms }),
        ])}
      />
      {mayWrite && <Again id={message.id} />}
    </Stack>
  );
}

function Again({ id }: { id: string }) {
  const { t } = useTranslation('screens-settings');
  const queries = useQueryClient();
  const again = useMutation({
    mutationFn: () => ask(api.POST('/v1/webhook-messages/{id}/redeliver', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['webhook-messages'] }),
  });
  return (
    <>
      {again.isError && <ProblemAlert error={again.error} />}
      <Group justify="flex-end">
        <Button loading={again.isPending} onClick={() => again.mutate()}>
          {t('webhooks.again')}
        </Button>
      </Group>
    </>
  );
}

function pretty(body: string): string {
  return JSON.stringify(JSON.parse(body), null, 2);
}
