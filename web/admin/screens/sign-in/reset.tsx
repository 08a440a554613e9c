import { Button, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconMailCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import icon from '../../../ui/icon.svg';
import { fieldErrors, ProblemAlert } from '../../../ui/problem-alert.tsx';
import classes from './sign-in.module.css';

/** A new password: first the address to mail a link to, then, through that link, the password itself. */
export default function Reset() {
  const { t } = useTranslation('screens-access');
  const [token] = useState(() => window.location.hash.slice(1));
  useEffect(() => {
    document.title = `${t('reset.title')} · Goodword`;
    // The token is used once; it need not stay in the address bar.
    if (token) window.history.replaceState(null, '', window.location.pathname);
  }, [t, token]);
  return (
    <main className={classes.page}>
      <div className={classes.box}>
        <img src={icon} alt="" width={40} height={40} />
        <Title order={1}>{t('reset.title')}</Title>
        {token ? <NewPassword token={token} /> : <AskForLink />}
        <Link to="/sign-in" className="gw-link">
          {t('reset.back')}
        </Link>
      </div>
    </main>
  );
}

function AskForLink() {
  const { t } = useTranslation('screens-access');
  const form = useForm({ initialValues: { email: '' } });
  const send = useMutation({
    mutationFn: (body: { email: string }) => ask(api.POST('/v1/password-reset-links', { body })),
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  if (send.isSuccess) {
    const text = t('reset.sentText', { email: form.values.email, minutes: send.data.minutes });
    return <EmptyState icon={IconMailCheck} title={t('signIn.linkSent')} text={text} />;
  }
  return (
    <form onSubmit={form.onSubmit((values) => send.mutate(values))}>
      <Stack gap="md">
        {send.isError && <ProblemAlert error={send.error} />}
        <TextInput
          label={t('signIn.email')}
          description={t('reset.emailText')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          size="md"
          {...form.getInputProps('email')}
        />
        <Button type="submit" size="md" loading={send.isPending}>
          {t('reset.send')}
        </Button>
      </Stack>
    </form>
  );
}

function NewPassword({ token }: { token: string }) {
  const { t } = useTranslation('screens-access');
  const form = useForm({ initialValues: { password: '' } });
  const save = useMutation({
    mutationFn: ({ password }: { password: string }) =>
      ask(api.POST('/v1/password-resets', { body: { token, password } })),
    onSuccess: ({ to }) => window.location.assign(to),
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="md">
        {save.isError && <ProblemAlert error={save.error} />}
        <PasswordInput
          label={t('reset.password')}
          description={t('reset.passwordText')}
          autoComplete="new-password"
          required
          withAsterisk={false}
          minLength={10}
          size="md"
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="md" loading={save.isPending}>
          {t('reset.save')}
        </Button>
      </Stack>
    </form>
  );
}
