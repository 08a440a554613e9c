import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Item } from '../../../lib/api.ts';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import classes from './mail.module.css';

type Props = { items: Item<'/v1/mails'>[]; chosen: string | undefined; onChoose: (id: string) => void };

export function MailList({ items, chosen, onChoose }: Props) {
  const { t } = useTranslation('screens-mail');
  return (
    <ul className={classes.items} aria-label={t('list')}>
      {items.map((mail) => (
        <li key={mail.id}>
          <UnstyledButton
            className={classes.item}
            aria-current={mail.id === chosen ? 'true' : undefined}
            onClick={() => onChoose(mail.id)}
          >
            <span className={classes.line}>
              <span className={classes.to}>{mail.to_name || mail.to_address}</span>
              <span className={classes.when}>
                <RelativeTime at={mail.created_at} />
              </span>
            </span>
            <span className={classes.line}>
              <span className={classes.subject}>{mail.subject}</span>
              <StateBadge state={mail.state} />
            </span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
