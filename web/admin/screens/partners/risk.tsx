import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { moneyText, percentText } from '../../../lib/format.ts';
import { useMay } from '../../../lib/session.ts';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { Section } from '../../../ui/section.tsx';
import classes from '../reports/reports.module.css';

/** On a partner's page: may its own company leave, and how much of what it brought? */
export function PartnerRisk({ id }: { id: string }) {
  const { t } = useTranslation('screens-partner-risk');
  const mayRead = useMay('success:read');
  const { data } = useQuery({
    queryKey: ['partners', id, 'risk'],
    queryFn: () => ask(api.GET('/v1/partners/{id}/risk', { params: { path: { id } } })),
    enabled: mayRead,
  });
  if (!data) return null;
  const { own, stream } = data;
  return (
    <Section title={t('title')}>
      <p>{own.sentence}</p>
      <p>{stream.sentence}</p>
      {stream.worst.length > 0 && (
        <details>
          <summary>{t('table')}</summary>
          <PlainTable
            label={t('table')}
            columns={[{ title: t('customer') }, { title: t('risk'), end: true }, { title: t('pays'), end: true }]}
            rows={stream.worst.map((one) => [
              <Link key="account" to={`/accounts/${one.account_id}` as never} className="gw-link">
                {one.name}
              </Link>,
              percentText(one.risk, 0),
              one.mrr_minor === null ? null : moneyText(one.mrr_minor, stream.currency),
            ])}
          />
        </details>
      )}
    </Section>
  );
}

/** On an account's page: partners among its people, and what its leaving would touch. Nothing where there are none. */
export function AccountPartners({ accountId }: { accountId: string }) {
  const { t } = useTranslation('screens-partner-risk');
  const mayRead = useMay('partners:read');
  const { data } = useQuery({
    queryKey: ['accounts', accountId, 'partners'],
    queryFn: () => ask(api.GET('/v1/accounts/{id}/partners', { params: { path: { id: accountId } } })),
    enabled: mayRead,
  });
  if (!data?.sentence) return null;
  return (
    <Section title={t('partners_title')}>
      <p>{data.sentence}</p>
      <ul className={classes.note}>
        {data.partners.map((partner) => (
          <li key={partner.partner_id}>
            <Link to={`/partners/${partner.partner_id}` as never} className="gw-link">
              {partner.name}
            </Link>{' '}
            {t('of_customers', { count: partner.customers })}
          </li>
        ))}
      </ul>
    </Section>
  );
}
