import { Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import type { ProgrammePage } from './programme.tsx';

/** Notes a review a partner published, where the programme thanks for reviews. */
export function NoteReview({ programme }: { programme: ProgrammePage }) {
  const { t } = useTranslation('screens-programmes');
  const thanks = programme.state === 'live' && programme.terms?.terms.rewards?.some(({ on }) => on === 'review');
  return thanks ? <Note programme={programme} label={t('review.label')} /> : null;
}

function Note({ programme, label }: { programme: ProgrammePage; label: string }) {
  const { t } = useTranslation('screens-programmes');
  const queries = useQueryClient();
  const query = { programme_id: programme.id, sort: 'name', order: 'asc', per_page: 200 } as const;
  const partners = useQuery({
    queryKey: ['partners', query],
    queryFn: () => ask(api.GET('/v1/partners', { params: { query } })),
  });
  const form = useForm({ initialValues: { partner_id: '', url: '' } });
  const run = async (body: typeof form.values) => {
    await ask(api.POST('/v1/programmes/{id}/reviews', { params: { path: { id: programme.id } }, body }));
    await queries.invalidateQueries({ queryKey: ['grants'] });
  };
  return (
    <FormDialog
      variant="default"
      label={label}
      title={t('review.title')}
      submitLabel={t('review.submit')}
      done={t('review.done')}
      form={form}
      run={run}
    >
      <div>{t('review.text')}</div>
      <Select
        label={t('review.partner')}
        required
        searchable
        data={(partners.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('partner_id')}
      />
      <TextInput type="url" label={t('review.url')} required {...form.getInputProps('url')} />
    </FormDialog>
  );
}
