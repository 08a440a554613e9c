import { Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { moneyText } from '../../../lib/format.ts';
import { ConfirmAction } from '../../../ui/confirm-action.tsx';
import type { Batch } from './batch.tsx';
import type { Payout } from './batch-payouts.tsx';

type Outcome = 'paid' | 'failed' | 'returned';

/** What the bank can still say of one payout: it arrived, it could not be paid, or it came back. */
export function PayoutOutcome({ batch, payout }: { batch: Batch; payout: Payout }) {
  const outcomes: Outcome[] =
    payout.state === 'sent' ? ['paid', 'failed'] : payout.state === 'paid' ? ['returned'] : [];
  return outcomes.map((outcome) => <Answer key={outcome} batch={batch} payout={payout} outcome={outcome} />);
}

function Answer({ batch, payout, outcome }: { batch: Batch; payout: Payout; outcome: Outcome }) {
  const { t } = useTranslation('screens-money');
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const amount = moneyText(payout.amount_minor, payout.currency);
  const run = async () => {
    const body = { payouts: [{ payout_id: payout.id, outcome, ...(reason ? { reason } : {}) }] };
    await ask(api.POST('/v1/payout-batches/{id}/confirm', { params: { path: { id: batch.id } }, body }));
    await queries.invalidateQueries({ queryKey: ['payout-batches'] });
  };
  return (
    <ConfirmAction
      size="compact-xs"
      variant="subtle"
      danger={outcome !== 'paid'}
      label={t(`batch.outcome.${outcome}`)}
      title={t(`batch.outcome.${outcome}Title`, { partner: payout.partner.name })}
      confirmLabel={t(outcome === 'paid' ? 'batch.outcome.paidConfirm' : 'batch.outcome.confirm', { amount })}
      run={run}
    >
      {outcome !== 'paid' && (
        <>
          {t('batch.outcome.text')}
          <Textarea
            label={t('reason')}
            description={t('reasonHint')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </>
      )}
    </ConfirmAction>
  );
}
