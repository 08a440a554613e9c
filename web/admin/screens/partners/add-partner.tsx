import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { KINDS } from './partner-columns.tsx';

type Values = {
  name: string;
  email: string;
  kind: (typeof KINDS)[number];
  country: string;
  state: 'invited' | 'approved';
};

/** Makes a partner, or finds the one that has the mailbox, and opens its page. */
export function AddPartner() {
  const { t } = useTranslation('screens-partners');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const form = useForm<Values>({
    initialValues: { name: '', email: '', kind: 'customer', country: '', state: 'approved' },
  });
  const run = async ({ country, ...values }: Values) => {
    const body = { ...values, ...(country ? { country: country.toUpperCase() } : {}) };
    const partner = await ask(api.POST('/v1/partners', { body }));
    await queries.invalidateQueries({ queryKey: ['partners'] });
    await navigate({ to: '/partners/$id', params: { id: partner.id } as never });
  };
  return (
    <FormDialog
      leftSection={<IconPlus size={16} />}
      label={t('partners.add.label')}
      title={t('partners.add.title')}
      submitLabel={t('partners.add.submit')}
      form={form}
      run={run}
    >
      <TextInput label={t('partners.add.name')} required data-autofocus {...form.getInputProps('name')} />
      <TextInput
        label={t('partners.add.email')}
        description={t('partners.add.emailHint')}
        type="email"
        required
        {...form.getInputProps('email')}
      />
      <Select
        label={t('partners.columns.kind')}
        data={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('kind')}
      />
      <TextInput
        label={t('partners.add.country')}
        description={t('partners.add.countryHint')}
        maxLength={2}
        {...form.getInputProps('country')}
      />
      <Select
        label={t('partners.columns.state')}
        description={t('partners.add.stateHint')}
        data={(['approved', 'invited'] as const).map((value) => ({ value, label: t(`common:states.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('state')}
      />
    </FormDialog>
  );
}
