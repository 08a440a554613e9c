import { join } from 'node:path';
import type pg from 'pg';
import {
  ENTITIES,
  type Entity,
  type EntityCounts,
  type FileMapping,
  NO_COUNTS,
  type Orphans,
} from '../customers/imports/model.ts';
import { converter, Refused, type Values } from '../customers/imports/rules/convert.ts';
import { csvLine } from '../customers/imports/rules/export.ts';
import { tallyOrphans } from '../customers/imports/rules/orphans.ts';
import { seenIds } from '../customers/imports/rules/seen.ts';
import { type Facts, type Shaped, shape } from '../customers/imports/rules/shape.ts';
import { endFile, importFolderOf } from '../customers/imports/service.ts';
import { clearRejectsFile, openRejectsFile, type RejectsFile } from '../customers/imports/verbs/rejects-file.ts';
import { type CsvRow, readCsvHead, readCsvRows } from '../platform/csv.ts';
import type { Ctx } from '../platform/ctx.ts';
import { factsFor, type Money, readReferences } from './import-references.ts';
import { openSink, type Sink } from './import-sinks.ts';

/** Rejected rows kept in the database for each file and entity; the rejects file has all of them. */
const REJECTS_STORED = 10_000;

export type FileJob = {
  /** Where the result and the rejected rows are kept; a rehearsal keeps neither. */
  record: { importId: string; dataDir: string } | null;
  file: { name: string; path: string };
  mapping: FileMapping;
  money: Money;
  onRows(rows: number): void;
};

export type FileResult = { counts: Map<Entity, EntityCounts>; orphans: Orphans[] };

type StoredReject = { line: number; reason: string; field: string | null; row_text: string; repeated: object | null };

/** One entity's way through a file: rows are read, shaped, checked for repeats and saved in batches. */
type Lane = {
  entity: Entity;
  read: (fields: readonly string[]) => Values | Refused;
  facts: Facts;
  sink: Sink;
  see: ReturnType<typeof seenIds>['see'];
  batch: object[];
  counts: EntityCounts;
  orphans: ReturnType<typeof tallyOrphans>;
  rejects: StoredReject[];
};

/** Imports one file in the caller's transaction on `client`, with its result. The rejects file is written as it goes. */
export async function importFile(ctx: Ctx, client: pg.PoolClient, job: FileJob): Promise<FileResult> {
  const { file, mapping } = job;
  const { header } = await readCsvHead(file.path, file.name, mapping.encoding);
  const lanes = await openLanes(ctx, client, job, header);
  const rejects = rejectsFor(job, header);
  const queue = oneAtATime();
  try {
    let rows = 0;
    for await (const batch of readCsvRows(file.path, file.name, mapping)) {
      for (const row of batch) for (const lane of lanes) takeRow(lane, row, header, rejects);
      for (const lane of lanes) if (lane.batch.length >= lane.sink.batch) await queue.add(() => flush(lane));
      rows += batch.length;
      job.onRows(rows);
    }
    for (const lane of lanes) await queue.add(() => flush(lane));
    await queue.idle();
    for (const lane of lanes) await lane.sink.finish?.();
  } finally {
    await queue.idle().catch(() => {});
    rejects.close();
  }
  await keepResult(ctx, job, lanes);
  return {
    counts: new Map(lanes.map((lane) => [lane.entity, lane.counts])),
    orphans: lanes.flatMap((lane) => lane.orphans.list(file.name)),
  };
}

async function keepResult(ctx: Ctx, { record, file }: FileJob, lanes: readonly Lane[]): Promise<void> {
  if (!record) return;
  for (const lane of lanes)
    await endFile(ctx, { import_id: record.importId, file: file.name, entity: lane.entity }, lane);
}

function rejectsFor({ record, file }: FileJob, header: readonly string[]): RejectsFile {
  if (!record) return { add() {}, close() {} };
  const path = join(importFolderOf(record.dataDir, record.importId), rejectsName(file.name));
  clearRejectsFile(path);
  return openRejectsFile(path, header);
}

