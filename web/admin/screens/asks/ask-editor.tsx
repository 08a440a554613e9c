import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { IconSend } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ProblemError, ask as send } from '../../../lib/api.ts';
import { fieldErrors, ProblemAlert } from '../../../ui/problem-alert.tsx';
import type { AskData } from './ask.tsx';

type Letter = { subject: string; body_text: string; override_reason: string };

/** Keeping the draft's words, and sending it: words that were changed are kept first. */
function useLetter(ask: AskData, onRefused: (errors: Record<string, string>) => void) {
  const { t } = useTranslation('screens-advocates');
  const queries = useQueryClient();
  const path = { id: ask.id };
  const keepWords = ({ subject, body_text }: Letter) =>
    send(api.PATCH('/v1/asks/{id}', { params: { path }, body: { subject, body_text } }));
  const onError = (error: unknown) => onRefused(fieldErrors(error));
  const done = (next: AskData, message: string) => {
    queries.setQueryData(['asks', ask.id], next);
    queries.invalidateQueries({ queryKey: ['nominations'] });
    notifications.show({ message });
  };
  const deliver = useMutation({
    mutationFn: async (letter: Letter) => {
      if (letter.subject !== ask.subject || letter.body_text !== ask.body_text) await keepWords(letter);
      const body = letter.override_reason.trim() ? { override_reason: letter.override_reason } : null;
      return send(api.POST('/v1/asks/{id}/send', { params: { path }, body }));
    },
    onSuccess: (sent) => done(sent, t('askPage.sent', { person: nameOf(ask) })),
    onError,
  });
  const keep = useMutation({ mutationFn: keepWords, onSuccess: (kept) => done(kept, t('common:kit.saved')), onError });
  return { deliver, keep };
}

const nameOf = ({ person }: AskData) => person.name ?? person.email ?? '';

/** The letter: edited while it is a draft, sent by a button that names its reader, asked why when something stands against it. */
export function AskEditor({ ask, editable }: { ask: AskData; editable: boolean }) {
  const { t } = useTranslation('screens-advocates');
  const form = useForm({ initialValues: { subject: ask.subject, body_text: ask.body_text, override_reason: '' } });
  const { deliver, keep } = useLetter(ask, form.setErrors);
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
        {error !== null && <ProblemAlert error={error} />}
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
              {t('askPage.send', { person: nameOf(ask) })}
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
