import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../../lib/api.ts';
import type { At } from './inputs.tsx';

const nameOf = ({ name, email }: { name: string; email: string }) => `${name} (${email})`;

/** A partner, found by name. */
export function PartnerAt({ form, at, label }: At) {
  const { t } = useTranslation('screens-partners');
  const { value: id, error } = form.getInputProps(at);
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text, 250);
  const chosen = useQuery({
    queryKey: ['partners', id],
    queryFn: () => ask(api.GET('/v1/partners/{id}', { params: { path: { id } } })),
    enabled: id !== '',
  }).data;
  const q = chosen && wanted === nameOf(chosen) ? chosen.name : wanted;
  const found = useQuery({
    queryKey: ['partners', { q, choose: true }],
    queryFn: () => ask(api.GET('/v1/partners', { params: { query: { q, per_page: 50, sort: 'name', order: 'asc' } } })),
    placeholderData: keepPreviousData,
  });
  const others = (found.data?.items ?? []).filter((one) => one.id !== chosen?.id);
  return (
    <Select
      label={label}
      placeholder={t('partners.search')}
      required
      searchable
      searchValue={text}
      onSearchChange={setText}
      filter={({ options }) => options}
      nothingFoundMessage={t('common:shell.nothingFound')}
      data={[...(chosen ? [chosen] : []), ...others].map((one) => ({ value: one.id, label: nameOf(one) }))}
      value={id === '' ? null : id}
      onChange={(next) => form.setFieldValue(at, next ?? '')}
      error={error}
    />
  );
}
