import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateText, moneyText } from '../../../lib/format.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { type Total, useDestination, useEarnings } from '../../portal-queries.ts';
import { Activity } from './activity.tsx';
import { Coming, Statements } from './coming.tsx';
import { DestinationForm } from './destination.tsx';
import { EarningsList } from './earnings.tsx';
import { Links } from './links.tsx';
import { Named } from './named.tsx';
import { Payouts } from './payouts.tsx';
import { Programmes } from './programmes.tsx';
import { Referrals } from './referrals.tsx';
import { RequestPayout } from './request-payout.tsx';
import { RewardsLink } from './rewards-link.tsx';
import { Totals } from './totals.tsx';

const PAGE = 25;

/** A partner's first sight: what they earned, what is coming and when, and their link. */
export default function Home() {
  const { t } = useTranslation('screens-portal');
  const [count, setCount] = useState(PAGE);
  const earnings = useEarnings(count);
  return (
    <QueryView query={earnings}>
      {(data) => (
        <>
          <PageHeader title={t('title')} answer={<Answer totals={data.totals} />} />
          <Totals totals={data.totals} />
          <Coming />
          <RequestPayout />
          <RewardsLink />
          <Links />
          <Activity />
          <Named />
          <Referrals />
          <EarningsList earnings={data} onMore={() => setCount(Math.min(200, count + PAGE))} />
          <Payouts />
          <Statements />
          <DestinationForm />
          <Programmes />
        </>
      )}
    </QueryView>
  );
}

/** What is coming and when, in one sentence. */
function Answer({ totals }: { totals: Total[] }) {
  const { t } = useTranslation('screens-portal');
  const destination = useDestination();
  const total = totals[0];
  if (!total) return t('answer.nothing');
  const { currency } = total;
  if (total.available_minor > 0)
    return t(destination.data?.destination === null ? 'answer.payableNoDestination' : 'answer.payable', {
      amount: moneyText(total.available_minor, currency),
    });
  if (total.pending_minor > 0 && total.next_available_at)
    return t('answer.coming', {
      amount: moneyText(total.pending_minor, currency),
      when: dateText(total.next_available_at),
    });
  return t(total.paid_minor > 0 ? 'answer.settled' : 'answer.nothing');
}
