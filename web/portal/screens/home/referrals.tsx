import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { DateOnly } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateBadge, ToneBadge } from '../../../ui/state-badge.tsx';
import classes from '../../portal.module.css';
import { useCustomers } from '../../portal-queries.ts';

const TONE = { signed_up: 'info', not_credited: 'calm' } as const;

export function Referrals() {
  const { t } = useTranslation('screens-portal');
  const referrals = useCustomers();
  const state = (value: 'signed_up' | 'paying' | 'not_credited' | 'ended') =>
    value === 'signed_up' || value === 'not_credited' ? (
      <ToneBadge tone={TONE[value]}>{t(`referrals.states.${value}`)}</ToneBadge>
    ) : (
      <StateBadge state={value} label={t(`referrals.states.${value}`)} />
    );
  return (
    <Section title={t('referrals.title')} note={t('referrals.note')} flush>
      <QueryView query={referrals}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('referrals.empty')} text={t('referrals.emptyText')} />
          ) : (
            <PlainTable
              label={t('referrals.title')}
              columns={['customer', 'state', 'since', 'why'].map((key) => ({ title: t(`referrals.${key}`) }))}
              rows={items.map((item) => [
                item.account,
                state(item.state),
                <DateOnly key="since" on={item.since} />,
                <div key="why" className={classes.reason}>
                  {item.reason}
                </div>,
              ])}
            />
          )
        }
      </QueryView>
    </Section>
  );
}
