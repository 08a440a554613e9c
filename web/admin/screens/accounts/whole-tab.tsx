import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { numberText, percentText } from '../../../lib/format.ts';
import { useMay } from '../../../lib/session.ts';
import { DateOnly, RelativeTime } from '../../../ui/relative-time.tsx';
import { Facts, Section, TwoColumns } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { Contributions } from '../../../ui/why.tsx';
import { AccountRiskSection } from '../churn/account-risk.tsx';
import { SetPartner } from '../conversions/set-partner.tsx';
import { AccountNeeds } from '../needs/account-needs.tsx';
import { AccountPartners } from '../partners/risk.tsx';
import { AccountPath } from '../paths/account-path.tsx';
import { AccountCare } from '../playbooks/account-care.tsx';
import { AccountRewards } from '../rewards/account-rewards.tsx';
import type { Account360 } from './account.tsx';
import { AccountSegments } from './account-segments.tsx';
import classes from './accounts.module.css';
import { MrrHistory } from './mrr-history.tsx';

export function WholeTab({ data }: { data: Account360 }) {
  const { t } = useTranslation('screens-customers');
  const maySetPartner = useMay('partners:write');
  return (
    <TwoColumns>
      <div>
        <HealthWhy data={data} />
        <AccountRiskSection accountId={data.account.id} />
        <AccountCare accountId={data.account.id} />
        <AccountPath accountId={data.account.id} />
        <Section title={t('account.mrrHistory')}>
          <MrrHistory data={data} />
        </Section>
      </div>
      <div>
        <Section title={t('account.about')}>
          <About account={data.account} />
        </Section>
        <Section
          title={t('account.partners')}
          actions={
            maySetPartner && (
              <SetPartner
                accountId={data.account.id}
                accountName={data.account.name}
                size="compact-sm"
                variant="subtle"
              />
            )
          }
        >
          <Partners data={data} />
        </Section>
        <AccountNeeds accountId={data.account.id} />
        <AccountPartners accountId={data.account.id} />
        <AccountSegments accountId={data.account.id} />
        <AccountRewards accountId={data.account.id} />
        {Object.keys(data.account.attributes).length > 0 && (
          <Section title={t('account.attributes')} note={t('account.attributesNote')}>
            <Facts items={Object.entries(data.account.attributes).map(([key, value]) => [key, String(value)])} />
          </Section>
        )}
      </div>
    </TwoColumns>
  );
}

function HealthWhy({ data: { health } }: { data: Account360 }) {
  const { t } = useTranslation('screens-customers');
  if (!health) return <Section title={t('account.health')}>{t('account.notScored')}</Section>;
  const weights = health.contributions.reduce((sum, one) => sum + (one.present ? one.weight : 0), 0);
  return (
    <Section
      title={t('account.health')}
      note={t('account.healthNote', {
        model: health.model_name,
        version: health.model_version,
        coverage: percentText(health.coverage, 0),
      })}
    >
      <div className={classes.pair}>
        <span className={classes.sum}>{health.score === null ? '—' : numberText(health.score, 1)}</span>
        <StateBadge state={health.band} />
      </div>
      {health.override && (
        <p>
          {t('account.overridden', {
            band: t(`common:states.${health.scored_band}`),
            reason: health.override.reason,
          })}{' '}
          <RelativeTime at={health.override.expires_at} />
        </p>
      )}
      <Contributions
        items={health.contributions.map((one) => ({
          key: one.component,
          label: one.name,
          share: (one.score ?? 0) / 100,
          tone: one.present ? ((one.score ?? 0) >= 70 ? 'good' : (one.score ?? 0) >= 40 ? 'warn' : 'bad') : 'calm',
          value: one.present
            ? t('account.points', {
                points: numberText(one.points, 1),
                of: numberText(weights ? (one.weight / weights) * 100 : 0),
              })
            : t('account.absent'),
          note: one.reason,
        }))}
      />
    </Section>
  );
}

function About({ account }: { account: Account360['account'] }) {
  const { t } = useTranslation('screens-customers');
  const label = (key: string) => t(`account.facts.${key}`);
  return (
    <Facts
      items={[
        [label('domain'), account.domain],
        [label('industry'), account.industry],
        [label('country'), account.country],
        [label('employees'), account.employees ?? account.size_band],
        [label('plan'), account.plan],
        [label('seats'), account.seats],
        [label('owner'), account.owner_name],
        [label('use_case'), account.use_case],
        [label('pain_point'), account.pain_point],
        [label('signed_up'), account.signed_up_at && <DateOnly on={account.signed_up_at} />],
        [label('notice'), account.churn_notice_at && <DateOnly on={account.churn_notice_at} />],
        [label('first_touch'), account.first_touch_channel],
        [label('last_touch'), account.last_touch_channel],
        [label('imported_source'), account.imported_source],
        [label('self_reported'), account.self_reported_source],
        [
          label('flag'),
          account.imported_churned === null
            ? null
            : t(account.imported_churned ? 'account.flagged' : 'account.notFlagged'),
        ],
        [label('external_id'), `${account.external_id} (${account.source})`],
      ]}
    />
  );
}

function Partners({ data }: { data: Account360 }) {
  const { t } = useTranslation('screens-customers');
  const { partners, referrals_given: given, referrals_received: received } = data;
  if (partners.length + given.length + received.length === 0)
    return <p className={classes.quiet}>{t('account.noPartners')}</p>;
  return (
    <ul className={classes.rows}>
      {partners.map((partner) => (
        <li key={partner.id} className={classes.pair}>
          <Link to="/partners/$id" params={{ id: partner.id }} className="gw-link">
            {t('account.isPartner', { name: partner.name })}
          </Link>
          <StateBadge state={partner.state} />
        </li>
      ))}
      {received.map((one) => (
        <li key={one.partner_id + one.bound_at}>
          {t('account.broughtBy')}{' '}
          <Link to="/partners/$id" params={{ id: one.partner_id }} className="gw-link">
            {one.partner_name}
          </Link>
          <div className={classes.quiet}>
            {one.programme_name} · <RelativeTime at={one.bound_at} />
          </div>
        </li>
      ))}
      {given.map((one) => (
        <li key={one.account_id + one.bound_at}>
          {t('account.brought')}{' '}
          <Link to="/accounts/$id" params={{ id: one.account_id }} className="gw-link">
            {one.account_name}
          </Link>
          <div className={classes.quiet}>
            <RelativeTime at={one.bound_at} />
          </div>
        </li>
      ))}
    </ul>
  );
}
