import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { moneyText } from '../../../lib/format.ts';
import { useMay } from '../../../lib/session.ts';
import { Money } from '../../../ui/money.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { Why } from '../../../ui/why.tsx';
import type { Batch } from './batch.tsx';
import { PayoutOutcome } from './payout-outcome.tsx';
import classes from './payouts.module.css';

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
        <Amount key="amount" payout={payout} />,
        <Group key="state" gap={8}>
          <StateBadge state={payout.state} />
          <Why>{payout.reason}</Why>
          {mayWrite && batch.rail !== 'provider' && <PayoutOutcome batch={batch} payout={payout} />}
          {mayWrite && <AskProvider payout={payout} />}
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
      <div className={classes.reference} title={reference}>
        <bdi dir="ltr">{reference}</bdi>
      </div>
    </div>
  );
}

/** What leaves; with tax also what was earned and what is kept. */
function Amount({ payout }: { payout: Payout }) {
  const { t } = useTranslation('screens-money');
  const { currency, gross_minor: gross, withheld_minor: withheld } = payout;
  return (
    <div>
      <Money minor={payout.amount_minor} currency={currency} />
      {withheld > 0 && (
        <div className={classes.small}>
          {t('batch.tax', { gross: moneyText(gross, currency), withheld: moneyText(withheld, currency) })}
        </div>
      )}
    </div>
  );
}

/** Only the provider knows what became of a payout of unknown outcome. */
function AskProvider({ payout }: { payout: Payout }) {
  const { t } = useTranslation('screens-money');
  const queries = useQueryClient();
  const isOpen = payout.destination.rail === 'provider' && ['unknown', 'sent'].includes(payout.state);
  const asking = useMutation({
    mutationFn: () => ask(api.POST('/v1/payouts/{id}/ask', { params: { path: { id: payout.id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['payout-batches'] }),
    onError: (error) => notifications.show({ color: 'red', message: error.message }),
  });
  if (!isOpen) return null;
  return (
    <Button size="compact-xs" variant="subtle" loading={asking.isPending} onClick={() => asking.mutate()}>
      {t('batch.ask')}
    </Button>
  );
}
