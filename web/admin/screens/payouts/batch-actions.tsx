import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { moneyText } from '../../../lib/format.ts';
import { useMay } from '../../../lib/session.ts';
import { ConfirmAction } from '../../../ui/confirm-action.tsx';
import type { Batch } from './batch.tsx';

type Step = 'approve' | 'send' | 'confirm' | 'cancel';

/** What can be done with the batch next, by whom. */
export function BatchActions({ batch }: { batch: Batch }) {
  const mayWrite = useMay('payouts:write');
  const mayApprove = useMay('payouts:approve') && !batch.created_by_you;
  const steps: Step[] = [];
  if (mayWrite && (batch.state === 'draft' || batch.state === 'approved')) steps.push('cancel');
  if (mayApprove && batch.state === 'draft' && batch.payout_count > 0) steps.push('approve');
  if (mayWrite && batch.state === 'approved') steps.push('send');
  if (mayWrite && batch.state === 'sent' && batch.rail !== 'provider') steps.push('confirm');
  const filed =
    mayWrite &&
    batch.rail !== 'provider' &&
    (batch.state === 'approved' || batch.state === 'sent' || batch.state === 'paid');
  return (
    <>
      {filed && <Files batch={batch} />}
      {steps.map((step) => (
        <StepButton key={step} batch={batch} step={step} />
      ))}
    </>
  );
}

/** Ways of paying that read a file of their own. */
const FILES = { paypal: true, wise: true };

function Files({ batch }: { batch: Batch }) {
  const { t } = useTranslation('screens-money');
  const formats = batch.rail === 'sepa' ? (['xml', 'csv'] as const) : (['csv'] as const);
  return formats.map((format) => (
    <Button
      key={format}
      component="a"
      href={`/v1/payout-batches/${batch.id}/file.${format}`}
      download
      variant="default"
      leftSection={<IconDownload size={16} />}
    >
      {t(format === 'csv' && batch.rail in FILES ? `batch.files.${batch.rail}` : `batch.${format}`)}
    </Button>
  ));
}

function StepButton({ batch, step }: { batch: Batch; step: Step }) {
  const { t } = useTranslation('screens-money');
  const words = step === 'send' && batch.rail === 'provider' ? 'sendProvider' : step;
  const queries = useQueryClient();
  const amount = moneyText(batch.total_minor, batch.currency);
  const run = async () => {
    await take(step, batch);
    await queries.invalidateQueries({ queryKey: ['payout-batches'] });
  };
  return (
    <ConfirmAction
      variant={step === 'cancel' ? 'default' : 'filled'}
      danger={step === 'cancel'}
      label={t(`batch.${words}.label`)}
      title={t(`batch.${words}.title`)}
      confirmLabel={t(`batch.${words}.confirm`, { amount, count: batch.payout_count })}
      run={run}
    >
      {t(`batch.${words}.text`)}
    </ConfirmAction>
  );
}

function take(step: Step, batch: Batch): Promise<unknown> {
  const params = { path: { id: batch.id } };
  if (step === 'approve')
    return ask(api.POST('/v1/payout-batches/{id}/approve', { params, body: { content_hash: batch.content_hash } }));
  if (step === 'send') return ask(api.POST('/v1/payout-batches/{id}/send', { params }));
  if (step === 'cancel') return ask(api.POST('/v1/payout-batches/{id}/cancel', { params }));
  return ask(api.POST('/v1/payout-batches/{id}/confirm', { params, body: { all_paid: true } }));
}
