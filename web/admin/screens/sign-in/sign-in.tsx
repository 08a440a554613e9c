import { Button, Divider, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconMailCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import icon from '../../../ui/icon.svg';
import { fieldErrors, ProblemAlert } from '../../../ui/problem-alert.tsx';
import classes from './sign-in.module.css';

/** Password, or a link by mail. Where one wanted to go is kept. */
export default function SignIn() {
  const { t } = useTranslation('screens-access');
  const { to } = useSearch({ strict: false }) as { to?: string };
  const [linkSentTo, setLinkSentTo] = useState<string>();
  useEffect(() => {
    document.title = `${t('signIn.title')} · Goodword`;
  }, [t]);
  return (
    <main className={classes.page}>
      <div className={classes.box}>
        <img src={icon} alt="" width={40} height={40} />
        <Title order={1}>{t('signIn.title')}</Title>
        {linkSentTo ? (
          <EmptyState
            icon={IconMailCheck}
            title={t('signIn.linkSent')}
            text={t('signIn.linkSentText', { email: linkSentTo })}
            action={
              <Button variant="default" onClick={() => setLinkSentTo(undefined)}>
                {t('signIn.back')}
              </Button>
            }
          />
        ) : (
          <SignInForm to={to} onLinkSent={setLinkSentTo} />
        )}
      </div>
    </main>
  );
}

function SignInForm({ to, onLinkSent }: { to?: string; onLinkSent: (email: string) => void }) {
  const { t } = useTranslation('screens-access');
  const form = useForm({ initialValues: { email: '', password: '' } });
  const enter = useMutation({
    mutationFn: (body: { email: string; password: string }) => ask(api.POST('/v1/sign-in', { body: { ...body, to } })),
    onSuccess: (answer) => window.location.assign(answer.to),
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  const sendLink = useMutation({
    mutationFn: (email: string) => ask(api.POST('/v1/sign-in-links', { body: { email, to } })),
    onSuccess: (_answer, email) => onLinkSent(email),
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  const askForLink = () => {
    if (form.values.email.includes('@')) sendLink.mutate(form.values.email);
    else form.setFieldError('email', t('signIn.emailFirst'));
  };
  const error = enter.error ?? sendLink.error;
  return (
    <form onSubmit={form.onSubmit((values) => enter.mutate(values))}>
      <Stack gap="md">
        {error && <ProblemAlert error={error} />}
        <TextInput
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          size="md"
          {...form.getInputProps('email')}
        />
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          size="md"
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="md" loading={enter.isPending}>
          {t('signIn.submit')}
        </Button>
        <Link to="/reset" className="gw-link">
          {t('signIn.forgot')}
        </Link>
        <Divider label={t('signIn.or')} />
        <Button variant="default" size="md" loading={sendLink.isPending} onClick={askForLink}>
          {t('signIn.sendLink')}
        </Button>
      </Stack>
    </form>
  );
}
