import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { moneyText } from '../../../lib/format.ts';
import { useMay } from '../../../lib/session.ts';
import { Money } from '../../../ui/money.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Facts, Section, TwoColumns } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { Calculation } from './calculation.tsx';
import { Payouts, Reversals, Transfers } from './commission-books.tsx';
import classes from './commissions.module.css';
import { HoldOrRelease } from './hold-or-release.tsx';

export type CommissionWhy = Got<'/v1/commissions/{id}'>;

/** One commission, with everything it rests on. */
export default function Commission() {
  const { id } = useParams({ strict: false }) as { id: string };
  const commission = useQuery({
    queryKey: ['commissions', id],
    queryFn: () => ask(api.GET('/v1/commissions/{id}', { params: { path: { id } } })),
  });
  return <QueryView query={commission}>{(data) => <Detail commission={data} />}</QueryView>;
}

function Detail({ commission }: { commission: CommissionWhy }) {
  const { t } = useTranslation('screens-money');
  const mayWrite = useMay('money:write');
  const { currency, partner } = commission;
  return (
    <>
      <PageHeader
        back={
          <Link to="/commissions" className="gw-link">
            {t('common:nav.commissions')}
          </Link>
        }
        title={t('commission.title', { amount: moneyText(commission.net_minor, currency), partner: partner.name })}
        badge={<StateBadge state={commission.state} />}
        answer={commission.reason}
        actions={mayWrite && <HoldOrRelease commission={commission} />}
      />
      <TwoColumns>
        <div>
          <Section title={t('commission.calculation')} flush>
            <p className={classes.lead}>{commission.explanation}</p>
            <Calculation commission={commission} />
          </Section>
          <Section title={t('commission.transfers')} flush>
            <Transfers commission={commission} />
          </Section>
          <Reversals commission={commission} />
        </div>
        <div>
          <Section title={t('commission.facts')}>
            <Sale commission={commission} />
          </Section>
          <Decision commission={commission} />
          <Section title={t('commission.payouts')}>
            <Payouts commission={commission} />
          </Section>
        </div>
      </TwoColumns>
    </>
  );
}

function Sale({ commission }: { commission: CommissionWhy }) {
  const { t } = useTranslation('screens-money');
  const money = (minor: number) => <Money minor={minor} currency={commission.currency} />;
  return (
    <Facts
      items={[
        [
          t('commissions.columns.partner'),
          <PageLink key="p" to={`/partners/${commission.partner.id}`} text={commission.partner.name} />,
        ],
        [
          t('commissions.columns.account'),
          commission.account && (
            <PageLink key="a" to={`/accounts/${commission.account.id}`} text={commission.account.name} />
          ),
        ],
        [
          t('commission.programme'),
          <PageLink key="r" to={`/programmes/${commission.programme.id}`} text={commission.programme.name} />,
        ],
        [t('commission.rule'), t(`commissions.rules.${commission.rule}`)],
        [t('commissions.columns.invoice'), commission.invoice?.external_id],
        [
          t('commission.referral'),
          commission.referral_id && (
            <PageLink key="f" to={`/referrals/${commission.referral_id}`} text={t('commission.openReferral')} />
          ),
        ],
        [t('commission.base'), money(commission.base_minor)],
        [t('commissions.columns.gross'), money(commission.gross_minor)],
        [t('commission.net'), money(commission.net_minor)],
        [t('commission.wouldBe'), commission.would_be_minor === null ? null : money(commission.would_be_minor)],
        [t('commission.settled'), commission.settled_minor === 0 ? null : money(commission.settled_minor)],
        [t('commissions.columns.earned'), <RelativeTime key="e" at={commission.earned_at} />],
        [t('commissions.columns.available'), <RelativeTime key="v" at={commission.available_at} />],
      ]}
    />
  );
}

function PageLink({ to, text }: { to: string; text: string }) {
  return (
    <Link to={to} className="gw-link">
      {text}
    </Link>
  );
}

function Decision({ commission }: { commission: CommissionWhy }) {
  const { t } = useTranslation('screens-money');
  const { decision, flags } = commission;
  if (!decision) return null;
  return (
    <Section title={t('commission.decision')}>
      <p className={classes.first}>{t(`rules.${decision.rule}`)}</p>
      {flags.length > 0 && (
        <Group gap={6} mb="sm">
          {t('commission.suspicions')}
          {flags.map((flag) => (
            <StateBadge key={flag} state="held" label={flag.replaceAll('_', ' ')} />
          ))}
        </Group>
      )}
      {commission.conversion_id && (
        <PageLink to={`/conversions/${commission.conversion_id}`} text={t('commission.openDecision')} />
      )}
    </Section>
  );
}
