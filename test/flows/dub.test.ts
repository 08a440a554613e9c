import { Dub } from 'dub';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { settableClock } from '../../src/platform/clock.ts';
import type { Ctx } from '../../src/platform/ctx.ts';
import { openTestApp, type TestApp } from '../harness/app.ts';
import { addPartner, makeLiveProgramme, type Partnered } from './partner-company.fixture.ts';

const START = '2026-03-01T12:00:00Z';

describe('the unmodified Dub client', () => {
  const clock = settableClock(START);
  let goodword: TestApp;
  let ctx: Ctx;
  let dub: Dub;
  let serverURL: string;
  let partner: Partnered;
  let number = 0;

  beforeAll(async () => {
    goodword = await openTestApp({ clock });
    ctx = goodword.product.systemCtx('test');
    partner = await addPartner(ctx, await makeLiveProgramme(ctx), 'ann@partner.example');
    serverURL = await goodword.app.listen({ port: 0, host: '127.0.0.1' });
    const { authorization = '' } = await goodword.keyHeaders(['track:write']);
    dub = new Dub({ serverURL, token: authorization.replace('Bearer ', '') });
  });
  afterAll(() => goodword.close());
  beforeEach(() => {
    clock.advance(60_000);
    number += 1;
  });

  const customerExternalId = () => `c${number}`;
  async function click(): Promise<string> {
    const headers = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' };
    const answer = await goodword.app.inject({
      url: `/r/${partner.code}`,
      headers,
      remoteAddress: `203.0.${number}.7`,
    });
    clock.advance(1000);
    return new URL(String(answer.headers.location)).searchParams.get('gw_click') ?? '';
  }
  const lead = async (more: object = {}) =>
    dub.track.lead({
      clickId: await click(),
      eventName: 'Sign up',
      customerExternalId: customerExternalId(),
      customerName: 'Customer',
      customerEmail: `eve@customer${number}.example`,
      ...more,
    });
  const sale = (more: object = {}) =>
    dub.track.sale({
      customerExternalId: customerExternalId(),
      amount: 10_000,
      currency: 'eur',
      invoiceId: `in${number}`,
      ...more,
    });
  const commissions = () =>
    ctx.db
      .selectFrom('commissions')
      .innerJoin('accounts', 'accounts.id', 'commissions.account_id')
      .select(['partner_id', 'gross_minor'])
      .where('accounts.external_id', '=', customerExternalId())
      .execute();
  const fifth = () => [{ partner_id: partner.partnerId, gross_minor: 2000 }];

  it('tells of a lead and its sale, and hears in its own words whom they belong to', async () => {
    const told = await lead();
    expect(told).toMatchObject({
      link: { id: partner.linkId, key: partner.code, partnerId: partner.partnerId, programId: partner.programmeId },
      customer: { externalId: customerExternalId(), name: 'Customer' },
    });
    const sold = await sale({ metadata: { plan: 'team' } });
    expect(sold).toMatchObject({
      eventName: 'Purchase',
      customer: { externalId: customerExternalId(), name: 'Customer' },
      sale: { amount: 10_000, currency: 'eur', invoiceId: `in${number}`, metadata: { plan: 'team' } },
    });
    expect(await commissions()).toEqual(fifth());
  });

  it('may tell everything twice', async () => {
    await lead();
    await lead();
    const first = await sale();
    clock.advance(1000);
    expect(await sale()).toEqual(first);
    expect(await commissions()).toEqual(fifth());
  });

  it('announces a lead with its click, and confirms it later without', async () => {
    await lead({ mode: 'deferred' });
    const signups = () =>
      ctx.db.selectFrom('accounts').select('id').where('external_id', '=', customerExternalId()).execute();
    expect(await signups()).toEqual([]);
    expect((await lead({ clickId: '' })).link).toMatchObject({ id: partner.linkId });
    expect(await signups()).toHaveLength(1);
    await sale();
    expect(await commissions()).toEqual(fifth());
  });

  it('sells without a lead when the sale names its click', async () => {
    await sale({ clickId: await click(), customerName: 'Direct' });
    expect(await commissions()).toEqual(fifth());
  });

  it('keeps a sale waiting for a customer nobody knows, and says so', async () => {
    expect(await sale()).toMatchObject({ customer: null });
    await lead();
    expect(await commissions()).toEqual(fifth());
  });

  it('counts every sale without an invoice number, and reads amounts as Dub writes them', async () => {
    await lead();
    await sale({ invoiceId: null });
    await sale({ invoiceId: null, eventName: 'Renewal' });
    expect(await commissions()).toEqual([...fifth(), ...fifth()]);
    expect((await sale({ currency: 'isk', amount: 50_000 })).sale).toMatchObject({ amount: 50_000, currency: 'isk' });
    const kept = ctx.db.selectFrom('invoices').select('total_minor').where('external_id', '=', `in${number}`);
    expect(await kept.executeTakeFirst()).toEqual({ total_minor: 500 });
  });

  it.each([
    [
      'another amount for the same invoice',
      'Conflict',
      409,
      async () => [await lead(), await sale(), await sale({ amount: 1 })],
    ],
    ['a currency that does not exist', 'UnprocessableEntity', 422, () => sale({ currency: 'qqq' })],
    ['half a cent', 'UnprocessableEntity', 422, () => raw({ amount: 0.5 })],
    ['a click that never was', 'NotFound', 404, () => lead({ clickId: 'nobody' })],
    ['a confirmation of nothing', 'NotFound', 404, () => lead({ clickId: '' })],
    [
      'no key',
      'Unauthorized',
      401,
      () => new Dub({ serverURL, token: 'gw_none' }).track.sale({ customerExternalId: 'c', amount: 1 }),
    ],
  ])('is told of %s as %s', async (_what, name, statusCode, ask) => {
    await expect(ask()).rejects.toMatchObject({ name, statusCode });
  });

  /** The client checks amounts itself; this sends what it would not. */
  async function raw(body: object): Promise<never> {
    const headers = await goodword.keyHeaders(['track:write']);
    const payload = { customerExternalId: 'c', ...body };
    const answer = await goodword.app.inject({ method: 'POST', url: '/track/sale', headers, payload });
    const { error } = answer.json<{ error: { code: string; field: string } }>();
    expect(error).toMatchObject({ code: 'unprocessable_entity', field: 'amount' });
    throw { name: 'UnprocessableEntity', statusCode: answer.statusCode };
  }
});
