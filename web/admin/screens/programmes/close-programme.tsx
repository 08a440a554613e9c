import { Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import type { ProgrammePage } from './programme.tsx';

/** Ends a programme for good. */
export function CloseProgramme({ programme }: { programme: ProgrammePage }) {
  const { t } = useTranslation('screens-programmes');
  const queries = useQueryClient();
  const form = useForm({ initialValues: { reason: '' } });
  const run = async (body: { reason: string }) => {
    await ask(api.POST('/v1/programmes/{id}/close', { params: { path: { id: programme.id } }, body }));
    await queries.invalidateQueries({ queryKey: ['programmes'] });
  };
  if (programme.state === 'closed') return null;
  return (
    <FormDialog
      variant="default"
      danger
      label={t('close.label')}
      title={t('close.title', { name: programme.name })}
      submitLabel={t('close.submit', { name: programme.name })}
      done={t('close.done')}
      form={form}
      run={run}
    >
      <div>{t('close.text')}</div>
      <Textarea label={t('reason')} required autosize minRows={2} data-autofocus {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
