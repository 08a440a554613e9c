import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { moneyText } from '../../../lib/format.ts';
import { useMay } from '../../../lib/session.ts';
import { MetricCard, MetricCards } from '../../../ui/metric-card.tsx';
import { Money } from '../../../ui/money.tsx';
import { Count } from '../../../ui/numbers.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { TwoColumns } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { Fees } from '../applications/fees.tsx';
import { QualityCard } from '../partner-quality/card.tsx';
import { PartnerPayouts } from '../payouts/partner-payouts.tsx';
import { About, States } from './about.tsx';
import { ChangeState } from './change-state.tsx';
import { Clicks } from './clicks.tsx';
import { ClosePartner } from './close-partner.tsx';
import { Destination } from './destination.tsx';
import { Enrolments } from './enrolments.tsx';
import { Links } from './links.tsx';
import { Earned, PaidOut } from './money.tsx';
import { PortalLink } from './portal-link.tsx';
import { Referrals } from './referrals.tsx';
import { PartnerRisk } from './risk.tsx';
import { StandingAtGates } from './standing.tsx';

export type PartnerPage = Got<'/v1/partners/{id}'>;

/** Everything about one partner. */
export default function Partner() {
  const { id } = useParams({ strict: false }) as { id: string };
  const partner = useQuery({
    queryKey: ['partners', id],
    queryFn: () => ask(api.GET('/v1/partners/{id}', { params: { path: { id } } })),
  });
  return <QueryView query={partner}>{(data) => <Whole partner={data} />}</QueryView>;
}

function Whole({ partner }: { partner: PartnerPage }) {
  const { t } = useTranslation('screens-partners');
  const mayWrite = useMay('partners:write');
  const maySeeMoney = useMay('money:read');
  return (
    <>
      <PageHeader
        back={
          <Link to="/partners" className="gw-link">
            {t('partners.plain')}
          </Link>
        }
        title={partner.name}
        badge={<StateBadge state={partner.state} />}
        answer={useAnswer(partner)}
        actions={
          mayWrite && (
            <>
              <PortalLink partner={partner} />
              <ClosePartner partner={partner} />
              <ChangeState partner={partner} />
            </>
          )
        }
      />
      <Numbers partner={partner} />
      <TwoColumns>
        <div>
          <Links partner={partner} />
          <Clicks partner={partner} />
          <Referrals partner={partner} />
          <Earned partner={partner} />
          <PaidOut partner={partner} />
        </div>
        <div>
          <About partner={partner} />
          <QualityCard id={partner.id} />
          <PartnerRisk id={partner.id} />
          {maySeeMoney && <Destination id={partner.id} />}
          {maySeeMoney && <PartnerPayouts id={partner.id} />}
          <StandingAtGates partner={partner} />
          <Enrolments partner={partner} />
          <Fees partner_id={partner.id} />
          <States partner={partner} />
        </div>
      </TwoColumns>
    </>
  );
}

/** What the partner brought and what it earned by that, in a sentence. */
function useAnswer({ signups, customers, balances }: PartnerPage): string {
  const { t } = useTranslation('screens-partners');
  if (signups === 0 && customers === 0) return t('partner.answerNothing');
  const amounts = balances.map(({ earned_minor, currency }) => moneyText(earned_minor, currency)).join(', ');
  return `${t('partner.answer', { count: customers, signups })} ${amounts && t('partner.answerEarned', { amounts })}`;
}

function Numbers({ partner }: { partner: PartnerPage }) {
  const { t } = useTranslation('screens-partners');
  return (
    <MetricCards>
      {(['clicks', 'signups', 'customers'] as const).map((key) => (
        <MetricCard
          key={key}
          label={t(`partners.columns.${key}`)}
          value={<Count value={partner[key]} />}
          period={t(`partner.period.${key}`)}
        />
      ))}
      {partner.balances.map((balance) => (
        <MetricCard
          key={balance.currency}
          label={t('partners.columns.earned')}
          value={<Money minor={balance.earned_minor} currency={balance.currency} />}
          period={t('partner.balance', {
            pending: moneyText(balance.pending_minor + balance.held_minor, balance.currency),
            available: moneyText(balance.available_minor, balance.currency),
            paid: moneyText(balance.paid_minor, balance.currency),
          })}
        />
      ))}
    </MetricCards>
  );
}
