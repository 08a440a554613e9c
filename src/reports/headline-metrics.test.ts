import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testCtx } from '../../test/harness/ctx.ts';
import { openTestDatabase } from '../../test/harness/db.ts';
import { hasRavenStack, loadRavenStack } from '../../test/harness/ravenstack.ts';
import type { Database } from '../platform/database.ts';
import { headlineMetrics } from './headline-metrics.ts';

describe('the headline metrics of an empty installation', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  it('give 0 for what is counted and a reason for what cannot be known', async () => {
    const { metrics } = await headlineMetrics(testCtx(database));
    expect(metrics.find((one) => one.key === 'mrr')?.value).toBe(0);
    const missing = metrics.filter((one) => one.value === null);
    expect(missing.map((one) => one.key)).toEqual(expect.arrayContaining(['nrr', 'grr', 'ltv_simple', 'cac', 'nps']));
    for (const one of missing) expect(one.unavailable_reason).toMatch(/^[A-Z].*\.$/);
  });
});

describe.skipIf(!hasRavenStack)('the headline metrics of RavenStack', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
    await loadRavenStack(database.db);
  });
  afterAll(() => database.close());

  const value = async (key: string, on?: string) =>
    (await headlineMetrics(testCtx(database), on)).metrics.find((one) => one.key === key)?.value;

  it.each([
    ['2023-06-30', 242_921],
    ['2023-12-31', 1_262_113],
    ['2024-12-31', 10_159_608],
  ])('show the verified MRR at %s', async (on, major) => {
    expect(await value('mrr', on)).toBe(major * 100);
  });

  it('show the verified NRR of 2.9942 over 2024', async () => {
    expect(await value('nrr', '2024-12-31')).toBeCloseTo(2.9942, 4);
  });

  it('hold at the end of the data when no date is named', async () => {
    const result = await headlineMetrics(testCtx(database));
    expect(result).toMatchObject({ at: '2024-12-31', is_live: false, currency: 'USD' });
  });
});
