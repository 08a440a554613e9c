import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Amount, Choice, type TermsForm, Whole } from './inputs.tsx';
import { Section } from './section.tsx';

const CAPS = ['cap_per_sale_minor', 'cap_per_month_minor', 'cap_per_year_minor', 'budget_per_month_minor'] as const;
const PERIODS = ['month', 'year', 'ever'] as const;

type Props = { form: TermsForm; currency: string };

/** How much at most, and for how many sales. */
export function LimitFields({ form, currency }: Props) {
  const { t } = useTranslation('screens-programmes');
  const { t: partners } = useTranslation('screens-partners');
  const { values } = form;
  return (
    <Section
      form={form}
      title={t('terms.limits.title')}
      names={[...CAPS, 'cap_sales']}
      used={values.cap_sales.most !== null || CAPS.some((cap) => values[cap] !== null)}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {CAPS.map((cap) => (
          <Amount
            key={cap}
            form={form}
            at={cap}
            label={partners(`terms.${cap}`)}
            description={partners(`terms.${cap}_hint`)}
            currency={currency}
          />
        ))}
        <Whole form={form} at="cap_sales.most" label={t('terms.limits.sales')} description={t('terms.limits.hint')} />
        <Choice
          form={form}
          at="cap_sales.per"
          label={t('terms.limits.per')}
          description={t('terms.limits.perHint')}
          values={PERIODS}
          nameOf={(one) => t(`terms.periods.${one}`)}
        />
      </SimpleGrid>
    </Section>
  );
}
