import { Tabs } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../lib/session.ts';

const PLACES = {
  all: '/rewards',
  queue: '/rewards/queue',
  gifts: '/rewards/gifts',
  reconciliation: '/rewards/reconciliation',
};

export type RewardTab = keyof typeof PLACES;

/** The four questions about rewards, each at its own address. */
export function RewardTabs({ open }: { open: RewardTab }) {
  const { t } = useTranslation('screens-rewards');
  const navigate = useNavigate();
  const maySend = useMay('rewards:write');
  const tabs = (Object.keys(PLACES) as RewardTab[]).filter((tab) => tab !== 'queue' || maySend);
  return (
    <Tabs value={open} onChange={(tab) => navigate({ to: PLACES[tab as RewardTab] })} mb="md">
      <Tabs.List>
        {tabs.map((tab) => (
          <Tabs.Tab key={tab} value={tab} aria-controls={undefined}>
            {t(`tabs.${tab}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}
