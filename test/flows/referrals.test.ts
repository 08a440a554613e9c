import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueSignInLink } from '../../src/access/members/verbs/links.ts';
import { remindOfReferrals } from '../../src/flows/settle-referral.ts';
import { HOUR_MS } from '../../src/kernel/time.ts';
import { createProgramme, openProgramme } from '../../src/partners/programmes/service.ts';
import { settableClock } from '../../src/platform/clock.ts';
import type { Ctx } from '../../src/platform/ctx.ts';
import { openTestApp, type TestApp } from '../harness/app.ts';
import { addPartner, makeLiveProgramme, type Partnered } from './partner-company.fixture.ts';

describe('a named prospect', () => {
  const clock = settableClock('2026-03-01T12:00:00Z');
  let goodword: TestApp;
  let ctx: Ctx;
  let key: Record<string, string>;
  let programmeId: string;
  let ann: Partnered;
  let bob: Partnered;
  let annsPortal: Record<string, string>;

  const get = (url: string, headers = key) => goodword.app.inject({ method: 'GET', url, headers });
  const post = (url: string, payload: object, headers = key) =>
    goodword.app.inject({ method: 'POST', url, headers, payload });
  const prospect = (company: string, email: string) => ({
    company_name: company,
    contact_name: 'Dora Prospect',
    contact_email: email,
    consent: true,
  });
  const refer = async (partner: Partnered, company: string, email: string) =>
    (
      await post('/v1/referrals', {
        ...prospect(company, email),
        programme_id: programmeId,
        partner_id: partner.partnerId,
      })
    ).json();
  const mails = async (kind: string) =>
    (await ctx.db.selectFrom('mails').selectAll().where('kind', '=', kind).orderBy('id').execute()).map(
      ({ to_address, subject, body_text }) => ({ to_address, subject, body_text }),
    );

  beforeAll(async () => {
    goodword = await openTestApp({ clock });
    ctx = goodword.product.systemCtx('test');
    key = await goodword.keyHeaders();
    programmeId = await makeLiveProgramme(ctx);
    ann = await addPartner(ctx, programmeId, 'ann@partner.example');
    bob = await addPartner(ctx, programmeId, 'bob@rival.example');
    annsPortal = await goodword.linkHeaders(
      await issueSignInLink(ctx, { partner_id: ann.partnerId, email: 'ann@partner.example' }),
    );
    await goodword.app.inject({
      method: 'PUT',
      url: `/v1/programmes/${programmeId}/referral-settings`,
      headers: key,
      payload: {
        answer_within_hours: 24,
        protect_days: 60,
        owner_id: null,
        hand_off_email: 'sales@company.example',
        form_open: true,
      },
    });
  });
  afterAll(() => goodword.close());

  it('is named in the portal, reaches sales, and is answered for in time', async () => {
    const sent = await post(
      '/v1/portal/referrals',
      { ...prospect('Delta Ltd', 'dora@delta.example'), programme_id: programmeId, note: 'They drown in tickets.' },
      annsPortal,
    );
    expect(sent.statusCode).toBe(201);
    const { id } = sent.json();
    expect((await get(`/v1/referrals/${id}`)).json()).toMatchObject({
      stage: 'submitted',
      partner: { id: ann.partnerId },
      answer_by: '2026-03-02T12:00:00.000Z',
      protected_until: '2026-04-30T12:00:00.000Z',
      consent_text: expect.stringContaining('may write to them'),
      next_stages: ['accepted', 'qualified', 'meeting', 'won', 'lost'],
    });
    expect(await mails('referral-new')).toMatchObject([
      { to_address: 'sales@company.example', body_text: expect.stringContaining('They drown in tickets.') },
    ]);
    const moved = await post(`/v1/referrals/${id}/move`, { stage: 'accepted', note: 'called, nice' });
    expect(moved.json()).toMatchObject({
      stage: 'accepted',
      steps: [{ stage: 'submitted' }, { note: 'called, nice' }],
    });
    expect(await mails('referral-hand_off')).toHaveLength(1);
    expect(await mails('referral-moved')).toMatchObject([
      { to_address: 'ann@partner.example', body_text: expect.stringContaining('sales get in touch with Delta Ltd') },
    ]);
  });

  it('tells the partner where it stands, without what sales wrote', async () => {
    const { items, total } = (await get('/v1/portal/referrals', annsPortal)).json();
    expect(total).toBe(1);
    expect(items[0]).toMatchObject({
      company_name: 'Delta Ltd',
      reason: 'Accepted: sales get in touch with Delta Ltd.',
    });
    expect(JSON.stringify(items)).not.toContain('called, nice');
  });

  it('belongs to who named it first; the second is told why', async () => {
    const second = await refer(bob, 'Delta Limited', 'other@delta.example');
    expect(second).toMatchObject({ stage: 'lost', lost_reason: 'already_referred' });
    expect((await get('/v1/portal/referrals', annsPortal)).json().total).toBe(1);
    expect(await refer(bob, 'Rival', 'me@rival.example')).toMatchObject({ lost_reason: 'self_referral' });
  });

  it('moves forward only, and is lost only with a reason', async () => {
    const { id } = await refer(bob, 'Epsilon', 'eva@epsilon.example');
    const move = async (body: object) => (await post(`/v1/referrals/${id}/move`, body)).statusCode;
    expect(await move({ stage: 'meeting' })).toBe(200);
    expect(await move({ stage: 'accepted' })).toBe(409);
    expect(await move({ stage: 'lost' })).toBe(422);
    expect(await move({ stage: 'lost', reason: 'no_budget' })).toBe(200);
    expect(await move({ stage: 'won' })).toBe(409);
    expect(await move({ stage: 'accepted' })).toBe(200);
  });

  it('is reported once when nobody answered in time', async () => {
    await refer(bob, 'Zeta', 'zoe@zeta.example');
    expect(await remindOfReferrals(ctx)).toBe(0);
    clock.advance(25 * HOUR_MS);
    expect((await get('/v1/referrals?overdue=true')).json()).toMatchObject({
      total: 1,
      items: [{ company_name: 'Zeta' }],
    });
    expect(await remindOfReferrals(ctx)).toBe(1);
    expect(await remindOfReferrals(ctx)).toBe(0);
    expect(await mails('referral-overdue')).toHaveLength(1);
  });

  it('is credited to who named it when the company signs up and pays, and is won', async () => {
    await post('/v1/signups', { account_id: 'delta', account_name: 'Delta Ltd', email: 'boss@delta.example' });
    await post('/v1/invoices', {
      invoice_id: 'd1',
      account_id: 'delta',
      currency: 'EUR',
      lines: [{ amount_minor: 10_000 }],
    });
    const { items } = (await get(`/v1/commissions?partner_id=${ann.partnerId}`)).json();
    expect(items).toMatchObject([{ gross_minor: 2000, account: { name: 'Delta Ltd' } }]);
    expect((await get('/v1/portal/referrals', annsPortal)).json().items[0]).toMatchObject({ stage: 'won' });
    expect(await refer(bob, 'Delta again', 'third@delta.example')).toMatchObject({ lost_reason: 'existing_customer' });
  });

  it('pays for a lead once it is qualified, once, and only where the programme pays for leads', async () => {
    const { id: advisers } = await createProgramme(ctx, {
      template: 'customer_referral',
      name: 'Advisers',
      terms: { commission: { kind: 'per_lead', amount_minor: 15_000, stage: 'qualified' } },
    });
    await openProgramme(ctx, advisers);
    const cara = await addPartner(ctx, advisers, 'cara@adviser.example');
    const named = { ...prospect('Theta', 'tom@theta.example'), programme_id: advisers, partner_id: cara.partnerId };
    const { id } = (await post('/v1/referrals', named)).json();
    const earned = async () => (await get(`/v1/commissions?partner_id=${cara.partnerId}`)).json().items;
    await post(`/v1/referrals/${id}/move`, { stage: 'accepted' });
    expect(await earned()).toEqual([]);
    await post(`/v1/referrals/${id}/move`, { stage: 'meeting' });
    await post(`/v1/referrals/${id}/move`, { stage: 'lost', reason: 'not_now' });
    await post(`/v1/referrals/${id}/move`, { stage: 'accepted' });
    await post(`/v1/referrals/${id}/move`, { stage: 'won' });
    expect(await earned()).toMatchObject([{ gross_minor: 15_000, state: 'pending' }]);
  });

  describe('on the public form of a partner', () => {
    const form = (body: Record<string, string>) =>
      goodword.app.inject({
        method: 'POST',
        url: `/refer/${ann.code}`,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(body).toString(),
      });
    const filled = { company_name: '<b>Eta</b>', contact_name: 'Ed', contact_email: 'ed@eta.example', note: '' };

    it('asks for the least, and sends nothing without the consent', async () => {
      const page = await goodword.app.inject({ url: `/refer/${ann.code}` });
      expect(page.statusCode).toBe(200);
      expect(page.body.length).toBeLessThan(50_000);
      const refused = await form(filled);
      expect(refused.statusCode).toBe(422);
      expect(refused.body).toContain('&lt;b&gt;Eta');
      expect((await form({ ...filled, consent: 'yes', contact_email: 'nobody' })).statusCode).toBe(422);
      const unstorable = await form({ ...filled, consent: 'yes', note: 'a\0b' });
      expect([unstorable.statusCode, unstorable.json().field]).toEqual([422, 'note']);
      expect((await get('/v1/referrals?q=ed@eta')).json().total).toBe(0);
    });

    it('keeps what was sent, for the partner whose form it is', async () => {
      const addedByTheBrowser = { toolbar_id: '7', expected_value_minor: '99' };
      expect((await form({ ...filled, ...addedByTheBrowser, consent: 'yes' })).statusCode).toBe(200);
      expect((await get('/v1/referrals?q=ed@eta')).json().items).toMatchObject([
        { source: 'form', partner: { id: ann.partnerId } },
      ]);
    });

    it('is closed for a code nobody has', async () => {
      expect((await goodword.app.inject({ url: '/refer/nobody-here' })).statusCode).toBe(404);
    });
  });
});
