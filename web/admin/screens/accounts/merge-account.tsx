import { Select, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { numberText } from '../../../lib/format.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import type { Account360 } from './account.tsx';

type Values = { into: string; reason: string };

/** Two accounts turned out to be one customer: this one becomes part of the other, after a look at what moves. */
export function MergeAccount({ data }: { data: Account360 }) {
  const { t } = useTranslation('screens-customers');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const form = useForm<Values>({ initialValues: { into: '', reason: '' } });
  const { id, name } = data.account;
  const run = async (body: Values) => {
    await ask(api.POST('/v1/accounts/{id}/merge', { params: { path: { id } }, body }));
    await navigate({ to: '/accounts/$id', params: { id: body.into } } as never);
    await queries.invalidateQueries();
  };
  return (
    <FormDialog
      variant="default"
      label={t('merge.label')}
      title={t('merge.title', { account: name })}
      submitLabel={t('merge.submit')}
      done={t('merge.done')}
      form={form}
      run={run}
    >
      <div>{t('merge.text', { account: name })}</div>
      <ChooseAccount
        id={id}
        value={form.values.into}
        error={form.errors.into}
        onChange={(into) => form.setFieldValue('into', into)}
      />
      {form.values.into && <WhatMoves from={data} into={form.values.into} />}
      <Textarea
        label={t('merge.reason')}
        description={t('merge.reasonHint')}
        required
        autosize
        minRows={2}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}

type Choose = { id: string; value: string; error: ReactNode; onChange: (id: string) => void };

function ChooseAccount({ id, value, error, onChange }: Choose) {
  const { t } = useTranslation('screens-customers');
  const [text, setText] = useState('');
  const [wanted] = useDebouncedValue(text.trim(), 250);
  const query = { per_page: 50, sort: 'name', order: 'asc', ...(wanted ? { q: wanted } : {}) } as const;
  const found = useQuery({
    queryKey: ['accounts', { choose: wanted }],
    queryFn: () => ask(api.GET('/v1/accounts', { params: { query } })),
    placeholderData: keepPreviousData,
  });
  const accounts = (found.data?.items ?? []).filter((one) => one.id !== id);
  return (
    <Select
      label={t('merge.into')}
      placeholder={t('merge.search')}
      required
      searchable
      onSearchChange={setText}
      filter={({ options }) => options}
      nothingFoundMessage={t('common:shell.nothingFound')}
      data={accounts.map((one) => ({ value: one.id, label: one.name }))}
      value={value || null}
      error={error}
      onChange={(chosen) => onChange(chosen ?? '')}
    />
  );
}

/** Both accounts beside each other: what moves, and what stays where it is. */
function WhatMoves({ from, into }: { from: Account360; into: string }) {
  const { t } = useTranslation('screens-customers');
  const other = useQuery({
    queryKey: ['accounts', into],
    queryFn: () => ask(api.GET('/v1/accounts/{id}', { params: { path: { id: into } } })),
  });
  if (!other.data) return null;
  return (
    <>
      <PlainTable
        label={t('merge.moves')}
        columns={[
          { title: t('merge.what') },
          { title: from.account.name, end: true },
          { title: other.data.account.name, end: true },
        ]}
        rows={ROWS.map(([key, read]) => [t(`merge.rows.${key}`), read(from), read(other.data)])}
      />
      <Notice tone="info">{t('merge.partnerRule')}</Notice>
    </>
  );
}

const ROWS = [
  ['partner', partnerOf],
  ['people', ({ people }) => numberText(people.length)],
  ['subscriptions', ({ subscriptions }) => numberText(subscriptions.length)],
  ['invoices', ({ invoices }) => numberText(invoices.length)],
] as const satisfies readonly (readonly [string, (data: Account360) => string])[];

function partnerOf({ referrals_received }: Account360): string {
  return referrals_received.find(({ ended_at }) => ended_at === null)?.partner_name ?? '—';
}
