import { Tabs } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

const PLACES = {
  outcome: '/success',
  traits: '/success/traits',
  channels: '/success/channels',
  paths: '/success/paths',
  needs: '/success/needs',
} as const;
export type SuccessTab = keyof typeof PLACES;

/** What success is, and what those who succeed have in common. */
export function SuccessTabs({ open }: { open: SuccessTab }) {
  const { t } = useTranslation('screens-success');
  const navigate = useNavigate();
  return (
    <Tabs value={open} onChange={(tab) => navigate({ to: PLACES[tab as SuccessTab] })} mb="md">
      <Tabs.List>
        {(Object.keys(PLACES) as SuccessTab[]).map((tab) => (
          <Tabs.Tab key={tab} value={tab} aria-controls={undefined}>
            {t(`tabs.${tab}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}
