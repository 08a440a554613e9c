import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { LongWork } from '../../../ui/long-work.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Section } from '../../../ui/section.tsx';
import { CancelWork, useRefreshWhenDone } from '../../../ui/work-under-way.tsx';
import { type Horizon, isTraining, type Outlook } from './churn-query.ts';

export function TrainButton({ outlook, horizon }: { outlook: Outlook; horizon: Horizon }) {
  const { t } = useTranslation('screens-churn');
  const mayWrite = useMay('success:write');
  const queries = useQueryClient();
  const train = useMutation({
    mutationFn: () =>
      ask(api.POST('/v1/churn/trainings', { body: { horizon_days: Number(horizon) as 30 | 90 | 180 } })),
    onSuccess: () => {
      queries.invalidateQueries({ queryKey: ['churn'] });
      notifications.show({ message: t('train.started') });
    },
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
  });
  if (!mayWrite) return null;
  return (
    <Button
      leftSection={<IconRefresh size={16} />}
      loading={train.isPending}
      disabled={isTraining(outlook)}
      onClick={() => train.mutate()}
    >
      {t(outlook.status === 'untrained' ? 'train.first' : 'train.again')}
    </Button>
  );
}

/** A training under way with how far it is, or how the last one failed. */
export function TrainingState({ outlook }: { outlook: Outlook }) {
  const { t } = useTranslation('screens-churn');
  const { training } = outlook;
  const mayWrite = useMay('success:write');
  useRefreshWhenDone(isTraining(outlook));
  if (!training) return null;
  if (training.state === 'failed' && isNewest(outlook))
    return <Notice tone="bad">{t('train.failed', { error: training.error })}</Notice>;
  if (!isTraining(outlook)) return null;
  return (
    <Section>
      <LongWork
        label={t('train.running')}
        done={Math.round(training.progress * 100)}
        total={100}
        note={t('train.mayLeave')}
      />
      {mayWrite && (
        <CancelWork
          label={t('train.cancel')}
          done={t('train.cancelled')}
          queryKey={['churn']}
          run={() => ask(api.POST('/v1/churn/trainings/{id}/cancel', { params: { path: { id: training.id } } }))}
        />
      )}
    </Section>
  );
}

function isNewest({ training, trained_at }: Outlook): boolean {
  return !trained_at || (training?.started_at ?? '') > trained_at;
}
