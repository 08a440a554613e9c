import type pg from 'pg';
import { AppError } from '../kernel/errors.ts';
import { FIREHOSES } from './firehose/model.ts';

/** How a cluster's tables stand. `has_citus` false: this is one server, and stays one. */
export type ClusterState = { has_citus: boolean; workers: number; distributed: string[] };

export type Distribution = { state: ClusterState; statements: string[]; done: boolean };

const SHARDS = 32;

/** Every firehose table with the column it is placed by; the days lie where their events lie. */
export const PLACED = Object.values(FIREHOSES).flatMap(({ events, daily, by }) => [
  { table: events, by, beside: undefined },
  { table: daily, by, beside: events },
]);

/** What places the firehoses on the workers: only tables that are not there yet, so that it may be run again. */
export function statementsToDistribute(distributed: readonly string[]): string[] {
  return PLACED.filter(({ table }) => !distributed.includes(table)).flatMap(({ table, by, beside }) => [
    `select create_distributed_table('${table}', '${by}', ${
      beside ? `colocate_with => '${beside}'` : `colocate_with => 'none', shard_count => ${SHARDS}`
    })`,
    `select truncate_local_data_after_distributing_table('${table}')`,
  ]);
}

/** What brings them back to the coordinator, the days before the events they lie beside. */
export function statementsToUndo(distributed: readonly string[]): string[] {
  const placed = PLACED.filter(({ table }) => distributed.includes(table)).reverse();
  return placed.map(({ table }) => `select undistribute_table('${table}')`);
}

/**
 * Places the firehoses on the workers of a Citus cluster, or brings them back; everything else stays on the coordinator.
 * Without the extension nothing is done. One transaction: all of it happens, or nothing.
 * @throws conflict when the cluster has no worker to place anything on
 */
export async function distribute(
  pool: pg.Pool,
  options: { dryRun?: boolean; undo?: boolean } = {},
): Promise<Distribution> {
  const state = await clusterState(pool);
  const statements = options.undo ? statementsToUndo(state.distributed) : statementsToDistribute(state.distributed);
  if (!state.has_citus || options.dryRun || statements.length === 0) return { state, statements, done: false };
  if (state.workers === 0 && !options.undo)
    throw new AppError('conflict', 'The cluster has no worker yet.', {
      hint: "Add one on the coordinator: select citus_add_node('worker-1', 5432).",
    });
  await runAll(pool, statements);
  return { state, statements, done: true };
}

async function runAll(pool: pg.Pool, statements: readonly string[]): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    for (const statement of statements) await client.query(statement);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function clusterState(pool: pg.Pool): Promise<ClusterState> {
  const found = await pool.query(`select from pg_extension where extname = 'citus'`);
  if (found.rowCount === 0) return { has_citus: false, workers: 0, distributed: [] };
  const workers = await pool.query<{ n: number }>(`select count(*) as n from citus_get_active_worker_nodes()`);
  const placed = await pool.query<{ name: string }>(
    `select logicalrelid::regclass::text as name from pg_dist_partition where partmethod = 'h'`,
  );
  return { has_citus: true, workers: workers.rows[0]?.n ?? 0, distributed: placed.rows.map(({ name }) => name) };
}
