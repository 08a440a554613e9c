import { ActionIcon, Button, Group, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconX } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isCurrency } from '../../../../src/kernel/money.ts';
import { api, ask, type Got } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { MoneyInput } from '../../../ui/money-input.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';

type Thresholds = Got<'/v1/tax-settings'>['thresholds'];

/** Above which sum a year a partner needs a tax form. */
export function TaxThresholds() {
  const { t } = useTranslation('screens-money');
  const settings = useQuery({ queryKey: ['tax-settings'], queryFn: () => ask(api.GET('/v1/tax-settings')) });
  return (
    <Section title={t('tax.title')} note={t('tax.note')}>
      <QueryView query={settings}>{(data) => <Form key={JSON.stringify(data)} saved={data.thresholds} />}</QueryView>
    </Section>
  );
}

function Form({ saved }: { saved: Thresholds }) {
  const { t } = useTranslation('screens-money');
  const mayWrite = useMay('payouts:write');
  const queries = useQueryClient();
  const [rows, setRows] = useState(saved);
  const set = (at: number, change: Partial<Thresholds[number]>) =>
    setRows(rows.map((row, index) => (index === at ? { ...row, ...change } : row)));
  const save = useMutation({
    mutationFn: () => ask(api.PUT('/v1/tax-settings', { body: { thresholds: rows } })),
    onSuccess: () => {
      queries.invalidateQueries({ queryKey: ['tax-settings'] });
      notifications.show({ message: t('common:kit.saved') });
    },
  });
  return (
    <Stack>
      {rows.length === 0 && <div>{t('tax.none')}</div>}
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name before its currency is typed
        <Group key={at} align="flex-end">
          <TextInput
            label={t('tax.currency')}
            maxLength={3}
            w={90}
            value={row.currency}
            onChange={(event) => set(at, { currency: event.currentTarget.value.toUpperCase() })}
          />
          <MoneyInput
            label={t('tax.threshold')}
            currency={isCurrency(row.currency) ? row.currency : 'EUR'}
            minor={row.form_threshold_minor}
            onMinor={(minor) => set(at, { form_threshold_minor: minor ?? 0 })}
          />
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('tax.remove', { currency: row.currency })}
            onClick={() => setRows(rows.filter((_, index) => index !== at))}
          >
            <IconX size={16} />
          </ActionIcon>
        </Group>
      ))}
      {save.isError && <ProblemAlert error={save.error} />}
      {mayWrite && (
        <Group justify="flex-end">
          <Button
            variant="subtle"
            onClick={() => setRows([...rows, { currency: 'EUR', form_threshold_minor: 60_000 }])}
          >
            {t('tax.add')}
          </Button>
          <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
            {t('tax.save')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
