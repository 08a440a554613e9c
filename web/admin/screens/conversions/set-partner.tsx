import { type ButtonProps, Select, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask, type Item } from '../../../lib/api.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import type { Form } from '../../../ui/form-type.ts';

type Props = ButtonProps & {
  accountId: string;
  accountName: string;
  /** An instant to begin at: the conversion's; now when absent. */
  at?: string;
};

type Values = { partner_id: string; programme_id: string; effective_at: string; reason: string };

/** An administrator says whose account it is, from a day on and for a reason. */
export function SetPartner({ accountId, accountName, at, ...button }: Props) {
  const { t } = useTranslation('screens-partners');
  const queries = useQueryClient();
  const form = useForm<Values>({
    initialValues: { partner_id: '', programme_id: '', effective_at: at?.slice(0, 10) ?? '', reason: '' },
  });
  const run = async ({ effective_at, ...values }: Values) => {
    const from = effective_at ? { effective_at: instantOf(effective_at, at) } : {};
    const params = { path: { id: accountId } };
    await ask(api.POST('/v1/accounts/{id}/attribution', { params, body: { ...values, ...from } }));
    for (const key of ['conversions', 'accounts', 'partners', 'commissions'])
      await queries.invalidateQueries({ queryKey: [key] });
  };
  return (
    <FormDialog
      variant="default"
      {...button}
      label={t('setPartner.label')}
      title={t('setPartner.title', { account: accountName })}
      submitLabel={t('setPartner.submit')}
      done={t('setPartner.done')}
      form={form}
      run={run}
    >
      <div>{t('setPartner.text')}</div>
      <Who form={form} />
      <TextInput
        type="date"
        label={t('setPartner.from')}
        description={t('setPartner.fromHint')}
        {...form.getInputProps('effective_at')}
      />
      <Textarea
        label={t('reason')}
        description={t('reasonHint')}
        required
        autosize
        minRows={2}
        {...form.getInputProps('reason')}
      />
    </FormDialog>
  );
}

type Partner = Item<'/v1/partners'>;
const nameOf = ({ name, email }: Partner) => `${name} (${email})`;

/** The partner by name, then one of the programmes it is in. */
function Who({ form }: { form: Form<Values> }) {
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

/** The day's first moment, or the conversion's own when it is its day. */
function instantOf(day: string, at: string | undefined): string {
  return at?.slice(0, 10) === day ? at : new Date(`${day}T00:00`).toISOString();
}
