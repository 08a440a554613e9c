import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../../../test/harness/app.ts';

describe('saved views', () => {
  let goodword: TestApp;
  let ann: Record<string, string>;
  let bob: Record<string, string>;
  const save = (headers: Record<string, string>, payload: object) =>
    goodword.app.inject({ method: 'POST', url: '/v1/views', headers, payload: { screen: 'accounts', ...payload } });
  const names = async (headers: Record<string, string>) =>
    (await goodword.app.inject({ url: '/v1/views?screen=accounts', headers }))
      .json()
      .items.map(({ name, search, own }: { name: string; search: string; own: boolean }) => [name, search, own]);

  beforeAll(async () => {
    goodword = await openTestApp({});
    ann = await goodword.memberHeaders('manager', 'ann@team.example');
    bob = await goodword.memberHeaders('viewer', 'bob@team.example');
  });
  afterAll(() => goodword.close());

  it('are one’s own, and those shared with everybody', async () => {
    await save(ann, { name: 'Red', search: 'band=red' });
    await save(ann, { name: 'All big', search: 'sort=mrr&order=desc', shared: true });
    expect(await names(ann)).toEqual([
      ['All big', 'sort=mrr&order=desc', true],
      ['Red', 'band=red', true],
    ]);
    expect(await names(bob)).toEqual([['All big', 'sort=mrr&order=desc', false]]);
  });

  it('are replaced under their name, and removed only by who made them', async () => {
    const { id } = (await save(ann, { name: 'Red', search: 'band=red&q=x' })).json();
    expect(await names(ann)).toHaveLength(2);
    const remove = (headers: Record<string, string>) =>
      goodword.app.inject({ method: 'DELETE', url: `/v1/views/${id}`, headers });
    expect((await remove(bob)).statusCode).toBe(404);
    expect((await remove(ann)).statusCode).toBe(204);
    expect(await names(ann)).toHaveLength(1);
  });

  it('belong to people: a key has none', async () => {
    expect((await save(await goodword.keyHeaders(), { name: 'x', search: '' })).statusCode).toBe(403);
    expect((await save(ann, { name: ' ', search: '' })).statusCode).toBe(422);
  });
});
