import { Button, Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { LOST_REASONS } from '../../../../src/partners/referrals/model.ts';
import { api, ask } from '../../../lib/api.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import type { ReferralDetail } from './referral.tsx';

type Values = { stage: ReferralDetail['stage']; reason: (typeof LOST_REASONS)[number] | ''; note: string };

function useMove(referral: ReferralDetail) {
  const queries = useQueryClient();
  return async ({ stage, reason, note }: Values) => {
    const body = { stage, note, ...(reason ? { reason } : {}) };
    const next = await ask(api.POST('/v1/referrals/{id}/move', { params: { path: { id: referral.id } }, body }));
    await queries.invalidateQueries({ queryKey: ['referrals'] });
    queries.setQueryData(['referrals', referral.id], next);
  };
}

/** The next step first, any later one beside it, and the end with a reason the partner reads. */
export function MoveReferral({ referral }: { referral: ReferralDetail }) {
  const forward = referral.next_stages.filter((stage) => stage !== 'lost');
  return (
    <Button.Group>
      {forward[0] && <Forward key={referral.stage} referral={referral} stages={forward} />}
      {referral.next_stages.includes('lost') && <Lose referral={referral} />}
    </Button.Group>
  );
}

function Forward({ referral, stages }: { referral: ReferralDetail; stages: Values['stage'][] }) {
  const { t } = useTranslation('screens-referrals');
  const form = useForm<Values>({ initialValues: { stage: stages[0] ?? 'accepted', reason: '', note: '' } });
  const run = useMove(referral);
  return (
    <FormDialog
      label={t('move.label')}
      title={t('move.title', { company: referral.company_name })}
      submitLabel={t('move.submit', { stage: t(`stages.${form.values.stage}`) })}
      done={t('move.done')}
      form={form}
      run={run}
    >
      <Select
        label={t('columns.stage')}
        data={stages.map((value) => ({ value, label: t(`stages.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('stage')}
      />
      <Textarea
        label={t('move.note')}
        description={t('move.noteHint')}
        autosize
        minRows={2}
        {...form.getInputProps('note')}
      />
    </FormDialog>
  );
}

function Lose({ referral }: { referral: ReferralDetail }) {
  const { t } = useTranslation('screens-referrals');
  const form = useForm<Values>({ initialValues: { stage: 'lost', reason: '', note: '' } });
  const run = useMove(referral);
  return (
    <FormDialog
      variant="default"
      danger
      label={t('lose.label')}
      title={t('lose.title', { company: referral.company_name })}
      submitLabel={t('lose.submit', { company: referral.company_name })}
      done={t('lose.done')}
      form={form}
      run={run}
    >
      <Select
        label={t('lose.reason')}
        description={t('lose.reasonHint', { partner: referral.partner.name })}
        required
        data={LOST_REASONS.map((value) => ({ value, label: t(`lost.${value}`) }))}
        {...form.getInputProps('reason')}
      />
      <Textarea
        label={t('move.note')}
        description={t('move.noteHint')}
        autosize
        minRows={2}
        {...form.getInputProps('note')}
      />
    </FormDialog>
  );
}
