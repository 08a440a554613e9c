import { NumberInput, Select, SimpleGrid, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Form } from '../../../ui/form-type.ts';
import { MoneyInput } from '../../../ui/money-input.tsx';
import type { TermsValues } from './terms-values.ts';

type Props = { form: Form<TermsValues>; currency: string };

/** What a programme promises, field by field. */
export function TermsFields({ form, currency }: Props) {
  const { t } = useTranslation('screens-partners');
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Earned form={form} currency={currency} />
        <NumberInput
          label={t('terms.hold')}
          description={t('terms.holdHint')}
          required
          min={0}
          max={3650}
          allowDecimal={false}
          {...form.getInputProps('hold_days')}
        />
        <Amount form={form} currency={currency} field="minimum_payout_minor" required />
        <Amount form={form} currency={currency} field="cap_per_sale_minor" />
        <Amount form={form} currency={currency} field="cap_per_month_minor" />
        <Amount form={form} currency={currency} field="cap_per_year_minor" />
        <Amount form={form} currency={currency} field="budget_per_month_minor" />
        <TextInput
          label={t('terms.subPartner')}
          description={t('terms.subPartnerHint')}
          inputMode="decimal"
          {...form.getInputProps('sub_partner_rate')}
        />
      </SimpleGrid>
      <TextInput
        label={t('terms.schedule')}
        description={t('terms.scheduleHint')}
        required
        {...form.getInputProps('payout_schedule')}
      />
      <TextInput
        label={t('terms.friend')}
        description={t('terms.friendHint')}
        maxLength={500}
        {...form.getInputProps('friend_offer')}
      />
      <TagsInput
        label={t('terms.excluded')}
        description={t('terms.excludedHint')}
        {...form.getInputProps('excluded_products')}
      />
    </>
  );
}

const KINDS = ['percent', 'flat', 'per_seat', 'per_lead', 'none'] as const;
const STAGES = ['accepted', 'qualified', 'meeting', 'won'] as const;

/** What a sale or a lead pays: the fields of the kind that is chosen. */
function Earned({ form, currency }: Props) {
  const { t } = useTranslation('screens-partners');
  const { kind } = form.values;
  const ofSales = kind === 'percent' || kind === 'flat' || kind === 'per_seat';
  return (
    <>
      <Select
        label={t('terms.kind')}
        data={KINDS.map((value) => ({ value, label: t(`terms.kinds.${value}`) }))}
        allowDeselect={false}
        {...form.getInputProps('kind')}
      />
      {kind === 'percent' && (
        <TextInput
          label={t('terms.rate')}
          description={t('terms.rateHint')}
          inputMode="decimal"
          required
          {...form.getInputProps('rate')}
        />
      )}
      {(kind === 'per_lead' || (ofSales && kind !== 'percent')) && (
        <Amount form={form} currency={currency} field="amount_minor" required />
      )}
      {kind === 'per_lead' && (
        <Select
          label={t('terms.stage')}
          data={STAGES.map((value) => ({ value, label: t(`terms.stages.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('stage')}
        />
      )}
      {ofSales && (
        <NumberInput
          label={t('terms.months')}
          description={t('terms.monthsHint')}
          min={1}
          max={600}
          allowDecimal={false}
          {...form.getInputProps('months')}
        />
      )}
    </>
  );
}

type AmountField =
  | 'amount_minor'
  | 'minimum_payout_minor'
  | 'cap_per_sale_minor'
  | 'cap_per_month_minor'
  | 'cap_per_year_minor'
  | 'budget_per_month_minor';

function Amount({ form, currency, field, required }: Props & { field: AmountField; required?: boolean }) {
  const { t } = useTranslation('screens-partners');
  return (
    <MoneyInput
      label={t(`terms.${field}`)}
      description={t(`terms.${field}_hint`)}
      required={required}
      currency={currency}
      minor={form.values[field]}
      onMinor={(minor) => form.setFieldValue(field, minor)}
      error={form.errors[field]}
    />
  );
}
