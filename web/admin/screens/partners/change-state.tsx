import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import type { PartnerPage } from './partner.tsx';

type Verb = 'approve' | 'suspend' | 'reinstate';
const NEXT: Partial<Record<PartnerPage['state'], Verb>> = {
  invited: 'approve',
  approved: 'suspend',
  suspended: 'reinstate',
};

/** The one step the partner's state allows, with a reason that stays in its history. */
export function ChangeState({ partner }: { partner: PartnerPage }) {
  const verb = NEXT[partner.state];
  return verb ? <Step key={verb} partner={partner} verb={verb} /> : null;
}

function Step({ partner, verb }: { partner: PartnerPage; verb: Verb }) {
  const { t } = useTranslation('screens-partners');
  const queries = useQueryClient();
  const form = useForm({ initialValues: { reason: '' } });
  const run = async (body: { reason: string }) => {
    await ask(api.POST(`/v1/partners/{id}/${verb}`, { params: { path: { id: partner.id } }, body }));
    await queries.invalidateQueries({ queryKey: ['partners'] });
  };
  return (
    <FormDialog
      variant={verb === 'suspend' ? 'default' : 'filled'}
      danger={verb === 'suspend'}
      label={t(`partner.${verb}.label`)}
      title={t(`partner.${verb}.title`, { name: partner.name })}
      submitLabel={t(`partner.${verb}.confirm`, { name: partner.name })}
      done={t(`partner.${verb}.done`)}
      form={form}
      run={run}
    >
      <div>{t(`partner.${verb}.text`)}</div>
      <Textarea
        label={t('reason')}
        description={t('reasonHint')}
        required
        autosize
        minRows={2}
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}
