import { Button, Code } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import type { OwnReward } from './reward-queries.ts';

/** A gift card's code, shown when it is asked for and kept nowhere. */
export function ShowCode({ reward }: { reward: OwnReward }) {
  const { t } = useTranslation('screens-rewards');
  const queries = useQueryClient();
  const show = useMutation({
    mutationFn: () => ask(api.POST('/v1/portal/rewards/{id}/code', { params: { path: { id: reward.id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['portal', 'rewards'] }),
  });
  if (show.isError) return <ProblemAlert error={show.error} />;
  if (show.data)
    return (
      <div role="status">
        {t('portal.code')}: <Code fz="md">{show.data.code}</Code>
      </div>
    );
  return (
    <Button mt="xs" size="compact-sm" loading={show.isPending} onClick={() => show.mutate()}>
      {t('portal.showCode')}
    </Button>
  );
}
