import { Select, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Choice, type TermsForm, Whole } from './inputs.tsx';
import { Section } from './section.tsx';

const EVERY = ['by_hand', 'month', 'week', 'demand'] as const;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** When payouts are made up by themselves. */
export function PayoutFields({ form }: { form: TermsForm }) {
  const { t } = useTranslation('screens-programmes');
  const { every, day } = form.values.payout;
  return (
    <Section form={form} title={t('terms.payout.title')} names={['payout']} used={every !== 'by_hand'}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Choice
          form={form}
          at="payout.every"
          label={t('terms.payout.every')}
          values={EVERY}
          nameOf={(one) => t(`terms.payout.kinds.${one}`)}
        />
        {every === 'month' && (
          <Whole form={form} at="payout.day" label={t('terms.payout.day')} min={1} max={28} required />
        )}
        {every === 'week' && <Weekday form={form} day={day} />}
      </SimpleGrid>
    </Section>
  );
}

function Weekday({ form, day }: { form: TermsForm; day: number | null }) {
  const { t } = useTranslation('screens-programmes');
  return (
    <Select
      label={t('terms.payout.weekday')}
      data={WEEKDAYS.map((number) => ({ value: String(number), label: t(`terms.payout.weekdays.${number}`) }))}
      allowDeselect={false}
      required
      value={String(day)}
      onChange={(number) => form.setFieldValue('payout.day', Number(number))}
      error={form.errors['payout.day']}
    />
  );
}
