import { Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { moneyText } from '../../../lib/format.ts';
import { ConfirmAction } from '../../../ui/confirm-action.tsx';
import type { CommissionWhy } from './commission.tsx';

/** The one of the two that the state allows, with a reason the partner may read. */
export function HoldOrRelease({ commission }: { commission: CommissionWhy }) {
  const { t } = useTranslation('screens-money');
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const { state } = commission;
  if (state !== 'held' && state !== 'pending' && state !== 'available') return null;
  const verb = state === 'held' ? 'release' : 'hold';
  const params = { path: { id: commission.id } };
  const run = async () => {
    await (verb === 'hold'
      ? ask(api.POST('/v1/commissions/{id}/hold', { params, body: { reason } }))
      : ask(api.POST('/v1/commissions/{id}/release', { params, body: { reason } })));
    await queries.invalidateQueries({ queryKey: ['commissions'] });
  };
  return (
    <ConfirmAction
      variant="default"
      label={t(`commissions.${verb}.label`)}
      title={t(`commissions.${verb}.title`)}
      confirmLabel={t(`commissions.${verb}.confirm`, { amount: moneyText(commission.net_minor, commission.currency) })}
      run={run}
    >
      {t(`commissions.${verb}.text`)}
      <Textarea
        label={t('reason')}
        description={t('reasonHint')}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmAction>
  );
}
