import { Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { usePartner } from '../../portal-queries.ts';

const EMPTY = { programme_id: '', company_name: '', contact_name: '', contact_email: '', note: '', consent: false };

/** Four fields and a box: naming somebody takes twenty seconds. */
export function NameProspect() {
  const { t } = useTranslation('screens-portal');
  const queries = useQueryClient();
  const programmes = usePartner().data?.programmes ?? [];
  const form = useForm({ initialValues: EMPTY });
  const run = async ({ consent, ...values }: typeof EMPTY) => {
    if (!consent) throw new Error(t('named.consentMissing'));
    const programme_id = values.programme_id || (programmes[0]?.programme_id ?? '');
    await ask(api.POST('/v1/portal/referrals', { body: { ...values, programme_id, consent } }));
    await queries.invalidateQueries({ queryKey: ['portal', 'named'] });
  };
  if (programmes.length === 0) return null;
  return (
    <FormDialog
      variant="default"
      size="compact-sm"
      leftSection={<IconPlus size={14} />}
      label={t('named.label')}
      title={t('named.formTitle')}
      submitLabel={t('named.send')}
      done={t('named.done')}
      form={form}
      run={run}
    >
      {programmes.length > 1 && (
        <Select
          label={t('named.programme')}
          data={programmes.map(({ programme_id, programme_name }) => ({ value: programme_id, label: programme_name }))}
          allowDeselect={false}
          {...form.getInputProps('programme_id')}
          value={form.values.programme_id || (programmes[0]?.programme_id ?? null)}
        />
      )}
      <TextInput label={t('named.company')} required data-autofocus {...form.getInputProps('company_name')} />
      <TextInput label={t('named.contact')} required {...form.getInputProps('contact_name')} />
      <TextInput label={t('named.email')} type="email" required {...form.getInputProps('contact_email')} />
      <Textarea label={t('named.noteField')} autosize minRows={2} {...form.getInputProps('note')} />
      <Checkbox label={t('named.consent')} required {...form.getInputProps('consent', { type: 'checkbox' })} />
    </FormDialog>
  );
}
