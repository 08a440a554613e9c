import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { Money } from '../../../ui/money.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { DateOnly, RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';

/** Who asked to be paid and waits for a draft; silent when nobody does. */
export function Requests() {
  const { t } = useTranslation('screens-money');
  const { data } = useQuery({ queryKey: ['payout-requests'], queryFn: () => ask(api.GET('/v1/payout-requests')) });
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('requests.title')} note={t('requests.note')} flush>
      <PlainTable
        label={t('requests.title')}
        columns={[
          { title: t('requests.partner') },
          { title: t('requests.amount'), end: true },
          { title: t('requests.promised') },
          { title: t('requests.asked') },
        ]}
        rows={data.items.map(({ partner, amount_minor, currency, promised_on, requested_at }) => [
          <Link key="partner" to="/partners/$id" params={{ id: partner.id } as never} className="gw-link">
            {partner.name}
          </Link>,
          <Money key="amount" minor={amount_minor} currency={currency} />,
          <DateOnly key="promised" on={promised_on} />,
          <RelativeTime key="asked" at={requested_at} />,
        ])}
      />
    </Section>
  );
}
