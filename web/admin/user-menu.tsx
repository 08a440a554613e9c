import { Avatar, UnstyledButton } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../lib/session.ts';
import classes from './shell.module.css';

const Opened = lazy(() => import('./user-menu-open.tsx'));

/** One's own name; the menu behind it comes when it is asked for. */
export function UserMenu({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(false);
  const button = (
    <UnstyledButton
      className={classes.user}
      aria-label={t('shell.account', { email: me.email ?? me.name })}
      aria-haspopup="menu"
      onClick={() => setWanted(true)}
    >
      <Avatar size={28} radius="xl" name={me.name || (me.email ?? '')} color="iris" alt="" />
      <div className={classes.userText}>
        <div>{me.name || me.email}</div>
        {me.role && <div className={classes.userRole}>{t(`roles.${me.role}`)}</div>}
      </div>
    </UnstyledButton>
  );
  return wanted ? (
    <Suspense fallback={button}>
      <Opened target={button} />
    </Suspense>
  ) : (
    button
  );
}
