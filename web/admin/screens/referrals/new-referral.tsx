import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { ChoosePartner } from '../partners/choose-partner.tsx';

const EMPTY = {
  partner_id: '',
  programme_id: '',
  company_name: '',
  contact_name: '',
  contact_email: '',
  note: '',
  consent: false,
};

/** Names a prospect for a partner who told us by word or mail. */
export function NewReferral() {
  const { t } = useTranslation('screens-referrals');
  const queries = useQueryClient();
  const form = useForm({ initialValues: EMPTY });
  const run = async ({ consent, ...values }: typeof EMPTY) => {
    if (!consent) throw new Error(t('new.consentMissing'));
    await ask(api.POST('/v1/referrals', { body: { ...values, consent } }));
    await queries.invalidateQueries({ queryKey: ['referrals'] });
  };
  return (
    <FormDialog
      leftSection={<IconPlus size={16} />}
      label={t('new.label')}
      title={t('new.title')}
      submitLabel={t('new.submit')}
      done={t('new.done')}
      form={form}
      run={run}
    >
      <ChoosePartner form={form} />
      <TextInput label={t('fields.company')} required {...form.getInputProps('company_name')} />
      <TextInput label={t('fields.contact')} required {...form.getInputProps('contact_name')} />
      <TextInput label={t('fields.email')} type="email" required {...form.getInputProps('contact_email')} />
      <Textarea label={t('fields.note')} autosize minRows={2} {...form.getInputProps('note')} />
      <Checkbox label={t('fields.consent')} required {...form.getInputProps('consent', { type: 'checkbox' })} />
    </FormDialog>
  );
}
