import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import type { Account360 } from './account.tsx';
import classes from './accounts.module.css';

export function AskTab({ data: { asks } }: { data: Account360 }) {
  const { t } = useTranslation(['screens-customers', 'screens-advocates']);
  if (asks.length === 0)
    return (
      <Section title={t('account.asks')}>
        <p className={classes.quiet}>{t('account.noAsks')}</p>
      </Section>
    );
  return (
    <Section title={t('account.asks')} flush>
      <PlainTable
        label={t('account.asks')}
        columns={['person', 'ask', 'state', 'sent', 'answered'].map((key) => ({ title: t(`account.columns.${key}`) }))}
        rows={asks.map((one) => [
          <Link key="who" to="/asks/$id" params={{ id: one.id }} className="gw-link">
            {one.person_name ?? one.person_id}
          </Link>,
          t(`screens-advocates:ask.${one.kind}`),
          <StateBadge key="state" state={one.state} />,
          <RelativeTime key="sent" at={one.sent_at} />,
          <RelativeTime key="answered" at={one.answered_at} />,
        ])}
      />
    </Section>
  );
}
