import { Button, Group } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../../lib/api.ts';
import { ConfirmAction } from '../../../../ui/confirm-action.tsx';
import { FormDialog } from '../../../../ui/form-dialog.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import type { WebhookData } from './webhook.tsx';
import { WebhookFields, type WebhookValues } from './webhook-fields.tsx';

type Props = { webhook: WebhookData };

/** Try it, change it, stop it. */
export function WebhookActions({ webhook }: Props) {
  return (
    <Group gap="xs">
      <SendTest webhook={webhook} />
      <Edit webhook={webhook} />
      <OnOff webhook={webhook} />
      <Renew webhook={webhook} />
      <Remove webhook={webhook} />
    </Group>
  );
}

function usePath({ id }: WebhookData) {
  const queries = useQueryClient();
  return {
    params: { path: { id } },
    refresh: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['webhooks'] }),
        queries.invalidateQueries({ queryKey: ['webhook-messages'] }),
      ]),
  };
}

function SendTest({ webhook }: Props) {
  const { t } = useTranslation('screens-settings');
  const { params, refresh } = usePath(webhook);
  const test = useMutation({
    mutationFn: () => ask(api.POST('/v1/webhooks/{id}/test', { params })),
    onSuccess: () => {
      notifications.show({ message: t('webhooks.testSent') });
      return refresh();
    },
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
  });
  if (webhook.state !== 'on') return null;
  return (
    <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
      {t('webhooks.test')}
    </Button>
  );
}

function Edit({ webhook }: Props) {
  const { t } = useTranslation('screens-settings');
  const { params, refresh } = usePath(webhook);
  const { url, description, topics } = webhook;
  const form = useForm<WebhookValues>({ initialValues: { url, description, topics } });
  const run = async (body: WebhookValues) => {
    await ask(api.PATCH('/v1/webhooks/{id}', { params, body }));
    form.setInitialValues(body);
    await refresh();
  };
  return (
    <FormDialog
      variant="default"
      label={t('webhooks.edit')}
      title={t('webhooks.editTitle')}
      submitLabel={t('webhooks.save')}
      form={form}
      run={run}
      wide
    >
      <WebhookFields form={form} />
    </FormDialog>
  );
}

function OnOff({ webhook }: Props) {
  const { t } = useTranslation('screens-settings');
  const { params, refresh } = usePath(webhook);
  const to = webhook.state === 'on' ? 'off' : 'on';
  return (
    <ConfirmAction
      variant="default"
      label={t(`webhooks.turn.${to}`)}
      title={t(`webhooks.turnTitle.${to}`)}
      confirmLabel={t(`webhooks.turn.${to}`)}
      run={async () => {
        await ask(api.PATCH('/v1/webhooks/{id}', { params, body: { state: to } }));
        await refresh();
      }}
    >
      {t(`webhooks.turnText.${to}`)}
    </ConfirmAction>
  );
}

function Renew({ webhook }: Props) {
  const { t } = useTranslation('screens-settings');
  const { params, refresh } = usePath(webhook);
  const [secret, setSecret] = useState<string>();
  return (
    <>
      <ConfirmAction
        variant="default"
        label={t('webhooks.renew')}
        title={t('webhooks.renewTitle')}
        confirmLabel={t('webhooks.renew')}
        run={async () => {
          const made = await ask(api.POST('/v1/webhooks/{id}/secret', { params }));
          setSecret(made.secret);
          await refresh();
        }}
      >
        {t('webhooks.renewText')}
      </ConfirmAction>
      <SecretDialog secret={secret} onClose={() => setSecret(undefined)} />
    </>
  );
}

function Remove({ webhook }: Props) {
  const { t } = useTranslation('screens-settings');
  const { params, refresh } = usePath(webhook);
  const navigate = useNavigate();
  const host = new URL(webhook.url).host;
  return (
    <ConfirmAction
      variant="default"
      label={t('webhooks.remove')}
      title={t('webhooks.removeTitle', { host })}
      confirmLabel={t('webhooks.removeConfirm', { host })}
      danger
      run={async () => {
        await ask(api.DELETE('/v1/webhooks/{id}', { params }));
        await navigate({ to: '/settings/webhooks' });
        await refresh();
      }}
    >
      {t('webhooks.removeText')}
    </ConfirmAction>
  );
}
