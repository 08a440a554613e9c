import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Rate, type TermsForm, Whole } from './inputs.tsx';
import { PartnerAt } from './partner-at.tsx';
import { Rows } from './rows.tsx';
import { Section } from './section.tsx';

/** Who shares a commission, and what goes to who recruited the partner. */
export function SplitFields({ form }: { form: TermsForm }) {
  const { t } = useTranslation('screens-programmes');
  const { t: partners } = useTranslation('screens-partners');
  const { split, sub_partner_rate } = form.values;
  return (
    <Section
      form={form}
      title={t('terms.split.title')}
      about={t('terms.split.about')}
      names={['split', 'sub_partner_rate']}
      used={split.length > 0 || sub_partner_rate !== ''}
    >
      <Rows
        form={form}
        at="split"
        count={split.length}
        blank={{ partner_id: '', weight: 1 }}
        nameOf={(number) => t('terms.split.one', { number })}
        add={t('terms.split.add')}
      >
        {(at) => (
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <PartnerAt form={form} at={`${at}.partner_id`} label={t('terms.split.partner')} />
            <Whole form={form} at={`${at}.weight`} label={t('terms.split.weight')} required />
          </SimpleGrid>
        )}
      </Rows>
      <Rate
        form={form}
        at="sub_partner_rate"
        label={partners('terms.subPartner')}
        description={partners('terms.subPartnerHint')}
      />
    </Section>
  );
}
