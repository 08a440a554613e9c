import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import type { ProgrammePage } from './programme.tsx';

/** Mails somebody the way in, also into a private programme. */
export function InviteToProgramme({ programme }: { programme: ProgrammePage }) {
  const { t } = useTranslation('screens-programmes');
  const form = useForm({ initialValues: { email: '', name: '' } });
  const run = ({ email, name }: typeof form.values) => {
    const body = { email, ...(name ? { name } : {}) };
    return ask(api.POST('/v1/programmes/{id}/invitations', { params: { path: { id: programme.id } }, body }));
  };
  return (
    <FormDialog
      size="compact-sm"
      variant="subtle"
      label={t('invite.label')}
      title={t('invite.title', { name: programme.name })}
      submitLabel={t('invite.submit')}
      done={t('invite.done')}
      form={form}
      run={run}
    >
      <div>{t('invite.text')}</div>
      <TextInput type="email" label={t('invite.email')} required data-autofocus {...form.getInputProps('email')} />
      <TextInput label={t('invite.name')} {...form.getInputProps('name')} />
    </FormDialog>
  );
}
