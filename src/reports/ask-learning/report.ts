import { DEFAULT_HOLD_BPS } from '../../advocacy/exposures/model.ts';
import {
  ASKS_NEEDED,
  type AskLearning,
  chanceOf,
  learnAsks,
  RARER_NEEDED,
} from '../../advocacy/exposures/rules/learn.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';
import { say } from '../../platform/locale.ts';
import { newcombe, wilson } from '../../stats/intervals.ts';
import { type ArmCount, countArms, knownAsks, readyPeople, WATCHED_DAYS } from './asks.ts';
import type { AskLearningView } from './schema.ts';

/** Below this many watched accounts in an arm a difference says nothing. */
const WATCHED_NEEDED = 20;
const SHOWN = 20;
const percent = (share: number) => Math.round(share * 100);

/**
 * Does asking bring referrals, and can it be told who refers when asked? The chance stands beside the readiness score and
 * never takes its place.
 */
export async function askLearning(ctx: Ctx): Promise<AskLearningView> {
  requireScope(ctx, 'advocates:read');
  const learned = learnAsks(await knownAsks(ctx));
  const arms = await countArms(ctx);
  const ready = await readyPeople(ctx);
  const model = learned.outcome === 'tells' ? learned.model : undefined;
  const people = ready
    .map(({ terms, ...one }) => ({ ...one, chance: model ? chanceOf(model, terms) : null }))
    .toSorted((a, b) => (b.chance ?? 0) - (a.chance ?? 0) || b.score - a.score);
  const settings = await ctx.db.selectFrom('ask_settings').select('hold_bps').executeTakeFirst();
  return {
    outcome: learned.outcome,
    sentence: sayLearned(learned),
    asks: learned.asks,
    referred: learned.referred,
    asks_needed: ASKS_NEEDED,
    quality: 'quality' in learned ? learned.quality : null,
    people: people.slice(0, SHOWN),
    people_total: people.length,
    comparison: compare(arms.ask, arms.hold),
    hold_bps: settings?.hold_bps ?? DEFAULT_HOLD_BPS,
  };
}

function sayLearned(learned: AskLearning): string {
  const { asks, referred } = learned;
  const known = { asks, count: asks, referred, needed: ASKS_NEEDED, missing: ASKS_NEEDED - asks, rarer: RARER_NEEDED };
  if (!('quality' in learned)) return say(`ask-learning:outcome.${learned.outcome}`, known);
  const { auc, lift } = learned.quality;
  return say(`ask-learning:outcome.${learned.outcome}`, {
    ...known,
    lift: (lift ?? 1).toFixed(1),
    auc: percent(auc.value),
    low: percent(auc.low),
    high: percent(auc.high),
  });
}

function compare(asked: ArmCount, held: ArmCount): AskLearningView['comparison'] {
  const rate = ({ referred, watched }: ArmCount) =>
    watched === 0 ? null : { value: referred / watched, ...wilson(referred, watched) };
  const enough = Math.min(asked.watched, held.watched) >= WATCHED_NEEDED;
  const difference = enough
    ? newcombe({ successes: asked.referred, n: asked.watched }, { successes: held.referred, n: held.watched })
    : null;
  const outcome = !difference
    ? 'too_early'
    : difference.low > 0
      ? 'brings'
      : difference.high < 0
        ? 'costs'
        : 'cannot_tell';
  return {
    outcome,
    sentence: say(`ask-learning:comparison.${outcome}`, {
      asked: asked.watched,
      held: held.watched,
      needed: WATCHED_NEEDED,
      days: WATCHED_DAYS,
      asked_rate: percent(rate(asked)?.value ?? 0),
      held_rate: percent(rate(held)?.value ?? 0),
      points: percent(difference?.value ?? 0),
      low: percent(difference?.low ?? 0),
      high: percent(difference?.high ?? 0),
    }),
    asked: { ...asked, rate: rate(asked) },
    held: { ...held, rate: rate(held) },
    difference,
  };
}
