import { useTranslation } from 'react-i18next';
import { PlainTable } from '../../../ui/plain-table.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { Section } from '../../../ui/section.tsx';
import { StateBadge } from '../../../ui/state-badge.tsx';
import type { ConversionPage } from './conversion.tsx';
import classes from './conversions.module.css';
import { PartnerLink } from './partner-link.tsx';

/** Everything that spoke for somebody: the one that counts, and why the rest fell away. */
export function Considered({ conversion }: { conversion: ConversionPage }) {
  const { t } = useTranslation('screens-partners');
  const { considered } = conversion;
  const nameOf = (id: string | null) => (id === conversion.partner_id ? conversion.partner_name : undefined);
  return (
    <Section title={t('conversion.considered.title')} flush>
      {considered.length === 0 ? (
        <p className={`${classes.quiet} ${classes.inset}`}>{t(`conversion.considered.none.${conversion.kind}`)}</p>
      ) : (
        <PlainTable
          label={t('conversion.considered.title')}
          columns={['what', 'partner', 'when', 'verdict'].map((key) => ({ title: t(`conversion.considered.${key}`) }))}
          rows={considered.map((one) => [
            t(`conversion.considered.kinds.${one.kind}`),
            <PartnerLink key="partner" id={one.partner_id} name={nameOf(one.partner_id)} />,
            <RelativeTime key="when" at={one.at} />,
            one.counts ? (
              <StateBadge key="verdict" state="credited" label={t('conversion.considered.counts')} />
            ) : (
              one.reason
            ),
          ])}
        />
      )}
    </Section>
  );
}
