import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveCompany } from '../../src/customers/company/service.ts';
import { settableClock } from '../../src/platform/clock.ts';
import { openTestApp, type TestApp } from '../harness/app.ts';

describe('a programme over HTTP', () => {
  const clock = settableClock('2026-03-01T12:00:00Z');
  let goodword: TestApp;
  let owner: Record<string, string>;

  const call = async (method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object) => {
    const answer = await goodword.app.inject({ method, url, headers: owner, ...(payload ? { payload } : {}) });
    return { status: answer.statusCode, body: answer.json() };
  };
  const create = async (more: object = {}) =>
    call('POST', '/v1/programmes', { template: 'customer_referral', name: 'Friends', ...more });

  beforeAll(async () => {
    goodword = await openTestApp({ clock });
    const company = {
      name: 'Acme',
      reporting_currency: 'EUR',
      zone: 'Europe/Budapest',
      product_url: 'https://p.example',
    };
    await saveCompany(goodword.product.systemCtx('test'), company);
    owner = await goodword.memberHeaders('owner');
  });
  afterAll(() => goodword.close());

  it('starts as a draft with the terms of its template, said in words', async () => {
    const { status, body } = await create();
    expect(status).toBe(201);
    expect(body).toMatchObject({ state: 'draft', currency: 'EUR', zone: 'Europe/Budapest', enrolled: 0 });
    expect(body.terms.in_words[0]).toBe(
      'You earn 20% of what each account you bring pays in its first 12 months, without tax and after discounts.',
    );
    expect(body.attribution_in_words[0]).toContain('30 days');
  });

  it.each([
    [{ terms: { commission: { kind: 'percent', rate: '101%', months: 12 } } }, 'terms.commission.rate'],
    [{ terms: { split: [{ partner_id: 'pa_nobody', weight: 1 }] } }, 'terms.split[0].partner_id'],
    [{ attribution: { window_days: 0 } }, 'attribution.window_days'],
    [{ currency: 'QQQ' }, 'currency'],
    [{ zone: 'Mars/Olympus' }, 'zone'],
  ])('refuses %j and names the field', async (change, field) => {
    expect(await create(change)).toMatchObject({ status: 422, body: { field } });
  });

  it('keeps every version of its terms and applies the one in force', async () => {
    const { body } = await create({ name: 'Versions' });
    const terms = { ...body.terms.terms, commission: { kind: 'percent', rate: '25%', months: 12 } };
    const next = await call('POST', `/v1/programmes/${body.id}/terms`, { terms, effective_at: '2026-04-01T00:00:00Z' });
    expect(next).toMatchObject({ status: 201, body: { version: 2 } });
    const past = { terms, effective_at: '2026-01-01T00:00:00Z' };
    expect(await call('POST', `/v1/programmes/${body.id}/terms`, past)).toMatchObject({
      status: 422,
      body: { field: 'effective_at' },
    });
    const page = (await call('GET', `/v1/programmes/${body.id}`)).body;
    expect(page.terms.version).toBe(1);
    expect(page.terms_versions.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
  });

  it('is published while LTV:CAC is unknown, and says why it is', async () => {
    const { body } = await create({ name: 'Publish' });
    const published = await call('POST', `/v1/programmes/${body.id}/publish`, {});
    expect(published).toMatchObject({ status: 200, body: { programme: { state: 'live' }, guard: { why: 'unknown' } } });
    expect(published.body.guard.in_words).toMatch(/could not be applied: .+\.$/);
    expect((await call('POST', `/v1/programmes/${body.id}/pause`)).body.state).toBe('paused');
  });

  it('changes its name and policy, and refuses what cannot be', async () => {
    const { body } = await create({ name: 'Change' });
    const changed = await call('PATCH', `/v1/programmes/${body.id}`, {
      name: 'Changed',
      attribution: { model: 'first_click' },
    });
    expect(changed.body).toMatchObject({ name: 'Changed', attribution: { model: 'first_click', window_days: 30 } });
    expect((await call('POST', `/v1/programmes/${body.id}/pause`)).status).toBe(409);
    expect((await call('GET', '/v1/programmes/pr_none')).status).toBe(404);
  });
});
