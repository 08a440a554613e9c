import { Button, Group, PasswordInput, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { useMe } from '../../../lib/session.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { fieldErrors, ProblemAlert } from '../../../ui/problem-alert.tsx';
import { Section } from '../../../ui/section.tsx';
import { Sessions } from './sessions.tsx';

export default function Profile() {
  const { t } = useTranslation('screens-settings');
  const me = useMe();
  return (
    <>
      <PageHeader
        title={t('profile.title')}
        answer={t(me.has_password ? 'profile.answer' : 'profile.answerNoPassword')}
      />
      <AboutMe />
      <Password />
      <Sessions />
    </>
  );
}

function AboutMe() {
  const { t } = useTranslation('screens-settings');
  const me = useMe();
  const queries = useQueryClient();
  const form = useForm({ initialValues: { name: me.name, email: me.email ?? '' } });
  const save = useMutation({
    mutationFn: (body: typeof form.values) => ask(api.PATCH('/v1/me', { body })),
    onSuccess: () => {
      queries.invalidateQueries({ queryKey: ['me'] });
      notifications.show({ message: t('common:kit.saved') });
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  return (
    <Section title={t('profile.about')}>
      <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput label={t('team.columns.name')} autoComplete="name" {...form.getInputProps('name')} />
            <TextInput
              label={t('team.columns.email')}
              type="email"
              autoComplete="email"
              {...form.getInputProps('email')}
            />
          </SimpleGrid>
          {save.isError && <ProblemAlert error={save.error} />}
          <Group justify="flex-end">
            <Button type="submit" variant="default" loading={save.isPending}>
              {t('profile.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}

function Password() {
  const { t } = useTranslation('screens-settings');
  const me = useMe();
  const queries = useQueryClient();
  const form = useForm({ initialValues: { password: '', current_password: '' } });
  const save = useMutation({
    mutationFn: ({ password, current_password }: typeof form.values) =>
      ask(api.POST('/v1/me/password', { body: me.has_password ? { password, current_password } : { password } })),
    onSuccess: () => {
      form.reset();
      queries.invalidateQueries({ queryKey: ['me'] });
      notifications.show({ message: t('profile.passwordSaved') });
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  return (
    <Section
      title={t(me.has_password ? 'profile.changePassword' : 'profile.setPassword')}
      note={t('profile.passwordNote')}
    >
      <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {me.has_password && (
              <PasswordInput
                label={t('profile.current')}
                autoComplete="current-password"
                required
                {...form.getInputProps('current_password')}
              />
            )}
            <PasswordInput
              label={t('profile.new')}
              autoComplete="new-password"
              required
              minLength={10}
              {...form.getInputProps('password')}
            />
          </SimpleGrid>
          {save.isError && <ProblemAlert error={save.error} />}
          <Group justify="flex-end">
            <Button type="submit" variant="default" loading={save.isPending}>
              {t('profile.savePassword')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
