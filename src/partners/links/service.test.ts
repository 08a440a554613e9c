import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestCtx, testCtx } from '../../../test/harness/ctx.ts';
import { openTestDatabase } from '../../../test/harness/db.ts';
import type { Database } from '../../platform/database.ts';
import { enrolPartner } from '../enrolments/service.ts';
import { createPartner } from '../partners/service.ts';
import { createProgramme } from '../programmes/service.ts';
import { changeLink, changeLinkState, createCoupon, createLink, findForRedirect, listLinks } from './service.ts';

describe('links', () => {
  let database: Database;
  let ctx: TestCtx;
  let programme_id: string;
  let partner_id: string;

  beforeAll(async () => {
    database = await openTestDatabase();
    ctx = testCtx(database);
    const at = ctx.clock.now();
    const company = {
      name: 'Acme',
      reporting_currency: 'EUR',
      zone: 'Europe/Budapest',
      created_at: at,
      updated_at: at,
    };
    await ctx.db
      .insertInto('company_settings')
      .values({ ...company, product_url: 'https://product.example' })
      .execute();
    programme_id = (await createProgramme(ctx, { template: 'customer_referral', name: 'Friends' })).id;
    partner_id = (await createPartner(ctx, { kind: 'customer', name: 'Zoë Nagy', email: 'zoe@z.example' })).id;
    await enrolPartner(ctx, { programme_id, partner_id, terms_version: 1 });
  });
  afterAll(() => database.close());

  it('gives a partner a readable link to the product, and as many more as it wants', async () => {
    const first = await createLink(ctx, { programme_id, partner_id });
    const alias = await createLink(ctx, {
      programme_id,
      partner_id,
      code: 'Zoe2026',
      target_url: 'https://product.example/x',
    });
    expect(first.code).toMatch(/^zoe-nagy-[0-9a-z]{6}$/);
    expect(first.target_url).toBe('https://product.example/');
    expect((await listLinks(ctx, partner_id)).map(({ id }) => id)).toEqual([first.id, alias.id]);
  });

  it('refuses a code that is taken', async () => {
    await createLink(ctx, { programme_id, partner_id, code: 'taken' });
    await expect(createLink(ctx, { programme_id, partner_id, code: 'taken' })).rejects.toMatchObject({
      code: 'conflict',
    });
    await createCoupon(ctx, { programme_id, partner_id, code: 'Zoe10' });
    await expect(createCoupon(ctx, { programme_id, partner_id, code: 'ZOE10' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('gives nothing to a partner who is not enrolled', async () => {
    const { id } = await createPartner(ctx, { kind: 'reader', name: 'Nobody', email: 'n@n.example' });
    await expect(createLink(ctx, { programme_id, partner_id: id })).rejects.toMatchObject({ code: 'conflict' });
  });

  it('keeps an ended link ended', async () => {
    const { id } = await createLink(ctx, { programme_id, partner_id });
    await changeLinkState(ctx, id, 'ended');
    await expect(changeLinkState(ctx, id, 'active')).rejects.toMatchObject({ code: 'conflict' });
  });

  describe('leading visitors of some countries or devices elsewhere', () => {
    const toHungary = {
      countries: ['HU'],
      devices: ['ios' as const],
      target_url: 'https://www.product.example/hu',
    };
    const outside = { countries: ['HU'], devices: [], target_url: 'https://evil.example/' };

    it('keeps the rules with the link, where redirects find them', async () => {
      const link = await createLink(ctx, { programme_id, partner_id, target_rules: [toHungary] });
      expect(link.target_rules).toEqual([toHungary]);
      const toDesk = { countries: [], devices: ['desktop' as const], target_url: 'https://product.example/desk' };
      const changed = await changeLink(ctx, link.id, { target_rules: [toDesk, toHungary] });
      expect(changed).toMatchObject({ target_url: link.target_url, state: 'active' });
      expect(await findForRedirect(ctx, link.code)).toMatchObject({ id: link.id, target_rules: [toDesk, toHungary] });
      await changeLink(ctx, link.id, { target_url: 'https://product.example/b' });
      expect(await findForRedirect(ctx, link.code)).toMatchObject({ target_url: 'https://product.example/b' });
    });

    it('refuses a target outside the company’s domains, and a rule that fits everybody', async () => {
      const refused = { code: 'unprocessable' };
      await expect(createLink(ctx, { programme_id, partner_id, target_rules: [outside] })).rejects.toMatchObject({
        ...refused,
        detail: { field: 'target_rules.0.target_url' },
      });
      const { id } = await createLink(ctx, { programme_id, partner_id });
      await expect(changeLink(ctx, id, { target_rules: [toHungary, outside] })).rejects.toMatchObject({
        ...refused,
        detail: { field: 'target_rules.1.target_url' },
      });
      await expect(changeLink(ctx, id, { target_url: outside.target_url })).rejects.toMatchObject(refused);
      const everybody = { ...toHungary, countries: [], devices: [] };
      await expect(changeLink(ctx, id, { target_rules: [everybody] })).rejects.toMatchObject(refused);
    });
  });
});
