import { useTranslation } from 'react-i18next';
import { dateText } from '../../../lib/format.ts';
import { MetricCard, MetricCards } from '../../../ui/metric-card.tsx';
import { Money } from '../../../ui/money.tsx';
import type { Total } from '../../portal-queries.ts';

/** One row of amounts a currency; currencies are never added up. */
export function Totals({ totals }: { totals: Total[] }) {
  return totals.map((total) => <TotalsOf key={total.currency} total={total} />);
}

function TotalsOf({ total }: { total: Total }) {
  const { t } = useTranslation('screens-portal');
  const { currency, available_minor: available } = total;
  const money = (minor: number) => <Money minor={minor} currency={currency} />;
  return (
    <MetricCards>
      <MetricCard label={t('totals.earned')} value={money(total.earned_minor)} />
      <MetricCard
        label={t('totals.pending')}
        value={money(total.pending_minor)}
        period={total.next_available_at && t('totals.pendingUntil', { when: dateText(total.next_available_at) })}
      />
      {total.held_minor > 0 && <MetricCard label={t('totals.held')} value={money(total.held_minor)} />}
      <MetricCard label={t(available < 0 ? 'totals.owing' : 'totals.available')} value={money(Math.abs(available))} />
      {total.in_transit_minor > 0 && <MetricCard label={t('totals.transit')} value={money(total.in_transit_minor)} />}
      <MetricCard label={t('totals.paid')} value={money(total.paid_minor)} />
    </MetricCards>
  );
}
