import { Button, Checkbox, Group, Stack, TagsInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { useInterests } from './reward-queries.ts';

type Said = Got<'/v1/portal/interests'>;

/** What the partner likes, said with consent and taken back at any time. */
export function Interests() {
  const { t } = useTranslation('screens-rewards');
  const interests = useInterests();
  return (
    <Section title={t('portal.interests')} note={t('portal.interestsText')}>
      <QueryView query={interests}>{(data) => <Form key={data.at} said={data} />}</QueryView>
    </Section>
  );
}

function Form({ said }: { said: Said }) {
  const { t } = useTranslation('screens-rewards');
  const queries = useQueryClient();
  const form = useForm({
    initialValues: { interests: said.interests, consent: false },
  });
  const save = useMutation({
    mutationFn: (interests: string[]) =>
      ask(api.PUT('/v1/portal/interests', { body: { interests, consent: true as const } })),
    onSuccess: async (_now, interests) => {
      await queries.invalidateQueries({ queryKey: ['portal', 'interests'] });
      notifications.show({ message: t(interests.length > 0 ? 'portal.interestsSaved' : 'portal.interestsCleared') });
    },
  });
  return (
    <form onSubmit={form.onSubmit(({ interests }) => save.mutate(interests))}>
      <Stack>
        <TagsInput
          label={t('portal.interestsLabel')}
          description={t('portal.interestsHint')}
          data={said.offered}
          {...form.getInputProps('interests')}
        />
        <Checkbox label={said.consent_asked} required {...form.getInputProps('consent', { type: 'checkbox' })} />
        {save.isError && <ProblemAlert error={save.error} />}
        <Group justify="flex-end">
          {said.interests.length > 0 && (
            <Button variant="default" onClick={() => save.mutate([])}>
              {t('portal.interestsClear')}
            </Button>
          )}
          <Button type="submit" loading={save.isPending} disabled={form.values.interests.length === 0}>
            {t('portal.interestsSave')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
