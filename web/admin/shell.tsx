import { ActionIcon } from '@mantine/core';
import { useDisclosure, useHotkeys, useWindowEvent } from '@mantine/hooks';
import { IconFlask, IconMenu2, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../lib/session.ts';
import { PageSkeleton } from '../ui/loading.tsx';
import { Brand } from './brand.tsx';
import { companyQuery } from './company.ts';
import { Navigation } from './navigation.tsx';
import { openPalette, PALETTE_OPENED } from './palette-door.ts';
import classes from './shell.module.css';

const MobileMenu = lazy(() => import('./mobile-menu.tsx'));
const Palette = lazy(() => import('./palette.tsx'));

/** The frame of every screen: navigation at the side, or in a drawer on a phone. */
export function ConsoleShell() {
  const { t } = useTranslation();
  const me = useMe();
  const [menuOpen, menu] = useDisclosure(false);
  const [menuWanted, setMenuWanted] = useState(false);
  const openMenu = () => {
    setMenuWanted(true);
    menu.open();
  };
  const [paletteWanted, setPaletteWanted] = useState(false);
  useWindowEvent(PALETTE_OPENED, () => setPaletteWanted(true));
  useHotkeys([['mod+K', openPalette]], []);
  return (
    <div className={classes.shell}>
      <a className="gw-skip" href="#content">
        {t('shell.skip')}
      </a>
      <aside className={classes.aside}>
        <Navigation me={me} />
      </aside>
      <div>
        <header className={classes.topbar}>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('shell.menu')} onClick={openMenu}>
            <IconMenu2 size={20} />
          </ActionIcon>
          <Brand />
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('shell.search')} onClick={openPalette}>
            <IconSearch size={20} />
          </ActionIcon>
        </header>
        <main id="content" className={classes.main} tabIndex={-1}>
          <SimulatedBanner />
          <div className={classes.page}>
            <Suspense fallback={<PageSkeleton />}>
              <Outlet />
            </Suspense>
          </div>
        </main>
      </div>
      {menuWanted && (
        <Suspense>
          <MobileMenu me={me} opened={menuOpen} onClose={menu.close} />
        </Suspense>
      )}
      {paletteWanted && (
        <Suspense>
          <Palette scopes={me.scopes} />
        </Suspense>
      )}
    </div>
  );
}

function SimulatedBanner() {
  const { t } = useTranslation();
  const company = useQuery(companyQuery);
  if (!company.data?.simulated) return null;
  return (
    <div className={classes.banner} role="note">
      <IconFlask size={16} aria-hidden />
      <span>
        {t('shell.simulated')}{' '}
        <Link to="/imports/new" className={classes.bannerLink}>
          {t('shell.simulatedAction')}
        </Link>
      </span>
    </div>
  );
}
