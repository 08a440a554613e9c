import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../../test/harness/app.ts';
import { hasRavenStack, loadRavenStack } from '../../test/harness/ravenstack.ts';

const PATHS = [
  '/v1/metrics',
  '/v1/metrics?at=2024-06-30',
  '/v1/reports/overview',
  '/v1/reports/mrr-trend',
  '/v1/reports/mrr-movements?from=2024-01&to=2024-12',
  '/v1/reports/retention-cohorts',
  '/v1/reports/channels',
  '/v1/reports/churn-by-source',
  '/v1/reports/survival',
  '/v1/reports/survival?by=plan',
];

const ALL = PATHS.concat('/v1/metrics/definitions');

describe('the reports over HTTP', () => {
  let test: TestApp;
  let headers: Record<string, string>;
  beforeAll(async () => {
    test = await openTestApp();
    headers = await test.memberHeaders('viewer');
  });
  afterAll(() => test.close());

  it.each(ALL)('%s answers on an empty installation', async (url) => {
    const answer = await test.app.inject({ url, headers });
    expect(answer.statusCode, answer.body).toBe(200);
  });

  it.each(ALL)('%s asks who is there', async (url) => {
    expect((await test.app.inject({ url })).statusCode).toBe(401);
  });

  it.each([
    ['/v1/metrics?at=yesterday', 'at'],
    ['/v1/metrics?at=2024-02-30', 'at'],
    ['/v1/metrics?at=0001-01-01', 'at'],
    ['/v1/metrics?at=9999-12-31', 'at'],
    ['/v1/reports/mrr-trend?from=2024-13', 'from'],
    ['/v1/reports/mrr-trend?from=2024-05&to=2024-04', 'from'],
  ])('%s is refused naming the field', async (url, field) => {
    const answer = await test.app.inject({ url, headers });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().field).toBe(field);
  });
});

describe.skipIf(!hasRavenStack)('the reports of RavenStack over HTTP', () => {
  let test: TestApp;
  let headers: Record<string, string>;
  beforeAll(async () => {
    test = await openTestApp();
    await loadRavenStack(test.product.database.db);
    headers = await test.memberHeaders('viewer');
  });
  afterAll(() => test.close());

  it.each(PATHS)('%s answers', async (url) => {
    const answer = await test.app.inject({ url, headers });
    expect(answer.statusCode, answer.body).toBe(200);
  });
});
