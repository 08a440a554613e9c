import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Amount, Line, Rate, type TermsForm, Whole } from './inputs.tsx';
import type { GiftValues } from './reward-values.ts';

type Input = { field: keyof GiftValues; as: typeof Whole | typeof Rate | typeof Line | 'amount'; open?: true };

/** The fields of each kind; an open one may stay empty. */
const FIELDS: Record<GiftValues['kind'], readonly Input[]> = {
  company_credit: [
    { field: 'per_seat_minor', as: 'amount' },
    { field: 'most', as: Rate },
  ],
  free_months: [
    { field: 'months', as: Whole },
    { field: 'per_year', as: Whole },
  ],
  discount: [
    { field: 'percent', as: Rate },
    { field: 'months', as: Whole, open: true },
  ],
  feature_unlock: [
    { field: 'feature', as: Line },
    { field: 'days', as: Whole, open: true },
  ],
  gift: [{ field: 'worth_minor', as: 'amount' }],
  gift_card: [
    { field: 'brand', as: Line },
    { field: 'amount_minor', as: 'amount' },
  ],
  donation: [
    { field: 'charity', as: Line },
    { field: 'amount_minor', as: 'amount' },
  ],
};

/** What a reward gives: the fields of the kind that is chosen. */
export function GiftAt({ form, at, kind, currency }: GiftProps) {
  const { t } = useTranslation('screens-programmes');
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      {FIELDS[kind].map(({ field, as: Field, open }) => {
        const input = {
          form,
          at: `${at}.${field}`,
          label: t(`terms.gift.${kind}.${field}`),
          description: open && t('terms.gift.forGood'),
          required: !open,
        };
        return Field === 'amount' ? (
          <Amount key={field} {...input} currency={currency} />
        ) : (
          <Field key={field} {...input} />
        );
      })}
    </SimpleGrid>
  );
}

type GiftProps = { form: TermsForm; at: string; kind: GiftValues['kind']; currency: string };
