import { Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { moneyText } from '../../../lib/format.ts';
import { useMay } from '../../../lib/session.ts';
import { ConfirmAction } from '../../../ui/confirm-action.tsx';
import type { CommissionWhy } from './commission.tsx';

type Verb = 'hold' | 'release' | 'releaseRefused';

/** What the state allows: stop it, let it go on, or pay after all what a closed gate refused. */
function verbOf({ state, reason_code, holds }: CommissionWhy): Verb | undefined {
  if (state === 'held') return holds.includes('disputed') ? undefined : 'release';
  if (state === 'pending' || state === 'available') return 'hold';
  return state === 'refused' && reason_code === 'gate_closed' ? 'releaseRefused' : undefined;
}

/** The one action that the state allows, with a reason the partner may read. */
export function HoldOrRelease({ commission }: { commission: CommissionWhy }) {
  const { t } = useTranslation('screens-money');
  const queries = useQueryClient();
  const isOwner = useMay('settings:write');
  const [reason, setReason] = useState('');
  const verb = verbOf(commission);
  if (!verb || (verb === 'releaseRefused' && !isOwner)) return null;
  const amount = verb === 'releaseRefused' ? (commission.would_be_minor ?? 0) : commission.net_minor;
  const run = async () => {
    await send(verb, commission.id, reason);
    await queries.invalidateQueries({ queryKey: ['commissions'] });
  };
  return (
    <ConfirmAction
      variant="default"
      label={t(`commissions.${verb}.label`)}
      title={t(`commissions.${verb}.title`)}
      confirmLabel={t(`commissions.${verb}.confirm`, { amount: moneyText(amount, commission.currency) })}
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

function send(verb: Verb, id: string, reason: string): Promise<unknown> {
  const call = { params: { path: { id } }, body: { reason } };
  if (verb === 'hold') return ask(api.POST('/v1/commissions/{id}/hold', call));
  if (verb === 'release') return ask(api.POST('/v1/commissions/{id}/release', call));
  return ask(api.POST('/v1/commissions/{id}/release-refused', call));
}
