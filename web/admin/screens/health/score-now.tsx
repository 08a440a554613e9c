import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';

export function ScoreNow() {
  const { t } = useTranslation('screens-health');
  const mayWrite = useMay('success:write');
  const queries = useQueryClient();
  const score = useMutation({
    mutationFn: async () => {
      const scored = await ask(api.POST('/v1/health/score'));
      await ask(api.POST('/v1/health/backtest'));
      return scored;
    },
    onSuccess: ({ health }) => {
      queries.invalidateQueries();
      notifications.show({ message: t('scored', { count: health.scored, changed: health.changed }) });
    },
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
  });
  if (!mayWrite) return null;
  return (
    <Button leftSection={<IconRefresh size={16} />} loading={score.isPending} onClick={() => score.mutate()}>
      {t('scoreNow')}
    </Button>
  );
}
