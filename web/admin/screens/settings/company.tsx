import { Button, Group, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got, isProblem } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { PageSkeleton } from '../../../ui/loading.tsx';
import { MoneyInput } from '../../../ui/money-input.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { fieldErrors, ProblemAlert } from '../../../ui/problem-alert.tsx';
import { Section } from '../../../ui/section.tsx';

type Company = Got<'/v1/company'>;

const BLANK: Company = {
  name: '',
  reporting_currency: 'EUR',
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  churn_definition: 'subscriptions',
  churn_grace_days: 0,
  gross_margin_bps: null,
  success_cost_year_minor: null,
  success_hourly_cost_minor: null,
  acquisition_cost_year_minor: null,
  ltv_cac_guard: '4',
  discount_rate_bps: 1000,
  product_url: null,
  mail_from: null,
  simulated: false,
};

/** What the company says of itself: the numbers that no export holds. */
export default function CompanySettings() {
  const { t } = useTranslation('screens-settings');
  const company = useQuery({
    queryKey: ['company', 'settings'],
    queryFn: () =>
      ask(api.GET('/v1/company')).catch((error) => (isProblem(error, 404) ? BLANK : Promise.reject(error))),
  });
  return (
    <>
      <PageHeader title={t('company.title')} answer={t('company.answer')} />
      {company.isPending && <PageSkeleton />}
      {company.isError && <ProblemAlert error={company.error} onRetry={() => company.refetch()} />}
      {company.isSuccess && <CompanyForm company={company.data} />}
    </>
  );
}

type Form = ReturnType<typeof useForm<Company>>;

function CompanyForm({ company }: { company: Company }) {
  const { t } = useTranslation('screens-settings');
  const mayWrite = useMay('settings:write');
  const queries = useQueryClient();
  const form = useForm({ initialValues: company });
  const save = useMutation({
    mutationFn: ({ simulated: _kept, ...body }: Company) => ask(api.PUT('/v1/company', { body })),
    onSuccess: () => {
      queries.invalidateQueries({ queryKey: ['company'] });
      notifications.show({ message: t('common:kit.saved') });
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <fieldset disabled={!mayWrite} style={{ border: 0, padding: 0, margin: 0, minInlineSize: 0 }}>
        <AboutCompany form={form} />
        <ChurnRules form={form} />
        <Costs form={form} />
      </fieldset>
      <Stack mt="md">
        {save.isError && <ProblemAlert error={save.error} />}
        {mayWrite ? (
          <Group justify="flex-end">
            <Button type="submit" loading={save.isPending}>
              {t('company.save')}
            </Button>
          </Group>
        ) : (
          <Notice tone="calm">{t('readOnly')}</Notice>
        )}
      </Stack>
    </form>
  );
}

function AboutCompany({ form }: { form: Form }) {
  const { t } = useTranslation('screens-settings');
  return (
    <Section title={t('company.about')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput label={t('company.name')} required withAsterisk={false} {...form.getInputProps('name')} />
        <Select
          label={t('company.reporting_currency')}
          description={t('company.reporting_currency_text')}
          data={Intl.supportedValuesOf('currency')}
          searchable
          allowDeselect={false}
          {...form.getInputProps('reporting_currency')}
        />
        <Select
          label={t('company.zone')}
          description={t('company.zone_text')}
          data={[...new Set(['UTC', form.values.zone, ...Intl.supportedValuesOf('timeZone')])]}
          searchable
          allowDeselect={false}
          {...form.getInputProps('zone')}
        />
        <TextInput
          label={t('company.product_url')}
          description={t('company.product_url_text')}
          type="url"
          value={form.values.product_url ?? ''}
          onChange={(event) => form.setFieldValue('product_url', event.currentTarget.value || null)}
          error={form.errors.product_url}
        />
        <TextInput
          label={t('company.mail_from')}
          description={t('company.mail_from_text')}
          type="email"
          value={form.values.mail_from ?? ''}
          onChange={(event) => form.setFieldValue('mail_from', event.currentTarget.value || null)}
          error={form.errors.mail_from}
        />
      </SimpleGrid>
    </Section>
  );
}

function ChurnRules({ form }: { form: Form }) {
  const { t } = useTranslation('screens-settings');
  return (
    <Section title={t('company.churn')} note={t('company.churnNote')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          label={t('company.churn_definition')}
          data={(['subscriptions', 'flags', 'events'] as const).map((value) => ({
            value,
            label: t(`company.definitions.${value}`),
          }))}
          allowDeselect={false}
          {...form.getInputProps('churn_definition')}
        />
        <NumberInput
          label={t('company.churn_grace_days')}
          description={t('company.churn_grace_days_text')}
          min={0}
          max={365}
          {...form.getInputProps('churn_grace_days')}
        />
      </SimpleGrid>
    </Section>
  );
}

type MoneyField = 'success_cost_year_minor' | 'success_hourly_cost_minor' | 'acquisition_cost_year_minor';

function Costs({ form }: { form: Form }) {
  const { t } = useTranslation('screens-settings');
  const margin = form.values.gross_margin_bps;
  const money = (field: MoneyField) => (
    <MoneyInput
      label={t(`company.${field}`)}
      description={t(`company.${field}_text`)}
      currency={form.values.reporting_currency}
      minor={form.values[field]}
      onMinor={(minor) => form.setFieldValue(field, minor)}
      error={form.errors[field]}
    />
  );
  return (
    <Section title={t('company.costs')} note={t('company.costsNote')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NumberInput
          label={t('company.gross_margin')}
          description={t('company.gross_margin_text')}
          suffix="%"
          min={0}
          max={100}
          decimalScale={2}
          value={margin === null ? '' : margin / 100}
          onChange={(value) =>
            form.setFieldValue('gross_margin_bps', value === '' ? null : Math.round(Number(value) * 100))
          }
          error={form.errors.gross_margin_bps}
        />
        {money('acquisition_cost_year_minor')}
        {money('success_cost_year_minor')}
        {money('success_hourly_cost_minor')}
        <TextInput
          label={t('company.ltv_cac_guard')}
          description={t('company.ltv_cac_guard_text')}
          inputMode="decimal"
          {...form.getInputProps('ltv_cac_guard')}
        />
        <NumberInput
          label={t('company.discount_rate')}
          description={t('company.discount_rate_text')}
          suffix="%"
          min={0}
          max={100}
          decimalScale={2}
          value={form.values.discount_rate_bps / 100}
          onChange={(value) => form.setFieldValue('discount_rate_bps', Math.round(Number(value) * 100))}
          error={form.errors.discount_rate_bps}
        />
      </SimpleGrid>
    </Section>
  );
}
