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
  const form = useForm({ initialValues: { band: health.scored_band, reason: '', days: '30' } });
  const path = { id };
  const refresh = async () => {
    close();
    await queries.invalidateQueries({ queryKey: ['accounts'] });
  };
  const save = useMutation({
    mutationFn: ({ band, reason, days }: typeof form.values) =>
      ask(
        api.POST('/v1/accounts/{id}/health-override', {
          params: { path },
          body: { band: band as 'red', reason, expires_at: new Date(Date.now() + Number(days) * DAY).toISOString() },
        }),
      ),
    onSuccess: refresh,
    onError: (error) => form.setErrors(fieldErrors(error)),
  });
  const end = useMutation({
    mutationFn: () => ask(api.DELETE('/v1/accounts/{id}/health-override', { params: { path } })),
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
      </Modal>
    </>
  );
}
