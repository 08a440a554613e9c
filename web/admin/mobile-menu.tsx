import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Me } from '../lib/session.ts';
import { Navigation } from './navigation.tsx';

type Props = { me: Me; opened: boolean; onClose: () => void };

/** The navigation on a phone; its code comes when it is opened first. */
export default function MobileMenu({ me, opened, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Drawer.Root opened={opened} onClose={onClose} position="left" size={280} padding={0}>
      <Drawer.Overlay />
      <Drawer.Content aria-label={t('shell.navigation')}>
        <Drawer.Body h="100%">
          <Navigation me={me} onGo={onClose} />
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
