import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import type { Form } from '../../../ui/form-type.ts';
import { companyQuery } from '../../company.ts';
import { TermsFields } from './terms-fields.tsx';
import { FIRST_TERMS, type TermsValues, toTerms, toValues } from './terms-values.ts';

type Values = TermsValues & { name: string; currency: string };

/** A draft made from the template for customers who recommend; opens its page. */
export function NewProgramme() {
  const { t } = useTranslation('screens-partners');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const company = useQuery(companyQuery);
  const form = useForm<Values>({ initialValues: { ...toValues(FIRST_TERMS), name: '', currency: '' } });
  const currency = /^[A-Z]{3}$/.test(form.values.currency)
    ? form.values.currency
    : (company.data?.reporting_currency ?? 'EUR');
  const run = async ({ name, ...values }: Values) => {
    const terms = toTerms(values, FIRST_TERMS);
    const body = { template: 'customer_referral' as const, name, currency, terms };
    const made = await ask(api.POST('/v1/programmes', { body }));
    await queries.invalidateQueries({ queryKey: ['programmes'] });
    await navigate({ to: '/programmes/$id', params: { id: made.id } as never });
  };
  return (
    <FormDialog
      leftSection={<IconPlus size={16} />}
      label={t('programmes.new.label')}
      title={t('programmes.new.title')}
      submitLabel={t('programmes.new.submit')}
      form={form}
      run={run}
      wide
    >
      <div>{t('programmes.new.text')}</div>
      <TextInput label={t('programmes.new.name')} required data-autofocus {...form.getInputProps('name')} />
      <TextInput
        label={t('programmes.new.currency')}
        maxLength={3}
        placeholder={company.data?.reporting_currency ?? 'EUR'}
        value={form.values.currency}
        onChange={(event) => form.setFieldValue('currency', event.currentTarget.value.toUpperCase())}
        error={form.errors.currency}
      />
      <TermsFields form={form as unknown as Form<TermsValues>} currency={currency} />
    </FormDialog>
  );
}
