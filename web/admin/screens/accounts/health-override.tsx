import { Button, Group, Modal, Select, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { fieldErrors, ProblemAlert } from '../../../ui/problem-alert.tsx';
import type { Account360 } from './account.tsx';

const DAY = 86_400_000;
type Props = { id: string; health: NonNullable<Account360['health']> };

/** What a person knows that the score does not: a band, a reason, an end. */
export function HealthOverride({ id, health }: Props) {
  const { t } = useTranslation('screens-customers');
  const queries = useQueryClient();
  const [opened, { open, close }] = useDisclosure(false);
  const refresh = async () => {
    close();
    await queries.invalidateQueries({ queryKey: ['accounts'] });
  };
  const end = useMutation({
    mutationFn: () => ask(api.DELETE('/v1/accounts/{id}/health-override', { params: { path: { id } } })),
    onSuccess: refresh,
  });
  if (health.override)
    return (
      <Button variant="default" loading={end.isPending} onClick={() => end.mutate()}>
        {t('override.end')}
      </Button>
    );
  return (
    <>
      <Button variant="default" onClick={open}>
        {t('override.open')}
      </Button>
      <Modal opened={opened} onClose={close} title={t('override.title')}>
        <OverrideForm id={id} band={health.scored_band} onDone={refresh} />
      </Modal>
    </>
  );
}

function OverrideForm({ id, band, onDone }: { id: string; band: string; onDone: () => Promise<void> }) {
  const { t } = useTranslation('screens-customers');
  const form = useForm({ initialValues: { band, reason: '', days: '30' } });
  const save = useMutation({
    mutationFn: (values: typeof form.values) => {
      const expires_at = new Date(Date.now() + Number(values.days) * DAY).toISOString();
      const body = { band: values.band as 'red', reason: values.reason, expires_at };
      return ask(api.POST('/v1/accounts/{id}/health-override', { params: { path: { id } }, body }));
    },
    onSuccess: onDone,
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack>
        <Select
          label={t('override.band')}
          data={['green', 'amber', 'red'].map((value) => ({ value, label: t(`common:states.${value}`) }))}
          allowDeselect={false}
          {...form.getInputProps('band')}
        />
        <Textarea
          label={t('override.reason')}
          description={t('override.reasonText')}
          required
          autosize
          minRows={2}
          {...form.getInputProps('reason')}
        />
        <Select
          label={t('override.until')}
          data={['7', '30', '90', '365'].map((value) => ({
            value,
            label: t('override.days', { count: Number(value) }),
          }))}
          allowDeselect={false}
          {...form.getInputProps('days')}
        />
        {save.isError && <ProblemAlert error={save.error} />}
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending}>
            {t('override.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
