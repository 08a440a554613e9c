import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testCtx } from '../../../test/harness/ctx.ts';
import { openTestDatabase } from '../../../test/harness/db.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { listVerifiedDomains } from '../links/store.ts';
import { addDomain, listDomains, removeDomain, verifyDomain } from './service.ts';

describe('domains links may lead to', () => {
  let database: Awaited<ReturnType<typeof openTestDatabase>>;
  let ctx: Ctx;

  beforeAll(async () => {
    database = await openTestDatabase();
    ctx = testCtx(database);
  });
  afterAll(() => database.close());

  it('count once the TXT record holds the token, and not before', async () => {
    const { domain, token } = await addDomain(ctx, 'https://Blog.Example.com/x');
    const fail = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));
    await expect(verifyDomain(ctx, domain, fail('ENOTFOUND'))).rejects.toMatchObject({ code: 'conflict' });
    await expect(verifyDomain(ctx, domain, fail('ETIMEOUT'))).rejects.toThrow('does not answer');
    expect(await listVerifiedDomains(ctx)).toEqual([]);
    const asked: string[] = [];
    await verifyDomain(ctx, domain, async (name: string) => {
      asked.push(name);
      return [[token]];
    });
    expect(asked).toEqual(['_goodword.blog.example.com']);
    expect(await listVerifiedDomains(ctx)).toEqual(['blog.example.com']);
  });

  it('keep their token when they are added again, and are gone when they are taken back', async () => {
    const [before] = await listDomains(ctx);
    expect(await addDomain(ctx, 'blog.example.com')).toMatchObject({
      token: before?.token,
      verified_at: before?.verified_at,
    });
    await removeDomain(ctx, 'blog.example.com');
    expect(await listDomains(ctx)).toEqual([]);
    await expect(removeDomain(ctx, 'blog.example.com')).rejects.toMatchObject({ code: 'not_found' });
  });
});
