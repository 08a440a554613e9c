import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { useMay } from '../../../lib/session.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Facts, Section, TwoColumns } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import { Considered } from './considered.tsx';
import { OutcomeBadge } from './outcome-badge.tsx';
import { PartnerLink } from './partner-link.tsx';
import { SetPartner } from './set-partner.tsx';
import { Earlier, Suspicions, TakenBack } from './what-else.tsx';

export type ConversionPage = Got<'/v1/conversions/{id}'>;

/** One decision, whole: the sentence, what it rests on, and what can be set right. */
export default function Conversion() {
  const { id } = useParams({ strict: false }) as { id: string };
  const conversion = useQuery({
    queryKey: ['conversions', id],
    queryFn: () => ask(api.GET('/v1/conversions/{id}', { params: { path: { id } } })),
  });
  return <QueryView query={conversion}>{(data) => <Whole conversion={data} />}</QueryView>;
}

function Whole({ conversion }: { conversion: ConversionPage }) {
  const { t } = useTranslation('screens-partners');
  const mayWrite = useMay('partners:write');
  const { account_id, kind } = conversion;
  const account = conversion.account_name ?? conversion.account_external_id ?? '';
  return (
    <>
      <PageHeader
        back={
          <Link to="/conversions" className="gw-link">
            {t('conversions.plain')}
          </Link>
        }
        title={t(`conversion.title.${kind}`, { account, invoice: conversion.invoice_external_id ?? '' })}
        badge={<OutcomeBadge conversion={conversion} />}
        answer={conversion.reason}
        actions={
          mayWrite &&
          account_id &&
          (kind === 'signup' || kind === 'invoice') && (
            <SetPartner accountId={account_id} accountName={account} at={conversion.occurred_at} />
          )
        }
      />
      <TwoColumns>
        <div>
          <Considered conversion={conversion} />
          <Suspicions conversion={conversion} />
          <TakenBack conversion={conversion} />
          <Earlier conversion={conversion} />
        </div>
        <Section title={t('conversion.facts.title')}>
          <About conversion={conversion} account={account} />
        </Section>
      </TwoColumns>
    </>
  );
}

function About({ conversion, account }: { conversion: ConversionPage; account: string }) {
  const { t } = useTranslation('screens-partners');
  const { account_id, partner_id, commission_id, rule } = conversion;
  const label = (key: string) => t(`conversion.facts.${key}`);
  return (
    <Facts
      items={[
        [label('kind'), t(`conversionKinds.${conversion.kind}`)],
        [
          label('account'),
          account_id ? (
            <Link key="account" to="/accounts/$id" params={{ id: account_id } as never} className="gw-link">
              {account}
            </Link>
          ) : (
            account
          ),
        ],
        [label('invoice'), conversion.invoice_external_id],
        [label('partner'), partner_id && <PartnerLink id={partner_id} name={conversion.partner_name} />],
        [
          label('commission'),
          commission_id && (
            <>
              <Link to="/commissions/$id" params={{ id: commission_id } as never} className="gw-link">
                {label('openCommission')}
              </Link>{' '}
              {conversion.commission_state && <StateBadge state={conversion.commission_state} />}
            </>
          ),
        ],
        [label('rule'), rule && t(`rules.${rule}`)],
        [label('occurred'), <RelativeTime key="o" at={conversion.occurred_at} />],
        [label('received'), <RelativeTime key="r" at={conversion.received_at} />],
        [label('source'), conversion.source],
        [label('event'), conversion.event_id],
      ]}
    />
  );
}
