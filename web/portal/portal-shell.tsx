import { ActionIcon, Button, Group, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { askRaw } from '../lib/api.ts';
import { PageSkeleton } from '../ui/loading.tsx';
import classes from './portal.module.css';
import { usePartner } from './portal-queries.ts';

/** The frame of the portal: whose partner one is, and the way out. */
export function PortalShell() {
  const { t } = useTranslation('screens-portal');
  const partner = usePartner();
  return (
    <>
      <a className="gw-skip" href="#content">
        {t('common:shell.skip')}
      </a>
      <header className={classes.top}>
        <div className={classes.who}>
          <strong>{partner.data?.name}</strong>
          {partner.data && <span>{t('company', { company: partner.data.company })}</span>}
        </div>
        <Group gap={4} wrap="nowrap">
          <SchemeSwitch />
          <Button variant="subtle" color="gray" leftSection={<IconLogout size={16} />} onClick={signOut}>
            {t('signOut')}
          </Button>
        </Group>
      </header>
      <main id="content" className={classes.main} tabIndex={-1}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
    </>
  );
}

function SchemeSwitch() {
  const { t } = useTranslation('screens-portal');
  const { setColorScheme } = useMantineColorScheme();
  const next = useComputedColorScheme('light') === 'light' ? 'dark' : 'light';
  return (
    <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t(next)} onClick={() => setColorScheme(next)}>
      {next === 'dark' ? <IconMoon size={18} /> : <IconSun size={18} />}
    </ActionIcon>
  );
}

async function signOut(): Promise<void> {
  await askRaw('/v1/sign-out', { method: 'POST' }).catch(() => undefined);
  window.location.assign('/sign-in?to=/portal');
}
