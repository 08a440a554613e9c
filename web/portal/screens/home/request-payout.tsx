import { Button, Group, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import { dateText, moneyText } from '../../../lib/format.ts';
import { Notice } from '../../../ui/notice.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { Section } from '../../../ui/section.tsx';
import { useOnDemand } from '../../portal-queries.ts';

type OnDemand = Item<'/v1/portal/payout-requests'>;

/** What programmes that pay on request would pay now; silent where none does. */
export function RequestPayout() {
  const { t } = useTranslation('screens-portal');
  const { data } = useOnDemand();
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('request.title')} note={t('request.note')}>
      <Stack gap="md">
        {data.items.map((row) => (
          <Row key={row.currency} row={row} />
        ))}
      </Stack>
    </Section>
  );
}

function Row({ row }: { row: OnDemand }) {
  const { t } = useTranslation('screens-portal');
  const { currency, amount_minor, minimum_minor, promised_on, reason, requested } = row;
  if (requested)
    return (
      <Stack gap="xs">
        <div>
          {t(requested.batch_id ? 'request.underWay' : 'request.asked', {
            amount: moneyText(requested.amount_minor, currency),
            when: dateText(requested.promised_on),
            at: dateText(requested.requested_at),
          })}
        </div>
        {!requested.batch_id && <Withdraw id={requested.id} />}
      </Stack>
    );
  const words = {
    amount: moneyText(amount_minor, currency),
    minimum: moneyText(minimum_minor, currency),
    when: dateText(promised_on),
  };
  if (reason) return <Notice tone="warn">{reason}</Notice>;
  return (
    <Stack gap="xs">
      <div>{t(minimum_minor > 0 ? 'request.canWithMinimum' : 'request.can', words)}</div>
      <Ask currency={currency} label={t('request.press', words)} />
    </Stack>
  );
}

function Ask({ currency, label }: { currency: string; label: string }) {
  const { t } = useTranslation('screens-portal');
  const queries = useQueryClient();
  const request = useMutation({
    mutationFn: () => ask(api.POST('/v1/portal/payout-requests', { body: { currency } })),
    onSuccess: () => notifications.show({ message: t('request.done') }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['portal', 'on-demand'] }),
  });
  return (
    <>
      {request.isError && <ProblemAlert error={request.error} />}
      <Group>
        <Button loading={request.isPending} onClick={() => request.mutate()}>
          {label}
        </Button>
      </Group>
    </>
  );
}

function Withdraw({ id }: { id: string }) {
  const { t } = useTranslation('screens-portal');
  const queries = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => ask(api.DELETE('/v1/portal/payout-requests/{id}', { params: { path: { id } } })),
    onSuccess: () => notifications.show({ message: t('request.withdrawn') }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['portal', 'on-demand'] }),
  });
  return (
    <>
      {withdraw.isError && <ProblemAlert error={withdraw.error} />}
      <Group>
        <Button variant="default" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
          {t('request.withdraw')}
        </Button>
      </Group>
    </>
  );
}
