import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replayFile } from '../../src/flows/replay.ts';
import { scenarioFileSchema } from '../../src/flows/replay-format.ts';
import type { Database } from '../../src/platform/database.ts';
import { testCtx } from '../harness/ctx.ts';
import { openTestDatabase } from '../harness/db.ts';

const SHARED = process.env.GOODWORD_SHARED ?? join(import.meta.dirname, '../../../shared');

describe.each(['attribution.json', 'commissions.json'])('the worked examples of %s', (name) => {
  const path = join(SHARED, 'cases', name);
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  it.skipIf(!existsSync(path))('come out as they say, to the cent', async () => {
    const file = scenarioFileSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
    const results = await replayFile(testCtx(database), file);
    expect(results.filter(({ result }) => result !== 'passed')).toEqual([]);
  });
});
