import { Select, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { ConfirmAction } from '../../../ui/confirm-action.tsx';
import { companyQuery } from '../../company.ts';

const RAILS = ['sepa', 'paypal', 'wise', 'provider', 'manual'] as const;
type Rail = (typeof RAILS)[number];

/** Collects everything payable into a draft and opens it. */
export function DraftBatch() {
  const { t } = useTranslation('screens-money');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const company = useQuery(companyQuery);
  const provider = useQuery({ queryKey: ['payout-provider'], queryFn: () => ask(api.GET('/v1/payout-provider')) });
  const [currency, setCurrency] = useState<string>();
  const [rail, setRail] = useState<Rail>();
  const [expected, setExpected] = useState('');
  const wantedCurrency = currency ?? company.data?.reporting_currency ?? 'EUR';
  const wantedRail = rail ?? (wantedCurrency === 'EUR' ? 'sepa' : 'manual');
  const run = async () => {
    const body = { currency: wantedCurrency, rail: wantedRail, ...(expected ? { expected_on: expected } : {}) };
    const batch = await ask(api.POST('/v1/payout-batches', { body }));
    await queries.invalidateQueries({ queryKey: ['payout-batches'] });
    await navigate({ to: '/payouts/$id', params: { id: batch.id } as never });
  };
  return (
    <ConfirmAction
      label={t('payouts.draft.label')}
      title={t('payouts.draft.title')}
      confirmLabel={t('payouts.draft.confirm')}
      run={run}
    >
      <TextInput
        label={t('payouts.draft.currency')}
        maxLength={3}
        value={wantedCurrency}
        onChange={(event) => setCurrency(event.currentTarget.value.toUpperCase())}
      />
      <Select
        label={t('payouts.draft.rail')}
        allowDeselect={false}
        data={RAILS.filter((value) => value !== 'provider' || provider.data?.provider).map((value) => ({
          value,
          label: t(`payouts.rails.${value}`),
        }))}
        value={wantedRail}
        onChange={(value) => setRail(RAILS.find((one) => one === value))}
      />
      <TextInput
        type="date"
        label={t('payouts.draft.expected')}
        description={t('payouts.draft.expectedHint')}
        value={expected}
        onChange={(event) => setExpected(event.currentTarget.value)}
      />
    </ConfirmAction>
  );
}
