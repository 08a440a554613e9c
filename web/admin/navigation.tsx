import { UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Me } from '../lib/session.ts';
import { Brand } from './brand.tsx';
import { type NavGroup, navigationFor } from './nav.ts';
import { openPalette } from './palette-door.ts';
import classes from './shell.module.css';
import { UserMenu } from './user-menu.tsx';

type Props = { me: Me; onGo?: () => void };

export function Navigation({ me, onGo }: Props) {
  const { t } = useTranslation();
  return (
    <nav className={classes.nav} aria-label={t('shell.navigation')}>
      <Brand />
      <UnstyledButton className={classes.search} onClick={openPalette}>
        <IconSearch size={15} aria-hidden />
        {t('shell.search')}
        <kbd>{SHORTCUT}</kbd>
      </UnstyledButton>
      <div className={classes.groups}>
        {navigationFor(me.scopes).map((group, at) => (
          <Group key={group.key ?? at} group={group} onGo={onGo} />
        ))}
      </div>
      <div className={classes.foot}>
        <UserMenu me={me} />
      </div>
    </nav>
  );
}

const SHORTCUT = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K';

function Group({ group, onGo }: { group: NavGroup; onGo?: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      {group.key && <p className={classes.groupName}>{t(`nav.${group.key}`)}</p>}
      <ul className={classes.items}>
        {group.items.map(({ to, key, icon: Icon }) => (
          <li key={to}>
            <Link to={to} className={classes.item} activeOptions={{ exact: to === '/' }} onClick={onGo}>
              <Icon size={17} stroke={1.7} aria-hidden />
              {t(`nav.${key}`)}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
