import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { GiftAt } from './gift.tsx';
import { Amount, Choice, Line, type TermsForm, Whole } from './inputs.tsx';
import type { RewardValues } from './reward-values.ts';
import { Section } from './section.tsx';

const TRIGGERS = ['signup', 'first_payment', 'qualified_lead', 'milestone', 'review'] as const;
const RECEIVERS = ['referrer', 'company', 'friend'] as const;
const KINDS = [
  'company_credit',
  'free_months',
  'discount',
  'feature_unlock',
  'gift',
  'gift_card',
  'donation',
] as const satisfies readonly RewardValues['give']['kind'][];

type Word = (typeof TRIGGERS)[number] | (typeof RECEIVERS)[number] | (typeof KINDS)[number];

type Props = { form: TermsForm; at: string; reward: RewardValues; currency: string };

/** One reward: when, to whom and what; then its limits. */
export function RewardAt({ form, at, reward, currency }: Props) {
  const { t } = useTranslation('screens-programmes');
  const choice = (field: 'on' | 'to' | 'give.kind', values: readonly Word[]) => (
    <Choice
      form={form}
      at={`${at}.${field}`}
      label={t(`terms.rewards.${field}`)}
      values={values}
      nameOf={(one) => t(`terms.rewards.of.${one}`)}
    />
  );
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {choice('on', TRIGGERS)}
        {choice('to', RECEIVERS)}
        {reward.on === 'milestone' && (
          <Whole form={form} at={`${at}.count`} label={t('terms.rewards.count')} min={1} required />
        )}
        {choice('give.kind', KINDS)}
      </SimpleGrid>
      <GiftAt form={form} at={`${at}.give`} kind={reward.give.kind} currency={currency} />
      <RewardLimits form={form} at={at} reward={reward} currency={currency} />
    </>
  );
}

const LIMITS = ['cap_per_year', 'hold_days', 'target_days'] as const;

function RewardLimits({ form, at, reward, currency }: Props) {
  const { t } = useTranslation('screens-programmes');
  const label = (field: string) => ({
    at: `${at}.${field}`,
    label: t(`terms.rewards.${field}`),
    description: t(`terms.rewards.${field}_hint`),
  });
  return (
    <Section
      form={form}
      title={t('terms.rewards.limits')}
      names={[...LIMITS, 'tax_value_minor', 'key'].map((field) => `${at}.${field}`)}
      used={[...LIMITS, 'tax_value_minor' as const].some((field) => reward[field] !== null)}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {LIMITS.map((field) => (
          <Whole key={field} form={form} {...label(field)} />
        ))}
        <Amount form={form} {...label('tax_value_minor')} currency={currency} />
        <Line form={form} {...label('key')} required />
      </SimpleGrid>
    </Section>
  );
}
