import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Amount, Choice, Rate, type TermsForm, Whole } from './inputs.tsx';
import { Rows } from './rows.tsx';
import { Section } from './section.tsx';

const BASES = ['revenue', 'sales', 'active_customers'] as const;
const PERIODS = ['month', 'year', 'ever'] as const;
const MODES = ['marginal', 'retroactive'] as const;

type Props = { form: TermsForm; currency: string };

/** Rates that rise with what a partner brings. */
export function TierFields({ form, currency }: Props) {
  const { t } = useTranslation('screens-programmes');
  const { basis, steps } = form.values.tiers;
  const blank = { from: steps.length === 0 ? 0 : null, rate: steps.length === 0 ? form.values.rate : '' };
  return (
    <Section
      form={form}
      title={t('terms.tiers.title')}
      about={t('terms.tiers.about')}
      names={['tiers']}
      used={steps.length > 0}
    >
      {steps.length > 0 && <How form={form} />}
      <Rows
        form={form}
        at="tiers.steps"
        count={steps.length}
        blank={blank}
        nameOf={(number) => t('terms.tiers.step', { number })}
        add={t('terms.tiers.add')}
      >
        {(at) => (
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            {basis === 'revenue' ? (
              <Amount form={form} at={`${at}.from`} label={t('terms.tiers.from')} currency={currency} required />
            ) : (
              <Whole form={form} at={`${at}.from`} label={t('terms.tiers.from')} required />
            )}
            <Rate form={form} at={`${at}.rate`} label={t('terms.rate')} required />
          </SimpleGrid>
        )}
      </Rows>
    </Section>
  );
}

function How({ form }: { form: TermsForm }) {
  const { t } = useTranslation('screens-programmes');
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }}>
      <Choice
        form={form}
        at="tiers.basis"
        label={t('terms.tiers.basis')}
        values={BASES}
        nameOf={(one) => t(`terms.tiers.bases.${one}`)}
      />
      <Choice
        form={form}
        at="tiers.period"
        label={t('terms.tiers.period')}
        values={PERIODS}
        nameOf={(one) => t(`terms.periods.${one}`)}
      />
      <Choice
        form={form}
        at="tiers.mode"
        label={t('terms.tiers.mode')}
        values={MODES}
        nameOf={(one) => t(`terms.tiers.modes.${one}`)}
      />
    </SimpleGrid>
  );
}
