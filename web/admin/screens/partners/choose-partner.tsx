import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import type { Form } from '../../../ui/form-type.ts';

/** What a form that names a partner in a programme holds, beside its own fields. */
export type Chosen = { partner_id: string; programme_id: string };
type Partner = Item<'/v1/partners'>;
const nameOf = ({ name, email }: Partner) => `${name} (${email})`;

/** The partner by name, then one of the programmes it is in. */
export function ChoosePartner<V extends Chosen>({ form: any }: { form: Form<V> }) {
  const form = any as unknown as Form<Chosen>;
  const { t } = useTranslation('screens-partners');
  const [chosen, setChosen] = useState<Partner | null>(null);
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text, 250);
  const q = chosen && wanted === nameOf(chosen) ? chosen.name : wanted;
  const found = useQuery({
    queryKey: ['partners', { q, choose: true }],
    queryFn: () => ask(api.GET('/v1/partners', { params: { query: { q, per_page: 50, sort: 'name', order: 'asc' } } })),
    placeholderData: keepPreviousData,
  });
  const partners = found.data?.items ?? [];
  return (
    <>
      <Select
        label={t('setPartner.partner')}
        placeholder={t('partners.search')}
        required
        searchable
        searchValue={text}
        onSearchChange={setText}
        filter={({ options }) => options}
        nothingFoundMessage={t('common:shell.nothingFound')}
        data={partners.map((partner) => ({ value: partner.id, label: nameOf(partner) }))}
        {...form.getInputProps('partner_id')}
        onChange={(id) => {
          const partner = partners.find((one) => one.id === id) ?? null;
          setChosen(partner);
          form.setFieldValue('partner_id', id ?? '');
          form.setFieldValue('programme_id', partner?.programmes[0]?.id ?? '');
        }}
      />
      <Select
        label={t('partners.programme')}
        required
        data={(chosen?.programmes ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('programme_id')}
      />
    </>
  );
}
