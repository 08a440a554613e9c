import { Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../lib/session.ts';
import { Money } from '../../../ui/money.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { Why } from '../../../ui/why.tsx';
import type { Batch } from './batch.tsx';
import { PayoutOutcome } from './payout-outcome.tsx';

export type Payout = Batch['payouts'][number];

/** Each payout with its amount and account; what the bank said is entered here. */
export function BatchPayouts({ batch }: { batch: Batch }) {
  const { t } = useTranslation('screens-money');
  const mayWrite = useMay('payouts:write');
  const columns = [
    { title: t('batch.partner') },
    { title: t('batch.to') },
    { title: t('batch.amount'), end: true },
    { title: t('batch.state') },
  ];
  return (
    <PlainTable
      label={t('batch.payouts')}
      columns={columns}
      rows={batch.payouts.map((payout) => [
        <Link key="partner" to="/partners/$id" params={{ id: payout.partner.id } as never} className="gw-link">
          {payout.partner.name}
        </Link>,
        <Account key="to" payout={payout} />,
        <Money key="amount" minor={payout.amount_minor} currency={payout.currency} />,
        <Group key="state" gap={8}>
          <StateBadge state={payout.state} />
          <Why>{payout.reason}</Why>
          {mayWrite && <PayoutOutcome batch={batch} payout={payout} />}
        </Group>,
      ])}
    />
  );
}

function Account({ payout }: { payout: Payout }) {
  const { destination, end_to_end_id: reference } = payout;
  return (
    <div style={{ minInlineSize: 0, overflowWrap: 'anywhere' }}>
      <div>{destination.holder_name}</div>
      <bdi dir="ltr">{destination.iban ?? destination.details}</bdi>
      <div>
        <bdi dir="ltr">{reference}</bdi>
      </div>
    </div>
  );
}
