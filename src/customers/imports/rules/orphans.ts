import type { Entity, Orphans, Unknown } from '../model.ts';

const EXAMPLES = 3;
/** They may come without an account, and are stored; then they count for nobody. */
const MAY_STAND_ALONE: readonly Entity[] = ['people', 'tickets', 'survey_answers'];

type Tally = { rows: number; examples: Set<string> };

/** Counts the rows of one entity that belong to nobody; keeps a few of the ids that are not known. */
export function tallyOrphans(entity: Entity): {
  refused(unknown: Unknown): void;
  stored(row: Record<string, unknown>): void;
  list(file: string): Orphans[];
} {
  const tallies = new Map<Unknown['entity'] | null, Tally>();
  const add = (names: Unknown['entity'] | null, id?: string) => {
    const tally = tallies.get(names) ?? { rows: 0, examples: new Set() };
    tallies.set(names, tally);
    tally.rows += 1;
    if (id !== undefined && tally.examples.size < EXAMPLES) tally.examples.add(id.slice(0, 80));
  };
  const alone = MAY_STAND_ALONE.includes(entity);
  return {
    refused: ({ entity: names, id }) => add(names, id),
    stored: (row) => {
      if (alone && !row.account_id) add(null);
    },
    list: (file) =>
      [...tallies].map(([names, { rows, examples }]) => ({ file, entity, names, rows, examples: [...examples] })),
  };
}

const NOUN = {
  accounts: 'Accounts',
  people: 'People',
  subscriptions: 'Subscriptions',
  invoices: 'Invoices',
  refunds: 'Refunds',
  usage: 'Usage rows',
  tickets: 'Tickets',
  survey_answers: 'Survey answers',
  churn_events: 'Churn events',
} as const satisfies Record<Entity, string>;

/** What a reader of the summary is told: how many rows belong to nobody, and what to import. */
export function orphanSentence({ file, entity, names, rows, examples }: Orphans): string {
  const count = rows.toLocaleString('en');
  const what = `${NOUN[entity]} of ${file}`;
  if (names === null) return `${what} that name no account: ${count}. They are stored, and count for nobody.`;
  const more = examples.length < EXAMPLES ? '' : ', …';
  return (
    `${what} that belong to nobody: ${count}. The ${names} they name (${examples.join(', ')}${more}) are not known. ` +
    `They are not stored; import those ${names}, then this file again.`
  );
}
