import { NumberInput, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  type FriendReward,
  type Offer,
  type OfferReward,
  type OfferRewardKind,
  REWARD_KINDS,
} from '../../../../src/advocacy/scenarios/model.ts';
import { minorDigits } from '../../../../src/kernel/money.ts';
import { NumberSlider } from './number-slider.tsx';
import { kept, moneyScale, shown } from './scales.ts';
import classes from './scenarios.module.css';

type Problem = { field: string; text: string } | undefined;
type Props = { at: 'a' | 'b'; offer: Offer; currency: string; onChange: (offer: Offer) => void; problem: Problem };

/** What who refers gets, and what the friend gets. */
export function OfferFields({ at, offer, currency, onChange, problem }: Props) {
  const { t } = useTranslation('screens-scenarios');
  const wrong = problem?.field.startsWith(`offers.${at}.`) ? problem.text : undefined;
  const minor = 10 ** minorDigits(currency);
  return (
    <div className={classes.offer}>
      <Select
        label={t('offers.reward')}
        data={REWARD_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
        value={offer.reward.kind}
        allowDeselect={false}
        onChange={(kind) => kind && onChange({ ...offer, reward: firstReward(kind as OfferRewardKind, minor) })}
      />
      <Parts
        part={offer.reward}
        currency={currency}
        label={t('offers.reward')}
        onChange={(reward) => onChange({ ...offer, reward: reward as OfferReward })}
      />
      <Select
        label={t('offers.friend')}
        data={FRIENDS.map((kind) => ({ value: kind, label: t(`friends.${kind}`) }))}
        value={offer.friend.kind}
        allowDeselect={false}
        onChange={(kind) => kind && onChange({ ...offer, friend: firstFriend(kind as FriendReward['kind'], minor) })}
      />
      <Parts
        part={offer.friend}
        currency={currency}
        label={t('offers.friend')}
        onChange={(friend) => onChange({ ...offer, friend: friend as FriendReward })}
      />
      {wrong && (
        <p className={classes.error} role="alert">
          {wrong}
        </p>
      )}
    </div>
  );
}

const FRIENDS = ['none', 'discount', 'free_months', 'gift'] as const;

function firstReward(kind: OfferRewardKind, minor: number): OfferReward {
  const first: Record<OfferRewardKind, OfferReward> = {
    none: { kind: 'none' },
    percent: { kind: 'percent', rate: 0.2, months: 12 },
    recurring: { kind: 'recurring', rate: 0.1 },
    flat: { kind: 'flat', amount_minor: 100 * minor },
    per_lead: { kind: 'per_lead', amount_minor: 25 * minor },
    company_credit: { kind: 'company_credit', per_seat_minor: 10 * minor },
    free_months: { kind: 'free_months', months: 1 },
    gift: { kind: 'gift', worth_minor: 50 * minor },
  };
  return first[kind];
}

function firstFriend(kind: FriendReward['kind'], minor: number): FriendReward {
  if (kind === 'discount') return { kind, rate: 0.1, months: 3 };
  if (kind === 'free_months') return { kind, months: 1 };
  return kind === 'gift' ? { kind, worth_minor: 25 * minor } : { kind };
}

const AMOUNTS = ['amount_minor', 'per_seat_minor', 'worth_minor'] as const;
type Numbers = Partial<Record<'rate' | 'months' | (typeof AMOUNTS)[number], number>>;
type PartsProps = {
  part: OfferReward | FriendReward;
  currency: string;
  label: string;
  onChange: (part: object) => void;
};

function Parts({ part, currency, label, onChange }: PartsProps) {
  const { t } = useTranslation('screens-scenarios');
  const numbers = part as Numbers;
  const amount = AMOUNTS.find((name) => numbers[name] !== undefined);
  const money = moneyScale(currency, 50_000);
  const percent = { factor: 100, least: 0, most: 100, step: 0.5, suffix: '%' };
  return (
    <>
      {numbers.rate !== undefined && (
        <NumberSlider
          label={`${label}: ${t('offers.rate')}`}
          value={shown(numbers.rate, percent)}
          onChange={(value) => onChange({ ...part, rate: kept(value, percent) })}
          {...percent}
        />
      )}
      {amount && (
        <NumberSlider
          label={`${label}: ${t(`offers.${amount}`)}`}
          value={shown(numbers[amount] ?? 0, money)}
          onChange={(value) => onChange({ ...part, [amount]: Math.round(kept(value, money)) })}
          {...money}
        />
      )}
      {numbers.months !== undefined && (
        <NumberInput
          label={`${label}: ${t('offers.months')}`}
          size="xs"
          value={numbers.months}
          min={1}
          max={600}
          allowDecimal={false}
          onChange={(months) => typeof months === 'number' && onChange({ ...part, months })}
        />
      )}
    </>
  );
}
