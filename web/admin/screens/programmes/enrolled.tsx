import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask } from '../../../lib/api.ts';
import { RowsSkeleton } from '../../../ui/loading.tsx';
import { Money } from '../../../ui/money.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { QueryView } from '../../../ui/query-view.tsx';
import { Section } from '../../../ui/section.tsx';
import type { ProgrammePage } from './programme.tsx';

const SHOWN = 8;

/** Those who earn the most in it, and the way to all of them. */
export function Enrolled({ programme }: { programme: ProgrammePage }) {
  const { t } = useTranslation('screens-partners');
  const query = { programme_id: programme.id, sort: 'earned', order: 'desc', per_page: SHOWN } as const;
  const partners = useQuery({
    queryKey: ['partners', query],
    queryFn: () => ask(api.GET('/v1/partners', { params: { query } })),
  });
  const earned = (balances: { currency: string; earned_minor: number }[]) =>
    balances.find(({ currency }) => currency === programme.currency)?.earned_minor ?? 0;
  return (
    <Section
      title={t('programme.enrolled.title')}
      note={
        <Link to={`/partners?programme_id=${programme.id}`} className="gw-link">
          {t('programme.enrolled.all')}
        </Link>
      }
      flush
    >
      <QueryView query={partners} skeleton={<RowsSkeleton rows={3} />}>
        {({ items }) =>
          items.length === 0 ? (
            <p style={{ paddingInline: 20 }}>{t('programme.enrolled.none')}</p>
          ) : (
            <PlainTable
              label={t('programme.enrolled.title')}
              columns={[{ title: t('partners.columns.name') }, { title: t('partners.columns.earned'), end: true }]}
              rows={items.map((partner) => [
                <Link key="name" to="/partners/$id" params={{ id: partner.id } as never} className="gw-link">
                  {partner.name}
                </Link>,
                <Money key="earned" minor={earned(partner.balances)} currency={programme.currency} />,
              ])}
            />
          )
        }
      </QueryView>
    </Section>
  );
}
