import { useForm } from '@mantine/form';
import { IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../../lib/api.ts';
import { FormDialog } from '../../../../ui/form-dialog.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import { WebhookFields, type WebhookValues } from './webhook-fields.tsx';

export function NewWebhook() {
  const { t } = useTranslation('screens-settings');
  const queries = useQueryClient();
  const [secret, setSecret] = useState<string>();
  const form = useForm<WebhookValues>({ initialValues: { url: '', description: '', topics: ['*'] } });
  const run = async (body: WebhookValues) => {
    const made = (await ask(api.POST('/v1/webhooks', { body }))) as { secret: string };
    setSecret(made.secret);
    await queries.invalidateQueries({ queryKey: ['webhooks'] });
  };
  return (
    <>
      <FormDialog
        leftSection={<IconPlus size={16} />}
        label={t('webhooks.add')}
        title={t('webhooks.addTitle')}
        submitLabel={t('webhooks.add')}
        form={form}
        run={run}
        wide
      >
        <WebhookFields form={form} />
      </FormDialog>
      <SecretDialog secret={secret} onClose={() => setSecret(undefined)} />
    </>
  );
}
