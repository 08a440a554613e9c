import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, ask, type Got } from '../../../lib/api.ts';
import { dateText, percentText } from '../../../lib/format.ts';
import { useMay } from '../../../lib/session.ts';
import { Count } from '../../../ui/numbers.tsx';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { Section } from '../../../ui/section.tsx';
import classes from './paths.module.css';

type Report = Got<'/v1/paths/partners'>;
type Tally = Report['all'];

/** Whose customers do the steps: by partner, against those who came by themselves. */
export function PathPartners() {
  const { t } = useTranslation('screens-paths');
  const may = useMay('partners:read');
  const found = useQuery({
    queryKey: ['paths', 'partners'],
    queryFn: () => ask(api.GET('/v1/paths/partners')),
    enabled: may,
  });
  if (!found.data) return null;
  const { all, without_partner, items, as_of } = found.data;
  if (all.customers === 0)
    return (
      <Section title={t('partners.title')}>
        <p className={classes.quiet}>{t('partners.none')}</p>
      </Section>
    );
  return (
    <Section title={t('partners.title')} note={as_of && t('partners.asOf', { day: dateText(as_of) })} flush>
      <PlainTable
        label={t('partners.title')}
        columns={[
          { title: t('partners.partner') },
          { title: t('partners.customers'), end: true },
          { title: t('partners.share'), end: true },
          { title: t('standings.done'), end: true },
          { title: t('standings.on_track'), end: true },
          { title: t('standings.behind'), end: true },
          { title: t('standings.missed'), end: true },
        ]}
        rows={[
          ...items.map(({ partner_id, partner_name, ...tally }) => [
            <Link key="partner" to="/partners/$id" params={{ id: partner_id }} className="gw-link">
              {partner_name}
            </Link>,
            ...cells(tally),
          ]),
          [t('partners.own'), ...cells(without_partner)],
          [<strong key="all">{t('partners.all')}</strong>, ...cells(all)],
        ]}
      />
    </Section>
  );
}

function cells(tally: Tally) {
  return [
    <Count key="customers" value={tally.customers} />,
    <Share key="share" share={tally.share_on_track} />,
    <Count key="done" value={tally.done} />,
    <Count key="on_track" value={tally.on_track} />,
    <Count key="behind" value={tally.behind} />,
    <Count key="missed" value={tally.missed} />,
  ];
}

function Share({ share }: { share: Tally['share_on_track'] }) {
  const { t } = useTranslation('screens-paths');
  if (!share) return '—';
  return (
    <span className="gw-num">
      {percentText(share.value, 0)}{' '}
      <span className={classes.quiet}>
        {t('partners.interval', { low: percentText(share.low, 0), high: percentText(share.high, 0) })}
      </span>
    </span>
  );
}
