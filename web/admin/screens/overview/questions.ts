import type { TFunction } from 'i18next';
import type { Scope } from '../../../../src/kernel/scopes.ts';
import { api, ask } from '../../../lib/api.ts';
import { percentText } from '../../../lib/format.ts';
import { askableNow } from './askable.ts';

const FIRST = 3;
/** Among so many that are ready, who may be asked now is looked for. */
const LOOKED_AT = 50;
const MOST_REASONS = 2;

/** A sentence of an answer, with where more of it stands when that is not the question's own screen. */
export type Line = { text: string; to?: string; screen?: string };
type May = (scope: Scope) => boolean;

/** A question of whoever runs the place: where its answer stands in full, and the answer in a few sentences. */
export type Question = { key: string; to: string; scope: Scope; answer: (t: TFunction, may: May) => Promise<Line[]> };

export const QUESTIONS: Question[] = [
  { key: 'ask', to: '/nominations', scope: 'advocates:read', answer: whoToAsk },
  { key: 'leave', to: '/churn', scope: 'success:read', answer: whoWillLeave },
  { key: 'drop', to: '/partner-quality', scope: 'partners:read', answer: whichPartner },
  { key: 'offer', to: '/scenarios/new', scope: 'programmes:read', answer: whatToOffer },
  { key: 'unknown', to: '/success/traits', scope: 'success:read', answer: whatIsUnknown },
];

async function whoToAsk(t: TFunction): Promise<Line[]> {
  const query = { per_page: LOOKED_AT, status: 'ready' } as const;
  const { items, counts } = await ask(api.GET('/v1/advocates', { params: { query } }));
  if (items.length === 0) return [{ text: t('questions.ask.nobody', { count: counts.almost }) }];
  const askable = askableNow(items, FIRST);
  if (askable.length === 0) return [{ text: t('questions.ask.later', { count: counts.ready }) }];
  const told = askable.map(({ account, person, reason }) => ({
    text: t('questions.ask.one', {
      name: person?.name ? `${person.name}, ${account.name}` : account.name,
      why: reason,
    }),
  }));
  return [{ text: t('questions.ask.answer', { count: counts.ready }) }, ...told];
}

async function whoWillLeave(t: TFunction): Promise<Line[]> {
  const { status, sentence, exposed } = await ask(api.GET('/v1/churn/outlook', { params: { query: {} } }));
  if (status !== 'predicts') return [{ text: sentence }];
  const query = { per_page: FIRST, sort: 'risk', order: 'desc' } as const;
  const { items } = await ask(api.GET('/v1/churn/risks', { params: { query } }));
  const told = items.map(({ name, risk, reasons }) => {
    const raising = reasons.filter(({ direction }) => direction === 'raises').slice(0, MOST_REASONS);
    const why = raising.map(({ fact }) => fact).join(' ');
    return { text: t('questions.leave.one', { name, risk: percentText(risk, 0), why }) };
  });
  return [{ text: t('questions.leave.answer', { count: exposed.high, accounts: exposed.accounts }) }, ...told];
}

async function whichPartner(): Promise<Line[]> {
  return [{ text: (await ask(api.GET('/v1/reports/partner-quality'))).answer }];
}

async function whatToOffer(t: TFunction, may: May): Promise<Line[]> {
  const worth = may('success:read') ? await whatGoesWithSuccess(t) : [];
  const { items } = await ask(api.GET('/v1/scenarios/starts'));
  const own = items.find(({ key }) => key === 'own');
  if (!own) return worth;
  const played = await ask(api.POST('/v1/scenarios/play', { body: own.input }));
  if (played.outcome === 'impossible') return [{ text: played.reason }, ...worth];
  const { a, b, difference } = played;
  return [{ text: b && difference && difference.better > 0.5 ? b.verdict : a.verdict }, ...worth];
}

/** What to lead new customers to, and whom to look for. */
async function whatGoesWithSuccess(t: TFunction): Promise<Line[]> {
  const paths = await ask(api.GET('/v1/paths'));
  const traits = await ask(api.GET('/v1/success/traits'));
  return [
    { text: paths.sentence, to: '/success/paths', screen: t('questions.offer.paths') },
    { text: traits.answer, to: '/success/traits', screen: t('questions.offer.traits') },
  ];
}

/** What the reports say that they cannot tell yet, and what none of them can ever tell. */
async function whatIsUnknown(t: TFunction, may: May): Promise<Line[]> {
  const traits = await ask(api.GET('/v1/success/traits'));
  const isTraitKnown = traits.items.some(({ verdict }) => verdict === 'confirmed');
  const lines: Line[] = isTraitKnown
    ? []
    : [{ text: traits.answer, to: '/success/traits', screen: t('questions.unknown.traits') }];
  if (may('advocates:read')) {
    const asks = await ask(api.GET('/v1/asks/learning'));
    if (asks.outcome !== 'tells') lines.push({ text: asks.sentence, to: '/asks', screen: t('questions.unknown.asks') });
  }
  if (may('partners:read')) {
    const { unknowns } = await ask(api.GET('/v1/reports/partner-quality'));
    for (const text of unknowns) lines.push({ text, to: '/partner-quality', screen: t('questions.unknown.partners') });
  }
  return [...lines, { text: t('questions.unknown.cause') }];
}
