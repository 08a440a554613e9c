import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { RowsSkeleton } from '../../../ui/loading.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { companyQuery } from '../../company.ts';
import classes from './programmes.module.css';

type Template = Item<'/v1/programme-templates'>;

/** A draft made from one of the templates; opens its page, where everything in it can be changed. */
export function NewProgramme() {
  const { t } = useTranslation('screens-programmes');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const company = useQuery(companyQuery);
  const form = useForm({ initialValues: { template: 'customer_referral' as Template['key'], name: '', currency: '' } });
  const currency = /^[A-Z]{3}$/.test(form.values.currency)
    ? form.values.currency
    : (company.data?.reporting_currency ?? 'EUR');
  const run = async ({ template, name }: typeof form.values) => {
    const made = await ask(api.POST('/v1/programmes', { body: { template, name, currency } }));
    await queries.invalidateQueries({ queryKey: ['programmes'] });
    await navigate({ to: '/programmes/$id', params: { id: made.id } as never });
  };
  return (
    <FormDialog
      leftSection={<IconPlus size={16} />}
      label={t('new.label')}
      title={t('new.title')}
      submitLabel={t('new.submit')}
      form={form}
      run={run}
      wide
    >
      <div>{t('new.text')}</div>
      <TextInput label={t('new.name')} required data-autofocus {...form.getInputProps('name')} />
      <TextInput
        label={t('new.currency')}
        maxLength={3}
        placeholder={company.data?.reporting_currency ?? 'EUR'}
        value={form.values.currency}
        onChange={(event) => form.setFieldValue('currency', event.currentTarget.value.toUpperCase())}
        error={form.errors.currency}
      />
      <Templates
        currency={currency}
        chosen={form.values.template}
        onChoose={(key) => form.setFieldValue('template', key)}
      />
    </FormDialog>
  );
}

type Props = { currency: string; chosen: string; onChoose: (key: Template['key']) => void };

/** Ten cards to start from: for whom, what it pays first, what it asks. */
function Templates({ currency, chosen, onChoose }: Props) {
  const { t } = useTranslation('screens-programmes');
  const templates = useQuery({
    queryKey: ['programme-templates', currency],
    queryFn: () => ask(api.GET('/v1/programme-templates', { params: { query: { currency } } })),
    placeholderData: (before) => before,
  });
  return (
    <fieldset className={classes.cards}>
      <legend>{t('new.template')}</legend>
      <QueryView query={templates} skeleton={<RowsSkeleton rows={5} />}>
        {({ items }) => items.map((one) => <Card key={one.key} template={one} {...{ chosen, onChoose }} />)}
      </QueryView>
    </fieldset>
  );
}

function Card({ template, chosen, onChoose }: Omit<Props, 'currency'> & { template: Template }) {
  const { t } = useTranslation('screens-programmes');
  return (
    <label className={classes.card} data-chosen={chosen === template.key || undefined}>
      <input
        type="radio"
        name="template"
        value={template.key}
        checked={chosen === template.key}
        onChange={() => onChoose(template.key)}
      />
      <span>
        <strong>{template.name}</strong>
        {template.visibility === 'private' && <span className={classes.quiet}> · {t('visibility.private')}</span>}
        <span className={classes.about}>{template.about}</span>
        <span className={classes.quiet}>
          {[template.in_words[0], ...template.gates_in_words].filter(Boolean).join(' ')}
        </span>
      </span>
    </label>
  );
}
