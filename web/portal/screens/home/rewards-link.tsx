import { Button } from '@mantine/core';
import { IconGift } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOwnRewards } from '../rewards/reward-queries.ts';

/** The way to what is given besides cash, once there is something. */
export function RewardsLink() {
  const { t } = useTranslation('screens-rewards');
  const rewards = useOwnRewards();
  const asks = rewards.data?.items.some(({ waits_for }) => waits_for === 'address');
  if (!rewards.data?.total) return null;
  return (
    <Button
      component={Link}
      to="/rewards"
      variant={asks ? 'filled' : 'default'}
      leftSection={<IconGift size={16} />}
      my="md"
    >
      {t('portal.link')} ({rewards.data.total})
    </Button>
  );
}
