import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { IconRefresh } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';

/** Evaluates every segment now instead of tonight. */
export function LookAgain({ icon: Icon }: { icon: typeof IconRefresh }) {
  const { t } = useTranslation('screens-segments');
  const queries = useQueryClient();
  const evaluate = useMutation({
    mutationFn: async () => (await ask(api.POST('/v1/segments/evaluate'))) as { entered: number; left: number },
    onSuccess: async ({ entered, left }) => {
      await queries.invalidateQueries({ queryKey: ['segments'] });
      notifications.show({ message: t('lookedAgain', { entered, left }) });
    },
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
  });
  return (
    <Button
      variant="default"
      leftSection={<Icon size={16} />}
      loading={evaluate.isPending}
      onClick={() => evaluate.mutate()}
    >
      {t('lookAgain')}
    </Button>
  );
}
