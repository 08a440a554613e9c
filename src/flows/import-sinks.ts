import type pg from 'pg';
import { saveAccounts, saveChurnClaims } from '../customers/accounts/service.ts';
import { saveInvoices, saveRefunds, saveSubscriptions } from '../customers/billing/service.ts';
import type { Entity } from '../customers/imports/model.ts';
import type { Shaped } from '../customers/imports/rules/shape.ts';
import { savePeople } from '../customers/people/service.ts';
import { saveSurveyAnswers, saveSurveys } from '../customers/surveys/service.ts';
import { saveTickets } from '../customers/tickets/service.ts';
import { openUsageLoad } from '../customers/usage/service.ts';
import type { UpsertCounts } from '../platform/bulk.ts';
import { type Ctx, newId } from '../platform/ctx.ts';
import type { References } from './import-references.ts';

/** Where an entity's rows go, and how a row gets its id before it goes. */
export type Sink = {
  /** Rows that travel together. */
  batch: number;
  complete(row: Shaped): object;
  save(rows: readonly object[]): Promise<UpsertCounts>;
  /** What is left to do after the last row. */
  finish?(): Promise<void>;
};

type Save = (ctx: Ctx, rows: readonly never[]) => Promise<UpsertCounts>;

const ROWS = 2_000;

/** Opens the way in for an entity, inside the transaction of the file. */
export async function openSink(ctx: Ctx, client: pg.PoolClient, entity: Entity, references: References): Promise<Sink> {
  if (entity === 'usage') return usageSink(ctx, client);
  const { source } = references;
  const now = ctx.clock.now();
  const dated =
    entity === 'refunds' || entity === 'survey_answers' || entity === 'churn_events' ? {} : { created_at: now };
  const touched = entity === 'invoices' ? {} : dated.created_at && { updated_at: now };
  return {
    batch: ROWS,
    complete: (row) => ({ ...row, id: identify(ctx, entity, row, references), source, ...dated, ...touched }),
    save: (rows) => saveRows(ctx, entity, rows, references),
  };
}

async function saveRows(
  ctx: Ctx,
  entity: Entity,
  rows: readonly object[],
  references: References,
): Promise<UpsertCounts> {
  if (references.newSurveys.length > 0) await saveSurveys(ctx, references.newSurveys.splice(0));
  const save = SAVE[entity as Exclude<Entity, 'usage'>] as Save;
  return save(ctx, rows as readonly never[]);
}

const SAVE = {
  accounts: saveAccounts,
  people: savePeople,
  subscriptions: saveSubscriptions,
  invoices: saveInvoices,
  refunds: saveRefunds,
  tickets: saveTickets,
  survey_answers: saveSurveyAnswers,
  churn_events: saveChurnClaims,
} satisfies Record<Exclude<Entity, 'usage'>, unknown>;

async function usageSink(ctx: Ctx, client: pg.PoolClient): Promise<Sink> {
  const load = await openUsageLoad(ctx, client);
  return {
    batch: load.batch,
    complete(row) {
      const usage = row as Shaped & { id?: string };
      usage.id = row.external_id;
      return usage;
    },
    save: (rows) => load.add(rows as Parameters<typeof load.add>[0]),
    finish: load.finish,
  };
}

/** The id a row keeps or gets; rows after it can refer to it at once. */
function identify(ctx: Ctx, entity: Entity, row: Shaped, references: References): string {
  const key = row.external_id;
  if (entity === 'accounts') return keep(references.accounts, key, () => newId(ctx, 'account'));
  if (entity === 'invoices') return identifyInvoice(ctx, row, references);
  if (entity === 'subscriptions') references.subscriptions.set(key, row.account_id as string);
  if (entity !== 'people') return newId(ctx, ID_KIND[entity]);
  const id = references.people.get(key)?.id ?? newId(ctx, 'person');
  references.people.set(key, { id, account_id: (row.account_id as string | null) ?? null });
  return id;
}

const ID_KIND = {
  subscriptions: 'subscription',
  refunds: 'refund',
  tickets: 'ticket',
  survey_answers: 'surveyAnswer',
  churn_events: 'churnClaim',
  usage: 'subscription',
} as const;

function identifyInvoice(ctx: Ctx, row: Shaped, { invoices }: References): string {
  const id = invoices.get(row.external_id)?.id ?? newId(ctx, 'invoice');
  invoices.set(row.external_id, { id, issued_on: (row.issued_at as string).slice(0, 10) });
  return id;
}

function keep(ids: Map<string, string>, key: string, make: () => string): string {
  const known = ids.get(key);
  if (known) return known;
  const made = make();
  ids.set(key, made);
  return made;
}
