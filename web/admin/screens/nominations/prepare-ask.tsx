import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconSend } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import type { Advocate } from './nomination.tsx';

/** Makes the draft that the next screen reviews; nothing is sent yet. */
export function PrepareAsk({ advocate }: { advocate: Advocate }) {
  const { t } = useTranslation('screens-advocates');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const prepare = useMutation({
    mutationFn: () => ask(api.POST('/v1/asks', { body: { account_id: advocate.account.id } })),
    onSuccess: (draft) => {
      queries.invalidateQueries({ queryKey: ['nominations'] });
      navigate({ to: '/asks/$id', params: { id: draft.id } });
    },
    onError: (error) => notifications.show({ color: 'red', title: t('detail.notPrepared'), message: error.message }),
  });
  if (advocate.open_ask)
    return (
      <Button component={Link} to={`/asks/${advocate.open_ask.id}`}>
        {t('detail.openAsk')}
      </Button>
    );
  return (
    <Button
      leftSection={<IconSend size={16} />}
      loading={prepare.isPending}
      disabled={!advocate.person}
      onClick={() => prepare.mutate()}
    >
      {t('detail.prepare')}
    </Button>
  );
}
