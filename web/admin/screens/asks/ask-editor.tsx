import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconSend } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ProblemError, ask as send } from '../../../lib/api.ts';
import { fieldErrors, ProblemAlert } from '../../../ui/problem-alert.tsx';
import type { AskData } from './ask.tsx';

/** The letter: edited while it is a draft, sent by a button that names its reader, asked why when something stands against it. */
export function AskEditor({ ask, editable }: { ask: AskData; editable: boolean }) {
  const { t } = useTranslation('screens-advocates');
  const queries = useQueryClient();
  const form = useForm({ initialValues: { subject: ask.subject, body_text: ask.body_text, override_reason: '' } });
  const deliver = useMutation({
    mutationFn: async ({ subject, body_text, override_reason }: typeof form.values) => {
      const path = { id: ask.id };
      if (subject !== ask.subject || body_text !== ask.body_text)
        await send(api.PATCH('/v1/asks/{id}', { params: { path }, body: { subject, body_text } }));
      const body = override_reason.trim() ? { override_reason } : null;
      return send(api.POST('/v1/asks/{id}/send', { params: { path }, body }));
    },
    onSuccess: (sent) => {
      queries.setQueryData(['asks', ask.id], sent);
      queries.invalidateQueries({ queryKey: ['nominations'] });
      notifications.show({ message: t('askPage.sent', { person }) });
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  const keep = useMutation({
    mutationFn: ({ subject, body_text }: typeof form.values) =>
      send(api.PATCH('/v1/asks/{id}', { params: { path: { id: ask.id } }, body: { subject, body_text } })),
    onSuccess: (kept) => {
      queries.setQueryData(['asks', ask.id], kept);
      notifications.show({ message: t('common:kit.saved') });
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  const person = ask.person.name ?? ask.person.email ?? '';
  const error = deliver.error ?? keep.error;
  return (
    <form onSubmit={form.onSubmit((values) => deliver.mutate(values))}>
      <Stack>
        <TextInput label={t('askPage.subject')} readOnly={!editable} {...form.getInputProps('subject')} />
        <Textarea
          label={t('askPage.body')}
          description={editable ? t('askPage.bodyText') : undefined}
          autosize
          minRows={8}
          readOnly={!editable}
          {...form.getInputProps('body_text')}
        />
        {error && <ProblemAlert error={error} />}
        {mayOverride(deliver.error) && (
          <Textarea
            label={t('askPage.overrideLabel')}
            description={t('askPage.overrideText')}
            {...form.getInputProps('override_reason')}
          />
        )}
        {editable && (
          <Group justify="flex-end">
            <Button variant="default" loading={keep.isPending} onClick={() => keep.mutate(form.values)}>
              {t('askPage.keep')}
            </Button>
            <Button type="submit" leftSection={<IconSend size={16} />} loading={deliver.isPending}>
              {t('askPage.send', { person })}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}

/** A refusal that a reason of one's own can override says so. */
function mayOverride(error: unknown): boolean {
  return error instanceof ProblemError && (error.problem as { can_override?: boolean }).can_override === true;
}