/** `stripe/customers.csv` → `stripe__customers.csv.rejects.csv`: one flat folder holds them all. */
export function rejectsName(file: string): string {
  return `${file.replaceAll(/[\\/]/g, '__')}.rejects.csv`;
}

async function openLanes(ctx: Ctx, client: pg.PoolClient, job: FileJob, header: string[]): Promise<Lane[]> {
  const { source, entities } = job.mapping;
  const named = ENTITIES.filter((entity) => entities[entity] !== undefined);
  const references = await readReferences(ctx, source, named);
  const lanes: Lane[] = [];
  for (const entity of named) {
    const mapping = entities[entity];
    if (!mapping) continue;
    lanes.push({
      entity,
      read: converter(entity, mapping, header),
      facts: factsFor(ctx, mapping, references, job.money),
      sink: await openSink(ctx, client, entity, references),
      see: seenIds().see,
      batch: [],
      counts: { ...NO_COUNTS },
      orphans: tallyOrphans(entity),
      rejects: [],
    });
  }
  return lanes;
}

function takeRow(lane: Lane, row: CsvRow, header: readonly string[], file: RejectsFile): void {
  lane.counts.rows += 1;
  const shaped = shapeRow(lane, row, header);
  if (shaped instanceof Refused) {
    reject(lane, row, shaped, file);
    return;
  }
  const seen = lane.see(shaped.external_id, row.fields);
  if (seen === 'new') {
    lane.orphans.stored(shaped);
    lane.batch.push(lane.sink.complete(shaped));
    return;
  }
  lane.counts.repeated_ids += 1;
  if (seen === 'identical') lane.counts.unchanged += 1;
  else
    reject(
      lane,
      row,
      new Refused('external_id', `the id ${shaped.external_id} came before with another content`),
      file,
      shaped,
    );
}

function shapeRow(lane: Lane, row: CsvRow, header: readonly string[]): Shaped | Refused {
  if (row.problem) return new Refused(columnName(header, row.problem.field), row.problem.reason);
  const { length } = row.fields;
  if (length !== header.length && !row.fields.slice(header.length).every((field) => field === ''))
    return new Refused(null, `has ${length} fields where the header has ${header.length}`);
  if (length < header.length) return new Refused(null, `has ${length} fields where the header has ${header.length}`);
  const values = lane.read(row.fields);
  return values instanceof Refused ? values : shape(lane.entity, values, lane.facts);
}

function columnName(header: readonly string[], index: number | undefined): string | null {
  return index === undefined ? null : (header[index] ?? null);
}

function reject(lane: Lane, row: CsvRow, why: Refused, file: RejectsFile, repeated?: Shaped): void {
  lane.counts.rejected += 1;
  if (why.unknown) {
    lane.counts.orphaned += 1;
    lane.orphans.refused(why.unknown);
  }
  const fields = row.fields.map((field) => field.replaceAll('\0', '').replaceAll('\uFDD0', '\uFFFD'));
  file.add({ line: row.line, reason: why.reason, field: why.field, entity: lane.entity }, fields);
  if (lane.rejects.length >= REJECTS_STORED) return;
  const row_text = csvLine(fields).trimEnd().slice(0, 4_000);
  const reason = why.reason.replaceAll('\0', '').replaceAll('\uFDD0', '\uFFFD');
  lane.rejects.push({ line: row.line, reason, field: why.field, row_text, repeated: repeated ?? null });
}

async function flush(lane: Lane): Promise<void> {
  const rows = lane.batch;
  lane.batch = [];
  if (rows.length === 0) return;
  const saved = await lane.sink.save(rows);
  lane.counts.inserted += saved.inserted;
  lane.counts.updated += saved.updated;
  lane.counts.unchanged += saved.unchanged;
}

/** Work on the one connection, in order; reading goes on while one piece of it runs, and waits when two would. */
function oneAtATime(): { add(work: () => Promise<void>): Promise<void>; idle(): Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  return {
    async add(work) {
      await running;
      running = work();
      // The failure is thrown by the next add or idle; until then it must not count as nobody's.
      running.catch(() => {});
    },
    idle: () => running,
  };
}
