import { Checkbox, MultiSelect, NumberInput, SimpleGrid, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { listCountries } from '../../../../src/kernel/countries.ts';
import { locale } from '../../../lib/i18n.ts';
import type { Form } from '../../../ui/form-type.ts';
import { MoneyInput } from '../../../ui/money-input.tsx';
import type { Gift } from './gifts-query.ts';

export type GiftValues = Omit<Gift, 'id' | 'state'> & { offered: boolean };

export const EMPTY_GIFT: GiftValues = {
  name: '',
  description: '',
  interests: [],
  worth_minor: 0,
  currency: 'EUR',
  stock: 1,
  needs_address: true,
  countries: [],
  offered: true,
};

/** The fields of a gift; its currency stays what it was. */
export function GiftFields({ form, isNew }: { form: Form<GiftValues>; isNew: boolean }) {
  const { t } = useTranslation('screens-rewards');
  const countries = useMemo(() => listCountries(locale()), []);
  const { currency, worth_minor } = form.values;
  return (
    <>
      <TextInput label={t('gifts.name')} required data-autofocus {...form.getInputProps('name')} />
      <Textarea label={t('gifts.description')} autosize {...form.getInputProps('description')} />
      <TagsInput
        label={t('gifts.interests')}
        description={t('gifts.interestsHint')}
        {...form.getInputProps('interests')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <MoneyInput
          label={t('gifts.worth')}
          required
          currency={currency}
          minor={worth_minor}
          onMinor={(minor) => form.setFieldValue('worth_minor', minor ?? 0)}
          error={form.errors.worth_minor}
        />
        {isNew && <TextInput label={t('gifts.currency')} required maxLength={3} {...form.getInputProps('currency')} />}
        <NumberInput label={t('gifts.stock')} required min={0} allowDecimal={false} {...form.getInputProps('stock')} />
      </SimpleGrid>
      <MultiSelect
        label={t('gifts.countries')}
        description={t('gifts.countriesHint')}
        searchable
        data={countries.map(({ code, name }) => ({ value: code, label: name }))}
        {...form.getInputProps('countries')}
      />
      <Checkbox label={t('gifts.needsAddress')} {...form.getInputProps('needs_address', { type: 'checkbox' })} />
      {!isNew && <Checkbox label={t('gifts.offered')} {...form.getInputProps('offered', { type: 'checkbox' })} />}
    </>
  );
}
