import { Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import type { Application } from './applications.tsx';

/** Yes or no to an application, with a reason the applicant reads. */
export function Decide({ application, state }: { application: Application; state: 'approved' | 'rejected' }) {
  const { t } = useTranslation('screens-programmes');
  const queries = useQueryClient();
  const form = useForm({ initialValues: { reason: '', reapply_on: '' } });
  const verb = state === 'approved' ? 'approve' : 'reject';
  const { id, name, programme_name: programme } = application;
  const run = async ({ reason, reapply_on }: typeof form.values) => {
    const body = { state, reason, ...(reapply_on ? { reapply_on } : {}) };
    await ask(api.POST('/v1/applications/{id}/decision', { params: { path: { id } }, body }));
    await queries.invalidateQueries({ queryKey: ['applications'] });
    for (const key of ['partners', 'programme-fees']) await queries.invalidateQueries({ queryKey: [key] });
  };
  return (
    <FormDialog
      size="compact-sm"
      variant={state === 'approved' ? 'filled' : 'default'}
      danger={state === 'rejected'}
      label={t(`applications.${verb}`)}
      title={t(`applications.${verb}Title`, { name })}
      submitLabel={t(`applications.${verb}Title`, { name })}
      done={t('applications.done')}
      form={form}
      run={run}
    >
      <div>{t(`applications.${verb}Text`, { name, programme })}</div>
      <Textarea
        label={t('reason')}
        description={t('applications.reasonHint', { name })}
        required
        autosize
        minRows={2}
        data-autofocus
        {...form.getInputProps('reason')}
      />
      {state === 'rejected' && (
        <TextInput type="date" label={t('applications.again')} {...form.getInputProps('reapply_on')} />
      )}
    </FormDialog>
  );
}
