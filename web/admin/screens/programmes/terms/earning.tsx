import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EarningValues } from './earning-values.ts';
import { Amount, Choice, Rate, type TermsForm } from './inputs.tsx';

const KINDS = ['percent', 'flat', 'per_seat'] as const;

type Props = {
  form: TermsForm;
  at: string;
  label: string;
  earning: EarningValues<string>;
  currency: string;
  /** A first choice before the kinds, when paying nothing special is one. */
  first?: 'same';
};

/** What a sale pays: its kind and the field of that kind. */
export function EarningAt({ form, at, label, earning, currency, first }: Props) {
  const { t } = useTranslation('screens-programmes');
  const { t: partners } = useTranslation('screens-partners');
  const nameOf = (kind: string) => (kind === 'same' ? t('terms.renewal.same') : partners(`terms.kinds.${kind}`));
  const values: readonly string[] = first ? [first, ...KINDS] : KINDS;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <Choice form={form} at={`${at}.kind`} label={label} values={values} nameOf={nameOf} />
      {earning.kind === 'percent' && <Rate form={form} at={`${at}.rate`} label={t('terms.rate')} required />}
      {(earning.kind === 'flat' || earning.kind === 'per_seat') && (
        <Amount form={form} at={`${at}.amount_minor`} label={t('terms.amount')} currency={currency} required />
      )}
    </SimpleGrid>
  );
}
