import { NumberInput, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './programmes.module.css';
import { Earned } from './terms/earned.tsx';
import { Amount, type TermsForm } from './terms/inputs.tsx';
import { LimitFields } from './terms/limits.tsx';
import { PayoutFields } from './terms/payout.tsx';
import { ProductFields } from './terms/products.tsx';
import { RewardFields } from './terms/rewards.tsx';
import { SplitFields } from './terms/split.tsx';
import { StayingFields } from './terms/staying.tsx';
import { TierFields } from './terms/tiers.tsx';

type Props = { form: TermsForm; currency: string };

/** What a programme promises, field by field: what every one says, then what only some do. */
export function TermsFields({ form, currency }: Props) {
  const { t } = useTranslation('screens-partners');
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Earned form={form} currency={currency} />
        <NumberInput
          label={t('terms.hold')}
          description={t('terms.holdHint')}
          required
          min={0}
          max={3650}
          allowDecimal={false}
          {...form.getInputProps('hold_days')}
        />
        <Amount
          form={form}
          at="minimum_payout_minor"
          label={t('terms.minimum_payout_minor')}
          description={t('terms.minimum_payout_minor_hint')}
          currency={currency}
          required
        />
      </SimpleGrid>
      <TextInput
        label={t('terms.schedule')}
        description={t('terms.scheduleHint')}
        required
        {...form.getInputProps('payout_schedule')}
      />
      <TextInput
        label={t('terms.friend')}
        description={t('terms.friendHint')}
        maxLength={500}
        {...form.getInputProps('friend_offer')}
      />
      <More form={form} currency={currency} />
    </>
  );
}

function More({ form, currency }: Props) {
  const { t } = useTranslation('screens-programmes');
  return (
    <section className={classes.more} aria-label={t('terms.more')}>
      <TierFields form={form} currency={currency} />
      <LimitFields form={form} currency={currency} />
      <ProductFields form={form} currency={currency} />
      <StayingFields form={form} currency={currency} />
      <RewardFields form={form} currency={currency} />
      <SplitFields form={form} />
      <PayoutFields form={form} />
    </section>
  );
}
