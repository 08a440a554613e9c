import { Button } from '@mantine/core';
import { IconShare2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CopyField } from '../../../ui/copy-field.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import classes from '../../portal.module.css';
import { useLinks } from '../../portal-queries.ts';

export function Links() {
  const { t } = useTranslation('screens-portal');
  const links = useLinks();
  return (
    <Section title={t('link.title')} note={t('link.note')}>
      <QueryView query={links}>
        {({ items }) =>
          items.length === 0
            ? t('link.none')
            : items.map((link) => (
                <div key={link.id} className={classes.link}>
                  <CopyField value={link.url} label={t('link.label')} qr />
                  <div className={classes.linkNote}>
                    {link.state !== 'active' && <StateBadge state={link.state} />}
                    <span className="gw-num">{t('link.clicks', { count: link.clicks })}</span>
                    {'share' in navigator && <ShareButton url={link.url} />}
                  </div>
                </div>
              ))
        }
      </QueryView>
    </Section>
  );
}

function ShareButton({ url }: { url: string }) {
  const { t } = useTranslation('screens-portal');
  // Closing the share sheet is a no, not a failure.
  const share = () => navigator.share({ url }).catch(() => undefined);
  return (
    <Button size="compact-xs" variant="subtle" leftSection={<IconShare2 size={14} />} onClick={share}>
      {t('link.share')}
    </Button>
  );
}
