import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Amount, Choice, Rate, type TermsForm } from './inputs.tsx';

type Props = { form: TermsForm; currency: string };

const KINDS = ['percent', 'flat', 'per_seat', 'per_lead', 'none'] as const;
const STAGES = ['accepted', 'qualified', 'meeting', 'won'] as const;

/** What a sale or a lead pays: the fields of the kind that is chosen. */
export function Earned({ form, currency }: Props) {
  const { t } = useTranslation('screens-partners');
  const { kind } = form.values;
  const ofSales = kind !== 'per_lead' && kind !== 'none';
  return (
    <>
      <Choice form={form} at="kind" label={t('terms.kind')} values={KINDS} nameOf={(one) => t(`terms.kinds.${one}`)} />
      {kind === 'percent' && (
        <Rate form={form} at="rate" label={t('terms.rate')} description={t('terms.rateHint')} required />
      )}
      {kind !== 'percent' && kind !== 'none' && (
        <Amount
          form={form}
          at="amount_minor"
          label={t('terms.amount_minor')}
          description={t('terms.amount_minor_hint')}
          currency={currency}
          required
        />
      )}
      {kind === 'per_lead' && (
        <Choice
          form={form}
          at="stage"
          label={t('terms.stage')}
          values={STAGES}
          nameOf={(one) => t(`terms.stages.${one}`)}
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
