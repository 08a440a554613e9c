import type { Gate } from '../../gates/model.ts';
import {
  type AttributionPolicy,
  DEFAULT_ATTRIBUTION,
  DEFAULT_TERMS,
  type RewardTerms,
  type TemplateKey,
  type Terms,
  type Visibility,
} from '../model.ts';

export type Template = {
  visibility: Visibility;
  gates: Gate[];
  terms: Terms;
  attribution: AttributionPolicy;
};

const OPEN: Omit<Template, 'terms'> = { visibility: 'public', gates: [], attribution: DEFAULT_ATTRIBUTION };
const REVIEWED: Gate[] = [{ kind: 'application' }];

/** Without cash: what is given comes from the rewards. */
const rewardsOnly = (...rewards: RewardTerms[]): Terms => ({
  ...DEFAULT_TERMS,
  commission: { kind: 'none' },
  minimum_payout_minor: 0,
  rewards,
});

const CARD = { kind: 'gift_card', brand: 'A shop of their choice' } as const;
const milestone = (count: number, amount_minor: number): RewardTerms => ({
  key: `milestone-${count}`,
  on: 'milestone',
  to: 'referrer',
  count,
  give: { ...CARD, amount_minor },
});

/**
 * Programmes one can start from; amounts in minor units of the programme's currency. Everything in them can be changed
 * afterwards. What they say on their page is in the texts `templates`, what they ask an applicant in the slice
 * `applications`, and their quiz in `certifications`.
 */
export const TEMPLATES: Readonly<Record<TemplateKey, Template>> = {
  customer_referral: {
    ...OPEN,
    terms: {
      ...DEFAULT_TERMS,
      rewards: [
        { key: 'friend-discount', on: 'signup', to: 'friend', give: { kind: 'discount', percent: '10%', months: 3 } },
        {
          key: 'company-credit',
          on: 'first_payment',
          to: 'company',
          give: { kind: 'company_credit', per_seat_minor: 1000, most: '100%' },
        },
      ],
    },
  },
  product_invite: {
    ...OPEN,
    terms: rewardsOnly(
      {
        key: 'free-month',
        on: 'first_payment',
        to: 'company',
        give: { kind: 'free_months', months: 1, per_year: 12 },
      },
      { key: 'friend-month', on: 'signup', to: 'friend', give: { kind: 'free_months', months: 1, per_year: 12 } },
    ),
  },
  affiliate: {
    ...OPEN,
    gates: REVIEWED,
    terms: { ...DEFAULT_TERMS, commission: { kind: 'percent', rate: '30%', months: 12 }, hold_days: 45 },
  },
  solutions_partner: {
    ...OPEN,
    gates: [
      { kind: 'application' },
      { kind: 'entry_fee', amount_minor: 9_900, period: 'month' },
      { kind: 'payout_details' },
    ],
    attribution: { ...DEFAULT_ATTRIBUTION, window_days: 90, lapse_days: 365 },
    terms: {
      ...DEFAULT_TERMS,
      commission: { kind: 'percent', rate: '25%', months: null },
      renewal: { kind: 'percent', rate: '15%' },
      bounty: { day: 180, amount_minor: 25_000, needs_healthy: true },
    },
  },
  certified_partner: {
    ...OPEN,
    gates: [{ kind: 'application' }, { kind: 'certification' }],
    attribution: { ...DEFAULT_ATTRIBUTION, window_days: 60 },
    terms: {
      ...DEFAULT_TERMS,
      commission: { kind: 'percent', rate: '20%', months: 24 },
      tiers: {
        basis: 'active_customers',
        period: 'ever',
        mode: 'marginal',
        steps: [
          { from: 0, rate: '20%' },
          { from: 5, rate: '25%' },
          { from: 15, rate: '30%' },
        ],
      },
    },
  },
  private_advocates: {
    visibility: 'private',
    gates: [{ kind: 'invitation' }],
    attribution: DEFAULT_ATTRIBUTION,
    terms: rewardsOnly(
      {
        key: 'gift',
        on: 'first_payment',
        to: 'referrer',
        cap_per_year: 6,
        give: { kind: 'gift', worth_minor: 10_000 },
      },
      {
        key: 'company-credit',
        on: 'first_payment',
        to: 'company',
        give: { kind: 'company_credit', per_seat_minor: 2000, most: '100%' },
      },
    ),
  },
  reviews: {
    ...OPEN,
    terms: rewardsOnly({
      key: 'thank-you',
      on: 'review',
      to: 'referrer',
      cap_per_year: 3,
      hold_days: 7,
      give: { ...CARD, amount_minor: 2500 },
    }),
  },
  pay_per_lead: {
    ...OPEN,
    gates: [{ kind: 'application' }, { kind: 'payout_details' }],
    terms: {
      ...DEFAULT_TERMS,
      commission: { kind: 'per_lead', amount_minor: 7_500, stage: 'qualified' },
      hold_days: 14,
    },
  },
  newsletter: { ...OPEN, terms: rewardsOnly(milestone(1, 2_500), milestone(5, 10_000), milestone(25, 50_000)) },
  performance_network: {
    ...OPEN,
    gates: REVIEWED,
    attribution: { ...DEFAULT_ATTRIBUTION, window_days: 7 },
    terms: { ...DEFAULT_TERMS, commission: { kind: 'flat', amount_minor: 6_000, months: 1 }, hold_days: 60 },
  },
};
