import { useTranslation } from 'react-i18next';
import { dateText } from '../../../lib/format.ts';
import { Facts, Section } from '../../../ui/section.tsx';
import { usePartner } from '../../portal-queries.ts';

export function Programmes() {
  const { t } = useTranslation('screens-portal');
  const programmes = usePartner().data?.programmes ?? [];
  if (programmes.length === 0) return null;
  return (
    <Section title={t('programmes.title')}>
      <Facts
        items={programmes.map((programme) => [
          programme.programme_name,
          t('programmes.accepted', {
            version: programme.terms_accepted_version,
            on: dateText(programme.terms_accepted_at),
          }),
        ])}
      />
    </Section>
  );
}
