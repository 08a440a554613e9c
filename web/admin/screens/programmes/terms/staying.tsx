import { Checkbox, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Amount, Rate, type TermsForm, Whole } from './inputs.tsx';
import { Rows } from './rows.tsx';
import { Section } from './section.tsx';

type Props = { form: TermsForm; currency: string };

/** What is paid only as the customer stays. */
export function StayingFields({ form, currency }: Props) {
  const { t } = useTranslation('screens-programmes');
  const { vesting, bounty } = form.values;
  return (
    <Section
      form={form}
      title={t('terms.staying.title')}
      about={t('terms.staying.about')}
      names={['vesting', 'vesting.tranches', 'bounty']}
      used={vesting.tranches.length > 0 || bounty.day !== null || bounty.amount_minor !== null}
    >
      <Parts form={form} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <Amount
          form={form}
          at="bounty.amount_minor"
          label={t('terms.staying.bounty')}
          description={t('terms.staying.bountyHint')}
          currency={currency}
          required={bounty.day !== null}
        />
        <Whole
          form={form}
          at="bounty.day"
          label={t('terms.staying.day')}
          description={t('terms.staying.dayHint')}
          min={1}
          max={3650}
          required={bounty.amount_minor !== null}
        />
      </SimpleGrid>
      {bounty.amount_minor !== null && <Healthy form={form} at="bounty.needs_healthy" />}
    </Section>
  );
}

function Parts({ form }: { form: TermsForm }) {
  const { t } = useTranslation('screens-programmes');
  const count = form.values.vesting.tranches.length;
  return (
    <>
      <Rows
        form={form}
        at="vesting.tranches"
        count={count}
        blank={{ day: count === 0 ? 0 : null, share: '' }}
        nameOf={(number) => t('terms.staying.part', { number })}
        add={t('terms.staying.add')}
      >
        {(at) => (
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <Whole form={form} at={`${at}.day`} label={t('terms.staying.day')} max={3650} required />
            <Rate form={form} at={`${at}.share`} label={t('terms.staying.share')} required />
          </SimpleGrid>
        )}
      </Rows>
      {count > 0 && <Healthy form={form} at="vesting.needs_healthy" />}
    </>
  );
}

function Healthy({ form, at }: { form: TermsForm; at: string }) {
  const { t } = useTranslation('screens-programmes');
  return <Checkbox label={t('terms.staying.healthy')} {...form.getInputProps(at, { type: 'checkbox' })} />;
}
