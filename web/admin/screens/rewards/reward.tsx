import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { dateText } from '../../../lib/format.ts';
import { useMay } from '../../../lib/session.ts';
import { Money } from '../../../ui/money.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { DateOnly, RelativeTime } from '../../../ui/relative-time.tsx';
import { Facts, Section, TwoColumns } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { AddressLines } from './address.tsx';
import { Due, receiverName } from './reward-columns.tsx';
import { SteerReward } from './steer-reward.tsx';

export type GrantWhy = Got<'/v1/grants/{id}'>;

/** One reward, with everything it rests on. */
export default function Reward() {
  const { id } = useParams({ strict: false }) as { id: string };
  const grant = useQuery({
    queryKey: ['grants', id],
    queryFn: () => ask(api.GET('/v1/grants/{id}', { params: { path: { id } } })),
  });
  return <QueryView query={grant}>{(data) => <Detail grant={data} />}</QueryView>;
}

function Detail({ grant }: { grant: GrantWhy }) {
  const { t } = useTranslation('screens-rewards');
  const mayWrite = useMay('rewards:write');
  return (
    <>
      <PageHeader
        back={
          <Link to="/rewards" className="gw-link">
            {t('common:nav.rewards')}
          </Link>
        }
        title={grant.what}
        badge={<StateBadge state={grant.state} label={t(`common:grantStates.${grant.state}`)} />}
        answer={grant.reason}
        actions={mayWrite && <SteerReward grant={grant} />}
      />
      <TwoColumns>
        <Section title={t('reward.history')} flush>
          <PlainTable
            label={t('reward.history')}
            columns={[
              { title: t('reward.event') },
              { title: t('reward.reason') },
              { title: t('reward.by') },
              { title: t('reward.at') },
            ]}
            rows={grant.history.map((step) => [
              <StateBadge key="s" state={step.state} label={t(`common:grantStates.${step.state}`)} />,
              step.reason,
              step.actor,
              <RelativeTime key="a" at={step.at} />,
            ])}
          />
        </Section>
        <div>
          <Section title={t('reward.facts')}>
            <About grant={grant} />
          </Section>
          <Where grant={grant} />
        </div>
      </TwoColumns>
    </>
  );
}

function About({ grant }: { grant: GrantWhy }) {
  const { t } = useTranslation('screens-rewards');
  const { currency, customer, programme, partner } = grant;
  const money = (minor: number | null) => (minor ? <Money minor={minor} currency={currency} /> : null);
  const date = (at: string | null) => at && <DateOnly on={at} />;
  return (
    <Facts
      items={[
        [t('rewards.columns.to'), receiverName(grant, t)],
        [t('rewards.columns.partner'), <PageLink key="p" to={`/partners/${partner.id}`} text={partner.name} />],
        [
          t('rewards.columns.customer'),
          customer && <PageLink key="c" to={`/accounts/${customer.id}`} text={customer.name} />,
        ],
        [t('reward.programme'), <PageLink key="g" to={`/programmes/${programme.id}`} text={programme.name} />],
        [t('reward.amount'), money(grant.amount_minor)],
        [t('reward.used'), money(grant.used_minor)],
        [t('reward.taxValue'), money(grant.tax_value_minor)],
        [t('reward.gift'), grant.gift?.name],
        [t('reward.tracking'), grant.tracking],
        [t('reward.earned'), date(grant.earned_at)],
        [t('reward.ready'), date(grant.state === 'earned' ? null : grant.ready_at)],
        [t('rewards.columns.due'), grant.due_on && <Due grant={grant} />],
        [t('reward.sent'), date(grant.sent_at)],
        [t('reward.delivered'), date(grant.delivered_at)],
      ]}
    />
  );
}

function Where({ grant }: { grant: GrantWhy }) {
  const { t } = useTranslation('screens-rewards');
  if (!grant.address && !grant.address_erased_at) return null;
  return (
    <Section title={t('reward.address')}>
      {grant.address ? (
        <AddressLines address={grant.address} />
      ) : (
        t('reward.erased', { on: dateText(grant.address_erased_at ?? '') })
      )}
    </Section>
  );
}

function PageLink({ to, text }: { to: string; text: string }) {
  return (
    <Link to={to} className="gw-link">
      {text}
    </Link>
  );
}
