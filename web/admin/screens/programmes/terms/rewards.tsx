import { useTranslation } from 'react-i18next';
import type { TermsForm } from './inputs.tsx';
import { RewardAt } from './reward.tsx';
import { newReward } from './reward-values.ts';
import { Rows } from './rows.tsx';
import { Section } from './section.tsx';

type Props = { form: TermsForm; currency: string };

/** What is given that is not cash: when, to whom and what. */
export function RewardFields({ form, currency }: Props) {
  const { t } = useTranslation('screens-programmes');
  const { rewards } = form.values;
  return (
    <Section
      form={form}
      title={t('terms.rewards.title')}
      about={t('terms.rewards.about')}
      names={['rewards']}
      used={rewards.length > 0}
    >
      <Rows
        form={form}
        at="rewards"
        count={rewards.length}
        blank={newReward(rewards)}
        nameOf={(number) => t('terms.rewards.one', { number })}
        add={t('terms.rewards.add')}
      >
        {(at, index) => {
          const reward = rewards[index];
          return reward && <RewardAt form={form} at={at} reward={reward} currency={currency} />;
        }}
      </Rows>
    </Section>
  );
}
