import type { Entity, Mapping } from '../model.ts';

/** What cannot be computed when the customers' data has none of an entity, one sentence each. */
const WITHOUT: Partial<Record<Entity, string>> = {
  accounts: 'No accounts: nothing can be said about any customer.',
  people: 'No people: nobody at an account can be named, asked or invited.',
  subscriptions:
    'No subscriptions with a start date: MRR, NRR, churn by subscriptions, cohorts and lifetime value cannot be computed.',
  invoices: 'No invoices: what was really paid, overdue payments and realised lifetime value are unknown.',
  usage: 'No usage: adoption and engagement cannot be scored, and satisfaction is not weighed with use.',
  tickets: 'No tickets: friction cannot be scored.',
  survey_answers: 'No survey answers: NPS and self-reported sources are unknown.',
  churn_events: 'No churn events: churn can only be told from subscriptions or flags.',
};

/** Sentences for the entities that neither the files nor the database have. */
export function missingSentences(has: ReadonlySet<Entity>): string[] {
  return Object.entries(WITHOUT)
    .filter(([entity]) => !has.has(entity as Entity))
    .map(([, sentence]) => sentence);
}

export function entitiesOf(mapping: Mapping): Set<Entity> {
  return new Set(Object.values(mapping.files).flatMap((file) => Object.keys(file.entities) as Entity[]));
}
