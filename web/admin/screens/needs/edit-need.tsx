import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import type { Form } from '../../../ui/form-type.ts';
import { type Kind, type Need, useRefreshNeeds } from './needs-query.ts';

type Values = Pick<Need, 'name' | 'description' | 'usp' | 'asset' | 'page_url'> & { keywords: string };

const EMPTY: Values = { name: '', description: '', keywords: '', usp: '', asset: '', page_url: '' };
const split = (text: string) =>
  text
    .split(/[,\n]/)
    .map((word) => word.trim())
    .filter((word) => word.length > 1);

export function AddNeed({ kind }: { kind: Kind }) {
  const { t } = useTranslation('screens-needs');
  const refresh = useRefreshNeeds();
  const form = useForm<Values>({ initialValues: EMPTY });
  return (
    <FormDialog
      label={t(`add.${kind}`)}
      title={t(`add.${kind}`)}
      submitLabel={t('add.save')}
      leftSection={<IconPlus size={16} />}
      form={form}
      wide
      done={t('add.done')}
      run={async ({ keywords, ...values }) => {
        await ask(api.POST('/v1/needs', { body: { ...values, kind, keywords: split(keywords) } }));
        await ask(api.POST('/v1/needs/suggest'));
        await refresh();
      }}
    >
      <Fields form={form} />
    </FormDialog>
  );
}

export function EditNeed({ need }: { need: Need }) {
  const { t } = useTranslation('screens-needs');
  const refresh = useRefreshNeeds();
  const { name, description, usp, asset, page_url } = need;
  const form = useForm<Values>({
    initialValues: { name, description, usp, asset, page_url, keywords: need.keywords.join(', ') },
  });
  return (
    <FormDialog
      label={t('edit.button')}
      title={t('edit.title', { name })}
      submitLabel={t('add.save')}
      leftSection={<IconPencil size={16} />}
      form={form}
      wide
      done={t('edit.done')}
      run={async ({ keywords, ...values }) => {
        const body = { ...values, keywords: split(keywords) };
        await ask(api.PATCH('/v1/needs/{id}', { params: { path: { id: need.id } }, body }));
        await ask(api.POST('/v1/needs/suggest'));
        form.setInitialValues({ ...values, keywords });
        await refresh();
      }}
    >
      <Fields form={form} />
    </FormDialog>
  );
}

function Fields({ form }: { form: Form<Values> }) {
  const { t } = useTranslation('screens-needs');
  return (
    <>
      <TextInput label={t('fields.name')} required maxLength={80} {...form.getInputProps('name')} />
      <Textarea
        label={t('fields.keywords')}
        description={t('fields.keywordsText')}
        autosize
        {...form.getInputProps('keywords')}
      />
      <Textarea label={t('fields.description')} autosize maxLength={1000} {...form.getInputProps('description')} />
      <Textarea
        label={t('fields.usp')}
        description={t('fields.uspText')}
        autosize
        maxLength={1000}
        {...form.getInputProps('usp')}
      />
      <Textarea
        label={t('fields.asset')}
        description={t('fields.assetText')}
        autosize
        maxLength={1000}
        {...form.getInputProps('asset')}
      />
      <TextInput label={t('fields.page')} type="url" maxLength={500} {...form.getInputProps('page_url')} />
    </>
  );
}
