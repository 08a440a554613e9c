import { createHash } from 'node:crypto';
import { addDaysToDate, type IsoDate, monthEnd } from '../kernel/time.ts';
import { compute } from '../platform/compute.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import { type ChurnLabels, churnLabels } from '../reports/churn-labels.ts';
import { churnMarks, hasOnlyMarks } from '../reports/churn-marks.ts';
import { churnSnapshot, type Snapshot } from '../reports/churn-snapshot.ts';
import { type ChurnDefinition, type CompanyFacts, companyFacts } from '../reports/company.ts';
import { dataTime } from '../reports/data-time.ts';
import { monthsBetween, mrrMovements } from '../reports/mrr-movements.ts';
import type { Progress } from '../stats/progress.ts';
import {
  type ChurnRow,
  FEATURES,
  type FeatureColumn,
  type Horizon,
  type ModelCard,
  type TrainingData,
} from '../success/churn/model.ts';
import { CHURNED_NEEDED, type Training, type trainChurn } from '../success/churn/rules/train.ts';
import { type ChurnModel, recordChurnModel } from '../success/churn/service.ts';

/** Flags say who left and not when, so that no horizon can be laid on them. */
const DATED = ['subscriptions', 'events'] as const;
type Dated = (typeof DATED)[number];

const MOST_SNAPSHOTS = 36;
const MOST_ROWS = 60_000;
/** Reading is so much of the work, the rest is fitting. */
const READING = 0.2;

export type Watch = { onProgress?: Progress; signal?: AbortSignal };
type Gathered = { data: TrainingData; definition: string; dataUntil: IsoDate };

/**
 * Trains the model of a horizon from everything known and puts what came of it in force, even when that is that nothing
 * can be predicted. The fit runs in a thread of its own. @throws the signal's reason when it is aborted.
 */
export async function trainChurnModel(ctx: Ctx, horizon: Horizon, watch: Watch = {}): Promise<ChurnModel> {
  requireScope(ctx, 'success:write');
  const gathered = await gather(ctx, horizon, watch);
  const training = await compute<typeof trainChurn>(
    new URL('../success/churn/rules/train.ts', import.meta.url),
    'trainChurn',
    gathered.data,
    { signal: watch.signal, onProgress: (share) => watch.onProgress?.(READING + (1 - READING) * share) },
  );
  return recordChurnModel(ctx, { card: toCard(gathered, training), parameters: training.parameters });
}

async function gather(ctx: Ctx, horizon: Horizon, watch: Watch): Promise<Gathered> {
  if (await hasOnlyMarks(ctx)) return gatherMarks(ctx, horizon);
  const company = await companyFacts(ctx);
  const { on: until, isLive } = await dataTime(ctx);
  const days = await snapshotDays(ctx, company, addDaysToDate(until, -horizon));
  const seen: { on: IsoDate; snapshot: Snapshot; labels: Record<Dated, ChurnLabels> }[] = [];
  for (const [index, on] of days.entries()) {
    watch.signal?.throwIfAborted();
    const snapshot = await churnSnapshot(ctx, company, on);
    const question = { graceDays: company.graceDays, on, days: horizon, known: until };
    const subscriptions = await churnLabels(ctx, { ...question, definition: 'subscriptions' });
    const events = await churnLabels(ctx, { ...question, definition: 'events' });
    seen.push({ on, snapshot, labels: { subscriptions, events } });
    watch.onProgress?.((READING * (index + 1)) / days.length);
  }
  const definition = chooseDefinition(
    company.churnDefinition,
    seen.map(({ labels }) => labels),
  );
  const parts = thin(seen).map(({ on, snapshot, labels }) => labelled(snapshot, labels[definition], on));
  const present = await churnSnapshot(ctx, company, isLive ? addDaysToDate(until, -1) : until);
  return { data: { ...join(horizon, parts), present: present.columns }, definition, dataUntil: until };
}

async function gatherMarks(ctx: Ctx, horizon: Horizon): Promise<Gathered> {
  const marked = await churnMarks(ctx);
  const rows = marked.accountIds.map(
    (accountId, row): ChurnRow => ({
      accountId,
      on: null,
      churned: marked.churned[row] === true,
      group: marked.groups[row] ?? accountId,
    }),
  );
  const { columns, refused } = marked;
  const { on } = await dataTime(ctx);
  return {
    data: { horizonDays: horizon, basis: 'one_moment', rows, columns, refused },
    definition: 'flags',
    dataUntil: on,
  };
}

