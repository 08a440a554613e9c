import type pg from 'pg';
import { describe, expect, it } from 'vitest';
import { distribute, PLACED, statementsToDistribute, statementsToUndo } from './distribute.ts';

const ALL = PLACED.map(({ table }) => table);

/** A cluster as far as `distribute` looks at it; remembers what it was told to run. */
function fakeCluster(cluster: { workers: number; distributed: string[]; fails?: string } | undefined) {
  const ran: string[] = [];
  const query = async (text: string) => {
    if (text.includes('pg_extension')) return { rowCount: cluster ? 1 : 0, rows: [] };
    if (text.includes('citus_get_active_worker_nodes')) return { rows: [{ n: cluster?.workers }] };
    if (text.includes('pg_dist_partition')) return { rows: cluster?.distributed.map((name) => ({ name })) };
    ran.push(text);
    if (cluster?.fails && text.includes(cluster.fails)) throw new Error('a worker is away');
    return { rows: [] };
  };
  return { pool: { query, connect: async () => ({ query, release() {} }) } as unknown as pg.Pool, ran };
}

describe('placing the firehoses', () => {
  it('puts events by their account or link, their days beside them, and frees what stayed behind', () => {
    expect(statementsToDistribute([])).toEqual([
      "select create_distributed_table('usage_events', 'account_id', colocate_with => 'none', shard_count => 32)",
      "select truncate_local_data_after_distributing_table('usage_events')",
      "select create_distributed_table('usage_daily', 'account_id', colocate_with => 'usage_events')",
      "select truncate_local_data_after_distributing_table('usage_daily')",
      "select create_distributed_table('clicks', 'link_id', colocate_with => 'none', shard_count => 32)",
      "select truncate_local_data_after_distributing_table('clicks')",
      "select create_distributed_table('clicks_daily', 'link_id', colocate_with => 'clicks')",
      "select truncate_local_data_after_distributing_table('clicks_daily')",
    ]);
  });

  it('goes on where it was left, and does nothing the second time', () => {
    expect(statementsToDistribute(['usage_events', 'usage_daily', 'clicks'])).toHaveLength(2);
    expect(statementsToDistribute(ALL)).toEqual([]);
  });

  it('brings back what is distributed, the days first', () => {
    expect(statementsToUndo(ALL).map((text) => /'(\w+)'/.exec(text)?.[1])).toEqual([...ALL].reverse());
    expect(statementsToUndo([])).toEqual([]);
  });

  it('runs in one transaction, and keeps nothing of it when a worker fails', async () => {
    const good = fakeCluster({ workers: 2, distributed: [] });
    expect(await distribute(good.pool)).toMatchObject({ done: true });
    expect([good.ran[0], good.ran.length, good.ran.at(-1)]).toEqual(['begin', 10, 'commit']);
    const bad = fakeCluster({ workers: 2, distributed: [], fails: "table('clicks'" });
    await expect(distribute(bad.pool)).rejects.toThrow('a worker is away');
    expect(bad.ran.at(-1)).toBe('rollback');
  });

  it('runs nothing on one server, in a dry run, without a worker, and when all is done', async () => {
    const cases = [
      { cluster: undefined, options: {} },
      { cluster: { workers: 2, distributed: [] }, options: { dryRun: true } },
      { cluster: { workers: 2, distributed: ALL }, options: {} },
      { cluster: { workers: 2, distributed: [] }, options: { undo: true } },
    ];
    for (const { cluster, options } of cases) {
      const { pool, ran } = fakeCluster(cluster);
      expect((await distribute(pool, options)).done).toBe(false);
      expect(ran).toEqual([]);
    }
    const { pool } = fakeCluster({ workers: 0, distributed: [] });
    await expect(distribute(pool)).rejects.toMatchObject({
      detail: { hint: expect.stringContaining('citus_add_node') },
    });
  });
});
