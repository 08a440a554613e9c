import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Money } from '../../../ui/money.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { DateOnly } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { usePayouts } from '../../portal-queries.ts';

export function Payouts() {
  const { t } = useTranslation('screens-portal');
  const payouts = usePayouts();
  return (
    <Section title={t('payouts.title')} flush>
      <QueryView query={payouts}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('payouts.empty')} text={t('payouts.emptyText')} />
          ) : (
            <PlainTable
              label={t('payouts.title')}
              columns={[
                { title: t('payouts.promised') },
                { title: t('payouts.amount'), end: true },
                { title: t('payouts.state') },
                { title: t('payouts.paid') },
                { title: t('payouts.to') },
              ]}
              rows={items.map((payout) => [
                <DateOnly key="promised" on={payout.expected_on} />,
                <Money key="amount" minor={payout.amount_minor} currency={payout.currency} />,
                <StateBadge key="state" state={payout.state} />,
                <DateOnly key="paid" on={payout.paid_at} />,
                payout.to,
              ])}
            />
          )
        }
      </QueryView>
    </Section>
  );
}