/** Ends of months with facts before them and the whole horizon after, newest 36. */
async function snapshotDays(ctx: Ctx, company: CompanyFacts, last: IsoDate): Promise<IsoDate[]> {
  const first = (await mrrMovements(ctx, company, last))[0]?.month;
  const ends = monthsBetween(first, last.slice(0, 7)).map(monthEnd);
  return ends.filter((on) => on <= last).slice(-MOST_SNAPSHOTS);
}

/** The chosen definition when it saw enough accounts leave, else the one that saw more. */
function chooseDefinition(chosen: ChurnDefinition, labels: readonly Record<Dated, ChurnLabels>[]): Dated {
  const left = (definition: Dated) =>
    new Set(labels.flatMap((of) => [...of[definition]].flatMap(([id, churned]) => (churned ? [id] : [])))).size;
  const dated = chosen === 'flags' ? 'events' : chosen;
  const other = dated === 'events' ? 'subscriptions' : 'events';
  return left(dated) >= CHURNED_NEEDED || left(other) <= left(dated) ? dated : other;
}

/** Every so many-th snapshot, the newest among them, where all would be more rows than a fit needs. */
function thin<T extends { snapshot: Snapshot }>(seen: readonly T[]): T[] {
  const rows = seen.reduce((sum, { snapshot }) => sum + snapshot.accountIds.length, 0);
  const step = Math.max(1, Math.ceil(rows / MOST_ROWS));
  return seen.filter((_, index) => (seen.length - 1 - index) % step === 0);
}

type Part = { rows: ChurnRow[]; columns: FeatureColumn[] };

function labelled({ accountIds, groups, columns }: Snapshot, labels: ChurnLabels, on: IsoDate): Part {
  const kept = accountIds.flatMap((id, row) => (labels.has(id) ? [row] : []));
  return {
    rows: kept.map((row) => {
      const accountId = accountIds[row] as string;
      return { accountId, on, churned: labels.get(accountId) === true, group: groups[row] ?? accountId };
    }),
    columns: columns.map(({ key, values }) => ({ key, values: kept.map((row) => values[row] ?? null) })),
  };
}

function join(horizonDays: Horizon, parts: readonly Part[]): TrainingData {
  const all = parts.flatMap(({ columns }) => columns);
  const known = new Set(all.flatMap(({ key, values }) => (values.some((value) => value !== null) ? [key] : [])));
  const columns = FEATURES.filter((key) => known.has(key)).map((key) => ({
    key,
    values: parts.flatMap(({ rows, columns }) => {
      const found = columns.find((column) => column.key === key)?.values;
      return found ?? rows.map(() => null);
    }),
  }));
  return { horizonDays, basis: 'history', rows: parts.flatMap(({ rows }) => rows), columns, refused: [] };
}

function toCard({ data, definition, dataUntil }: Gathered, training: Training): ModelCard {
  const { quality, challenger, parameters, split } = training;
  return {
    outcome: training.outcome,
    horizon_days: data.horizonDays,
    basis: data.basis,
    churn_definition: definition,
    data_until: dataUntil,
    data_hash: hashOf(data),
    seed: training.seed,
    rows: data.rows.length,
    accounts: training.accounts,
    churned_accounts: training.churnedAccounts,
    churned_accounts_needed: CHURNED_NEEDED,
    shared_groups: training.sharedGroups,
    trained_on: split.trained,
    tested_on: split.tested,
    features: training.features,
    refused: training.refused,
    chosen: parameters?.fitted.kind ?? null,
    quality: challenger?.chosen ? challenger : quality,
    challenger,
    base_rate: parameters?.baseRate ?? null,
  };
}

/** Of every row and every value: the same data has the same hash. */
function hashOf({ rows, columns }: TrainingData): string {
  const hash = createHash('sha256');
  for (const { accountId, on, churned } of rows) hash.update(`${accountId} ${on} ${churned}\n`);
  for (const column of columns) hash.update(JSON.stringify(column));
  return hash.digest('hex');
}
