import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testCtx } from '../../test/harness/ctx.ts';
import { openTestDatabase } from '../../test/harness/db.ts';
import { hasRavenStack, loadRavenStack } from '../../test/harness/ravenstack.ts';
import { type App, buildApp } from '../http/app.ts';
import type { Database } from '../platform/database.ts';
import { reportRoutes } from './routes.ts';

const PATHS = [
  '/v1/metrics',
  '/v1/metrics?at=2024-06-30',
  '/v1/reports/overview',
  '/v1/reports/mrr-trend',
  '/v1/reports/mrr-movements?from=2024-01&to=2024-12',
  '/v1/reports/retention-cohorts',
  '/v1/reports/channels',
  '/v1/reports/churn-by-source',
];

async function appOn(database: Database): Promise<App> {
  const ctx = testCtx(database);
  return buildApp({ identify: async () => ({ actor: ctx.actor, scopes: ctx.scopes }), makeCtx: () => ctx }, [
    reportRoutes,
  ]);
}

describe('the reports over HTTP', () => {
  let database: Database;
  let app: App;
  beforeAll(async () => {
    database = await openTestDatabase();
    app = await appOn(database);
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  it.each([...PATHS, '/v1/metrics/definitions'])('%s answers on an empty installation', async (url) => {
    const answer = await app.inject({ url });
    expect(answer.statusCode, answer.body).toBe(200);
  });

  it.each([
    ['/v1/metrics?at=yesterday', 'at'],
    ['/v1/metrics?at=2024-02-30', 'at'],
    ['/v1/reports/mrr-trend?from=2024-13', 'from'],
    ['/v1/reports/mrr-trend?from=2024-05&to=2024-04', 'from'],
  ])('%s is refused naming the field', async (url, field) => {
    const answer = await app.inject({ url });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().field).toBe(field);
  });
});

describe.skipIf(!hasRavenStack)('the reports of RavenStack over HTTP', () => {
  let database: Database;
  let app: App;
  beforeAll(async () => {
    database = await openTestDatabase();
    await loadRavenStack(database.db);
    app = await appOn(database);
  });
  afterAll(async () => {
    await app.close();
    await database.close();
  });

  it.each(PATHS)('%s answers', async (url) => {
    const answer = await app.inject({ url });
    expect(answer.statusCode, answer.body).toBe(200);
  });
});
