import { Button, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { fieldErrors, ProblemAlert } from '../../../ui/problem-alert.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';

type Settings = Got<'/v1/payout-settings'>;

/** The company's own account, as the bank's file names it. */
export function PaidFrom() {
  const { t } = useTranslation('screens-money');
  const settings = useQuery({ queryKey: ['payout-settings'], queryFn: () => ask(api.GET('/v1/payout-settings')) });
  return (
    <Section title={t('payouts.settings.title')} note={t('payouts.settings.note')}>
      <QueryView query={settings}>{(data) => <Form settings={data} />}</QueryView>
    </Section>
  );
}

function Form({ settings }: { settings: Settings }) {
  const { t } = useTranslation('screens-money');
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { holder_name: settings.holder_name ?? '', iban: settings.iban ?? '', bic: settings.bic ?? '' },
  });
  const save = useMutation({
    mutationFn: ({ bic, ...rest }: typeof form.values) =>
      ask(api.PUT('/v1/payout-settings', { body: { ...rest, bic: bic || null } })),
    onSuccess: () => {
      queries.invalidateQueries({ queryKey: ['payout-settings'] });
      notifications.show({ message: t('common:kit.saved') });
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack>
        {!settings.iban && <div>{t('payouts.settings.none')}</div>}
        <SimpleGrid cols={{ base: 1, sm: 3 }}>
          <TextInput label={t('payouts.settings.holder')} required {...form.getInputProps('holder_name')} />
          <TextInput label={t('payouts.settings.iban')} required {...form.getInputProps('iban')} />
          <TextInput label={t('payouts.settings.bic')} {...form.getInputProps('bic')} />
        </SimpleGrid>
        {save.isError && <ProblemAlert error={save.error} />}
        <Group justify="flex-end">
          <Button type="submit" variant="default" loading={save.isPending}>
            {t('payouts.settings.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
