import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NominationItem } from '../../src/advocacy/advocates/schema.ts';
import type { AskView } from '../../src/advocacy/asks/schema.ts';
import { expireAsks } from '../../src/advocacy/asks/service.ts';
import { upsertConsents, upsertPeople } from '../../src/customers/people/store.ts';
import { scoreReadiness } from '../../src/flows/score-readiness.ts';
import { DAY_MS } from '../../src/kernel/time.ts';
import type { Terms } from '../../src/partners/programmes/model.ts';
import { addTerms, getProgramme, openProgramme, pauseProgramme } from '../../src/partners/programmes/service.ts';
import { settableClock } from '../../src/platform/clock.ts';
import type { Ctx } from '../../src/platform/ctx.ts';
import { openTestApp, type TestApp } from '../harness/app.ts';
import { AT, addOverdueInvoice, makeCompany, makeProgramme } from './advocate-company.fixture.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

describe('inviting an advocate', () => {
  const clock = settableClock(AT);
  let goodword: TestApp;
  let ctx: Ctx;
  let key: Record<string, string>;
  let programmeId: string;
  beforeAll(async () => {
    goodword = await openTestApp({ clock });
    ctx = goodword.product.systemCtx('test');
    key = await goodword.keyHeaders();
    await makeCompany(ctx);
    programmeId = await makeProgramme(ctx);
    await scoreReadiness(ctx);
  });
  afterAll(() => goodword.close());

  async function call<T>(method: 'GET' | 'POST' | 'PATCH', url: string, body?: object) {
    const answer = await goodword.app.inject({ method, url, headers: key, payload: body });
    return { status: answer.statusCode, body: answer.json<T & { detail: string; hint: string; field: string }>() };
  }
  const mailAbout = (id: string | null | undefined) =>
    ctx.db
      .selectFrom('mails')
      .selectAll()
      .where('subject_id', '=', id ?? '')
      .executeTakeFirst();
  const draft = async (body: object) => (await call<AskView>('POST', '/v1/asks', body)).body;
  /** Sends a draft and returns the path of the link in its mail. */
  async function send(ask: AskView): Promise<string> {
    expect((await call('POST', `/v1/asks/${ask.id}/send`)).status).toBe(200);
    const mail = await mailAbout(ask.id);
    return /http:\/\/localhost:4400(\/i\/\S+)/.exec(mail?.body_text ?? '')?.[1] ?? 'no link';
  }
  const open = (path: string) => goodword.app.inject({ method: 'GET', url: path });
  const answer = (path: string, payload: string) =>
    goodword.app.inject({ method: 'POST', url: path, headers: FORM, payload });
  const advocate = async (id: string) => (await call<NominationItem>('GET', `/v1/advocates/${id}`)).body;
  /** A new person at ac_d who agreed to be asked. */
  async function addPerson(id: string, email: string | null = `${id}@customer-d.net`): Promise<void> {
    const stamps = { created_at: AT, updated_at: AT };
    const person = {
      id,
      account_id: 'ac_d',
      source: 'test',
      external_id: id,
      name: `Person ${id}`,
      email,
      email_normalised: email,
    };
    await upsertPeople(ctx.db, [{ ...person, role: 'champion', ...stamps }]);
    await upsertConsents(ctx.db, [
      { person_id: id, purpose: 'advocacy', granted: true, at: '2025-01-01T00:00:00Z', evidence: 'test' },
    ]);
    await scoreReadiness(ctx);
  }

  it('ranks who may be asked first, and says what stands against the others', async () => {
    const { body } = await call<{ items: NominationItem[]; counts: object; people_known: boolean }>(
      'GET',
      '/v1/advocates',
    );
    expect(body.items.slice(0, 2).map((item) => item.account.id)).toEqual(['ac_f', 'ac_e']);
    expect(body.items[0]).toMatchObject({
      rank: 1,
      person: { id: 'pe_f' },
      channel: { name: 'search', evidence: 'first_touch' },
      ask_kind: 'referral',
      moments: [{ code: 'promoter_answer' }],
      blockers: [],
    });
    const against = (id: string) => body.items.find((item) => item.account.id === id)?.blockers.map((b) => b.code);
    expect(against('ac_d')).toContain('no_person');
    expect(against('ac_a')).toContain('no_consent');
    expect(body.people_known).toBe(true);
  });

  it('keeps every account when it is scored again while time passes', async () => {
    const now = () => {
      clock.advance(1);
      return clock.now();
    };
    const ticking = { now };
    const run = await scoreReadiness({ ...ctx, clock: ticking });
    expect(run).toMatchObject({ accounts: 6, people: 5 });
    const { body } = await call<{ total: number }>('GET', '/v1/advocates');
    expect(body.total).toBe(6);
    clock.set(AT);
    await scoreReadiness(ctx);
  });

  it('explains every term, and the points sum to the base', async () => {
    const { body } = await call<{
      explanation: { base: number; terms: { points: number; reason: string }[] };
      invitation: { body_text: string };
      evidence: object[];
    }>('GET', '/v1/advocates/ac_f');
    const sum = body.explanation.terms.reduce((points, term) => points + term.points, 0);
    expect(sum).toBeCloseTo(body.explanation.base, 9);
    expect(body.explanation.terms.every((term) => term.reason.length > 0)).toBe(true);
    expect(body.invitation.body_text).toContain('Hello Zoë,');
    expect(body.invitation.body_text).toContain('Your team used our product 100% more');
    expect(body.evidence).toContainEqual(expect.objectContaining({ code: 'own_answer' }));
  });

  it('is drafted, edited, sent and accepted, and makes a partner with a link', async () => {
    const ask = await draft({ account_id: 'ac_f' });
    expect(ask).toMatchObject({
      state: 'draft',
      kind: 'referral',
      person: { id: 'pe_f' },
      programme: { id: programmeId },
    });
    const edited = await call<AskView>('PATCH', `/v1/asks/${ask.id}`, {
      subject: 'Hi\r\nBcc: x@y.z',
      body_text: 'Look:\n{link}\nBye',
    });
    expect(edited.status).toBe(200);
    const path = await send(ask);
    const sent = await mailAbout(ask.id);
    expect(sent).toMatchObject({ to_address: 'f@customer-f.net', kind: 'invitation', subject: 'Hi Bcc: x@y.z' });
    expect(sent?.body_text).toBe(`Look:\nhttp://localhost:4400${path}\nBye`);
    expect(await call('PATCH', `/v1/asks/${ask.id}`, { subject: 'Late' })).toMatchObject({ status: 409 });

    const page = await open(path);
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).toContain('Nimbus &lt;Desk&gt;');
    expect(page.body).not.toContain('<Desk>');
    expect(page.body).not.toContain('<script');
    expect(Buffer.byteLength(page.body)).toBeLessThan(50_000);
    expect(page.body).toContain('You earn');

    expect((await answer(path, 'answer=yes&terms_version=1')).statusCode).toBe(422);
    expect((await answer(path, 'answer=yes&terms_version=1')).body).toContain('nothing was accepted');
    const accepted = await answer(path, 'answer=yes&consent=yes&terms_version=1');
    expect(accepted.statusCode).toBe(200);
    expect(accepted.body).toContain('http://localhost:4400/r/');

    const { body: kept } = await call<AskView>('GET', `/v1/asks/${ask.id}`);
    expect(kept).toMatchObject({ state: 'accepted', answered_at: clock.now().toISOString() });
    const partner = await ctx.db
      .selectFrom('partners')
      .selectAll()
      .where('id', '=', kept.partner_id ?? '')
      .executeTakeFirst();
    expect(partner).toMatchObject({
      email: 'f@customer-f.net',
      state: 'approved',
      account_id: 'ac_f',
      person_id: 'pe_f',
    });
    const consents = await ctx.db.selectFrom('person_consents').selectAll().where('person_id', '=', 'pe_f').execute();
    const agreed = consents.find(({ at }) => at.getTime() === clock.now().getTime());
    expect(agreed).toMatchObject({ purpose: 'advocacy', granted: true });
    expect(page.body).toContain(agreed?.evidence.replace('<Desk>', '&lt;Desk&gt;'));
    const enrolment = await ctx.db.selectFrom('enrolments').selectAll().executeTakeFirst();
    expect(enrolment).toMatchObject({ partner_id: partner?.id, programme_id: programmeId, terms_accepted_version: 1 });
    const welcome = await mailAbout(partner?.id);
    expect(welcome).toMatchObject({ kind: 'welcome', to_address: 'f@customer-f.net', subject_id: partner?.id });
    expect(welcome?.body_text).toMatch(/http:\/\/localhost:4400\/r\/\S+/);
    expect(welcome?.body_text).toMatch(/http:\/\/localhost:4400\/welcome\/\S+/);
    const stored = await ctx.db
      .selectFrom('asks')
      .select(['answer', 'token_hash'])
      .where('id', '=', ask.id)
      .executeTakeFirst();
    expect(stored?.answer).toMatchObject({
      terms_version: 1,
      consent_text: expect.stringContaining('I accept the terms'),
    });
    expect(path).not.toContain(stored?.token_hash);
  });

  it('says whom the newest invitation went to, and why somebody else comes next', async () => {
    const { last_ask, person } = await advocate('ac_f');
    expect(person?.id).toBe('pe_f');
    expect(last_ask).toMatchObject({ state: 'accepted', person_id: 'pe_f' });
    expect(last_ask?.sentence).toMatch(/^Zoë.* was asked on Mar 1, 2026 and said yes\.$/);
    expect((await advocate('ac_e')).last_ask).toBeNull();
  });

  it('takes one answer: a second yes changes nothing and is told so', async () => {
    const mails = () => ctx.db.selectFrom('mails').select('id').execute();
    const before = await mails();
    const used = await ctx.db
      .selectFrom('mails')
      .select('body_text')
      .where('kind', '=', 'invitation')
      .executeTakeFirst();
    const path = /(\/i\/\S+)/.exec(used?.body_text ?? '')?.[1] ?? '';
    const again = await answer(path, 'answer=yes&consent=yes&terms_version=1');
    expect(again.body).toContain('You said yes already');
    expect(await mails()).toHaveLength(before.length);
    expect(await ctx.db.selectFrom('partners').selectAll().execute()).toHaveLength(1);
  });

  it('does not ask a person again within 90 days, unless for a reason', async () => {
    expect(await advocate('ac_f')).toMatchObject({
      blockers: [{ code: 'no_person_free' }, { code: 'asked_recently' }],
    });
    const ask = await draft({ account_id: 'ac_f' });
    const refused = await call('POST', `/v1/asks/${ask.id}/send`);
    expect(refused).toMatchObject({
      status: 409,
      body: { can_override: true, blockers: [{ code: 'asked_recently' }] },
    });
    expect(refused.body.detail).toContain('asked on Mar 1, 2026');
    const sent = await call<AskView>('POST', `/v1/asks/${ask.id}/send`, { override_reason: 'They asked for it' });
    expect(sent).toMatchObject({ status: 200, body: { override_reason: 'They asked for it' } });
    await call('POST', `/v1/asks/${ask.id}/cancel`);
  });

  it('gives a person one ask at a time', async () => {
    const first = await draft({ account_id: 'ac_e' });
    const second = await call('POST', '/v1/asks', { account_id: 'ac_e' });
    expect(second).toMatchObject({ status: 409, body: { field: 'person_id', ask_id: first.id } });
    const both = await Promise.all(
      [1, 2].map(() => call('POST', '/v1/asks', { account_id: 'ac_c', person_id: 'pe_c' })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    await call('POST', `/v1/asks/${first.id}/cancel`);
  });

  it('reads what stands against it when it is sent, not when it was drafted', async () => {
    const ask = await draft({ account_id: 'ac_e' });
    await addOverdueInvoice(ctx, 'ac_e');
    const refused = await call('POST', `/v1/asks/${ask.id}/send`);
    expect(refused).toMatchObject({ status: 409, body: { blockers: [{ code: 'invoice_overdue' }] } });
    expect(await advocate('ac_e')).toMatchObject({ status: 'not_now' });
    expect((await call<AskView>('GET', `/v1/asks/${ask.id}`)).body.state).toBe('draft');
    await ctx.db.deleteFrom('invoices').execute();
    await call('POST', `/v1/asks/${ask.id}/cancel`);
  });

  it("never overrides a person's own no", async () => {
    const ask = await draft({ account_id: 'ac_b', person_id: 'pe_b' });
    const reason = { override_reason: 'because' };
    await upsertConsents(ctx.db, [
      { person_id: 'pe_b', purpose: 'advocacy', granted: false, at: '2026-02-28T00:00:00Z', evidence: 'mail' },
    ]);
    expect(await call('POST', `/v1/asks/${ask.id}/send`, reason)).toMatchObject({
      status: 409,
      body: { can_override: false, blockers: [{ code: 'consent_refused' }] },
    });
  });

  it('is declined with one press, without ticking anything', async () => {
    await addPerson('pe_no');
    const path = await send(await draft({ account_id: 'ac_d' }));
    expect((await answer(path, 'answer=no')).body).toContain('Thank you for answering');
    expect((await open(path)).body).toContain('You said no already');
  });

  it('accepts nothing when the terms changed while the person was reading', async () => {
    await addPerson('pe_terms');
    const path = await send(await draft({ account_id: 'ac_d', person_id: 'pe_terms' }));
    const { terms } = await getProgramme(ctx, programmeId);
    await addTerms(ctx, programmeId, { terms: { ...terms?.terms, hold_days: 3 } as Terms });
    const answered = await answer(path, 'answer=yes&consent=yes&terms_version=1');
    expect(answered.statusCode).toBe(422);
    expect(answered.body).toContain('The terms changed while you were reading');
    expect((await answer(path, 'answer=yes&consent=yes&terms_version=2')).body).toContain('/r/');
  });

  it('says kindly that the programme is not open, and keeps the invitation', async () => {
    await addPerson('pe_paused');
    const path = await send(await draft({ account_id: 'ac_d', person_id: 'pe_paused' }));
    await pauseProgramme(ctx, programmeId);
    expect((await open(path)).body).toContain('cannot be joined right now');
    expect((await answer(path, 'answer=yes&consent=yes&terms_version=2')).body).toContain('cannot be joined right now');
    await openProgramme(ctx, programmeId);
    expect((await answer(path, 'answer=yes&consent=yes&terms_version=2')).body).toContain('/r/');
  });

  it('answers a link that leads nowhere, was taken back or expired with a page, not an error', async () => {
    const unknown = await open('/i/nothing');
    expect([unknown.statusCode, unknown.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    await addPerson('pe_late');
    const ask = await draft({ account_id: 'ac_d', person_id: 'pe_late' });
    const path = await send(ask);
    clock.advance(31 * DAY_MS);
    const late = await answer(path, 'answer=yes&consent=yes&terms_version=2');
    expect([late.statusCode, late.body.includes('This invitation has ended')]).toEqual([410, true]);
    expect(await expireAsks(ctx)).toBe(1);
    expect((await call<AskView>('GET', `/v1/asks/${ask.id}`)).body.state).toBe('expired');
  });

  it('needs somebody to ask, with an address, at a scored account', async () => {
    expect(await call('POST', '/v1/asks', { account_id: 'ac_none' })).toMatchObject({ status: 404 });
    expect(await call('POST', '/v1/asks', { account_id: 'ac_f', person_id: 'pe_e' })).toMatchObject({
      status: 422,
      body: { field: 'person_id' },
    });
    await addPerson('pe_mute', null);
    const ask = await draft({ account_id: 'ac_d', person_id: 'pe_mute' });
    expect(await call('POST', `/v1/asks/${ask.id}/send`, { override_reason: 'x' })).toMatchObject({
      status: 409,
      body: { can_override: false },
    });
  });

  it('is for those who may invite', async () => {
    const viewer = await goodword.memberHeaders('viewer');
    const refused = await goodword.app.inject({
      method: 'POST',
      url: '/v1/asks',
      headers: viewer,
      payload: { account_id: 'ac_f' },
    });
    expect(refused.statusCode).toBe(403);
    expect((await goodword.app.inject({ method: 'GET', url: '/v1/advocates', headers: viewer })).statusCode).toBe(200);
  });
});
