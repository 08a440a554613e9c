import { formatMoney } from '../kernel/money.ts';
import { say } from '../platform/locale.ts';
import {
  ATTRIBUTE,
  type Drift,
  type Horizon,
  type ModelCard,
  type Outcome,
  type Part,
  type RefusedFeature,
} from '../success/churn/model.ts';

const strengths = [
  { from: 0.85, key: 'predicts_strong' },
  { from: 0.75, key: 'predicts_good' },
  { from: 0.65, key: 'predicts_fair' },
  { from: 0, key: 'predicts_weak' },
] as const;
const TOO_GOOD = 0.95;

export function featureName(feature: string): string {
  if (!feature.startsWith(ATTRIBUTE)) return say(`churn:features.${feature}.name`);
  return feature.slice(ATTRIBUTE.length).replaceAll('_', ' ');
}

/** Whether anybody's leaving can be told, in a sentence with its interval. */
export function outcomeInWords(card: ModelCard | undefined): string {
  if (!card) return say('churn:outcomes.untrained');
  const auc = card.quality?.auc;
  const whole = (share = 0) => Math.round(share * 100);
  const digits = (share = 0) => share.toFixed(3);
  const key = card.outcome === 'predicts' ? strengths.find(({ from }) => (auc?.value ?? 0) >= from)?.key : card.outcome;
  const sentence = say(`churn:outcomes.${key}`, {
    days: card.horizon_days,
    percent: whole(auc?.value),
    low: whole(auc?.low),
    high: whole(auc?.high),
    auc: digits(auc?.value),
    auc_low: digits(auc?.low),
    auc_high: digits(auc?.high),
    churned: card.churned_accounts,
    accounts: card.accounts,
    needed: card.churned_accounts_needed,
  });
  const isOneMoment = card.outcome === 'predicts' && card.basis === 'one_moment';
  return isOneMoment ? `${sentence} ${say('churn:one_moment')}` : sentence;
}

/** What would have to be there for a forecast; nothing where there is one. */
export function whatIsNeeded(card: ModelCard | undefined, horizon: Horizon): string[] {
  if (!card) return [say('churn:needed.untrained')];
  const missing = Math.max(1, card.churned_accounts_needed - card.churned_accounts);
  const leavers = say('churn:needed.more_leavers', { missing });
  const history = say('churn:needed.longer_history', { days: 3 * horizon });
  const facts = ['usage', 'tickets'].map((key) => say(`churn:needed.${key}`));
  const needed: Record<Outcome, string[]> = {
    predicts: [],
    cannot_be_predicted: [say('churn:needed.other_facts'), say('churn:needed.shorter')],
    no_customers: [history, ...facts],
    nobody_left: [leavers],
    everybody_left: [history],
    too_few_left: [leavers],
    history_too_short: [history, say('churn:needed.shorter')],
    nothing_to_tell_by: facts,
  };
  return needed[card.outcome];
}

export function refusalInWords({ feature, reason_code, auc }: RefusedFeature): string {
  const percent = auc === null ? '' : (auc * 100).toFixed(1);
  return say(`churn:refusals.${reason_code}`, { feature: featureName(feature), percent });
}

/** What the model cannot say, each in a sentence. */
export function limitsOf(card: ModelCard): string[] {
  const { basis, shared_groups: count } = card;
  const definition = say(`churn:definitions.${card.churn_definition}`);
  const common = [
    say('churn:limits.definition', { definition }),
    say('churn:limits.own_data', { until: card.data_until }),
    say('churn:limits.not_a_cause'),
  ];
  const own = basis === 'one_moment' ? ['one_moment'] : ['now', 'overlap'];
  if ((card.quality?.auc.value ?? 0) > TOO_GOOD) own.push('too_good');
  const shared = count > 0 ? [say('churn:limits.shared', { count })] : [];
  return [...common, ...own.map((key) => say(`churn:limits.${key}`)), ...shared];
}

export function challengerInWords(card: ModelCard): string | null {
  if (!card.challenger) return null;
  return say(`churn:challenger.${card.challenger.reason_code}`, { auc: card.challenger.auc.value.toFixed(3) });
}

const MOST_NAMED = 4;

export function driftInWords({ verdict, score, features }: Drift): string {
  const named = features
    .slice(0, MOST_NAMED)
    .map(({ feature, index }) =>
      say('churn:drift.feature', { feature: featureName(feature), index: index.toFixed(2) }),
    );
  const own = (score ?? 0) >= 0.1 ? [say('churn:drift.score', { index: (score ?? 0).toFixed(2) })] : [];
  return say(`churn:drift.${verdict}`, { features: [...own, ...named].join(', ') });
}

/** Shares are said in hundredths. */
const HUNDREDTHS = new Set(['usage_trend', 'mrr_change', 'sentiment']);

function valueInWords({ feature, value }: Part, currency: string): string {
  if (typeof value !== 'number') return String(value);
  if (feature === 'mrr') return formatMoney(Math.round(value), currency);
  if (HUNDREDTHS.has(feature)) return String(Math.round(value * 100));
  return String(Number(value.toFixed(feature === 'tenure_months' ? 0 : 2)));
}

/** Of the account whose reasons are told; `broughtBy`: the partner's name, where the reader may see it. */
export type Known = { currency: string; broughtBy: string | null };

/** What is known, without what it means. */
export function factInWords(part: Part, { currency, broughtBy }: Known): string {
  const feature = featureName(part.feature);
  const value = valueInWords(part, currency);
  if (part.feature === 'source' && part.value !== null && broughtBy !== null)
    return say('churn:brought_by', { value, partner: broughtBy });
  const own = part.feature.startsWith(ATTRIBUTE) ? 'churn:attribute' : `churn:features.${part.feature}.fact`;
  return say(part.value === null ? 'churn:unknown' : own, { feature, value });
}

/** A reason as a reader sees it: what is known, and how it moves the odds. */
export function reasonInWords(part: Part, known: Known): string {
  const fact = factInWords(part, known);
  const factor = Math.exp(part.log_odds).toFixed(2);
  return say(part.log_odds >= 0 ? 'churn:raises' : 'churn:lowers', { fact, factor });
}
