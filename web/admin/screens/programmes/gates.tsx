import { Checkbox, NumberInput, Select, SimpleGrid, TagsInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import type { Form } from '../../../ui/form-type.ts';
import { MoneyInput } from '../../../ui/money-input.tsx';
import { Section } from '../../../ui/section.tsx';
import { type GatesValues, toGates, toGateValues } from './gates-values.ts';
import type { ProgrammePage } from './programme.tsx';
import classes from './programmes.module.css';

type Props = { programme: ProgrammePage };

/** Who may earn: what every partner needs, and what this programme asks beside it. */
export function Gates({ programme, mayWrite }: Props & { mayWrite: boolean }) {
  const { t } = useTranslation('screens-programmes');
  return (
    <Section title={t('gates.title')} actions={mayWrite && <EditGates programme={programme} />}>
      <ol className={classes.contract}>
        <li>{t('gates.always')}</li>
        {programme.gates_in_words.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
    </Section>
  );
}

const PLAIN = ['invitation', 'application', 'certification', 'payout_details'] as const;
const LEAST = ['nps_least', 'answers_least', 'retention_least', 'stories_least'] as const;

function EditGates({ programme }: Props) {
  const { t } = useTranslation('screens-programmes');
  const queries = useQueryClient();
  const form = useForm<GatesValues>({ initialValues: toGateValues(programme.gates) });
  const run = async (values: GatesValues) => {
    const params = { path: { id: programme.id } };
    await ask(api.PATCH('/v1/programmes/{id}', { params, body: { gates: toGates(values) } }));
    form.setInitialValues(values);
    await queries.invalidateQueries({ queryKey: ['programmes'] });
  };
  return (
    <FormDialog
      size="compact-sm"
      variant="subtle"
      label={t('change')}
      title={t('gates.edit')}
      submitLabel={t('common:kit.save')}
      done={t('common:kit.saved')}
      form={form}
      run={run}
    >
      <div>{t('gates.text')}</div>
      {PLAIN.map((kind) => (
        <Checkbox key={kind} label={t(`gates.${kind}`)} {...form.getInputProps(kind, { type: 'checkbox' })} />
      ))}
      <Fee form={form} currency={programme.currency} />
      <Places form={form} />
      <Checkbox
        label={t('gates.readiness')}
        description={t('gates.readinessHint')}
        {...form.getInputProps('readiness', { type: 'checkbox' })}
      />
      {form.values.readiness && (
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          {LEAST.map((field) => (
            <NumberInput key={field} label={t(`gates.${field}`)} {...form.getInputProps(field)} />
          ))}
        </SimpleGrid>
      )}
    </FormDialog>
  );
}

function Fee({ form, currency }: { form: Form<GatesValues>; currency: string }) {
  const { t } = useTranslation('screens-programmes');
  const periods = (['month', 'quarter', 'year', 'once'] as const).map((value) => ({
    value,
    label: t(`gates.periods.${value}`),
  }));
  return (
    <>
      <Checkbox label={t('gates.entry_fee')} {...form.getInputProps('entry_fee', { type: 'checkbox' })} />
      {form.values.entry_fee && (
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <MoneyInput
            label={t('gates.fee')}
            required
            currency={currency}
            minor={form.values.fee_minor}
            onMinor={(minor) => form.setFieldValue('fee_minor', minor)}
            error={form.errors.amount_minor}
          />
          <Select
            label={t('gates.period')}
            data={periods}
            allowDeselect={false}
            {...form.getInputProps('fee_period')}
          />
        </SimpleGrid>
      )}
    </>
  );
}

function Places({ form }: { form: Form<GatesValues> }) {
  const { t } = useTranslation('screens-programmes');
  const which = (['all', 'allowed', 'refused'] as const).map((value) => ({
    value,
    label: t(`gates.countriesOf.${value}`),
  }));
  return (
    <>
      <Select label={t('gates.countries')} data={which} allowDeselect={false} {...form.getInputProps('countries')} />
      {form.values.countries !== 'all' && (
        <TagsInput
          label={t('gates.countryList')}
          description={t('gates.countryHint')}
          value={form.values.country_list}
          onChange={(list) =>
            form.setFieldValue(
              'country_list',
              list.map((code) => code.toUpperCase()),
            )
          }
          error={form.errors.allowed ?? form.errors.refused}
        />
      )}
      <TagsInput
        label={t('gates.categories')}
        description={t('gates.categoriesHint')}
        {...form.getInputProps('categories')}
      />
    </>
  );
}
