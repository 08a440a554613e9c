import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueSignInLink } from '../../src/access/members/verbs/links.ts';
import { saveCompany } from '../../src/customers/company/service.ts';
import { issueFees } from '../../src/partners/gates/verbs/fees.ts';
import { settableClock } from '../../src/platform/clock.ts';
import type { Ctx } from '../../src/platform/ctx.ts';
import { openTestApp, type TestApp } from '../harness/app.ts';

const DAY = 86_400_000;

describe('joining a programme', () => {
  const clock = settableClock('2026-03-01T12:00:00Z');
  let goodword: TestApp;
  let ctx: Ctx;
  let owner: Record<string, string>;
  let manager: Record<string, string>;

  type Method = 'GET' | 'POST' | 'PATCH' | 'PUT';
  const call = async (method: Method, url: string, payload?: object, headers = owner) => {
    const answer = await goodword.app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
    return { status: answer.statusCode, body: answer.json() };
  };
  const make = async (template: string, name: string, more: object = {}) => {
    const { body } = await call('POST', '/v1/programmes', { template, name, ...more });
    return body as { id: string; slug: string; pages: { id: string; slug: string; url: string }[] };
  };
  const publish = (id: string, payload: object = {}) => call('POST', `/v1/programmes/${id}/publish`, payload);
  const live = async (template: string, name: string, more: object = {}) => {
    const made = await make(template, name, more);
    expect(await publish(made.id)).toMatchObject({ status: 200 });
    return made;
  };
  const page = async (path: string) => {
    const answer = await goodword.app.inject({ method: 'GET', url: path });
    return { status: answer.statusCode, html: answer.body };
  };
  const fill = async (path: string, fields: Record<string, string>) => {
    const typed = { name: 'Ann Lee', country: 'HU', agree: 'yes', terms_version: '1', ...fields };
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const payload = new URLSearchParams(typed).toString();
    const answer = await goodword.app.inject({ method: 'POST', url: path, headers, payload });
    return { status: answer.statusCode, html: answer.body };
  };
  const lastMail = async (to: string) =>
    ctx.db.selectFrom('mails').selectAll().where('to_address', '=', to).orderBy('id', 'desc').executeTakeFirst();
  const portalOf = async (email: string) => {
    const partner = await ctx.db
      .selectFrom('partners')
      .select('id')
      .where('email', '=', email)
      .executeTakeFirstOrThrow();
    return {
      id: partner.id,
      headers: await goodword.linkHeaders(await issueSignInLink(ctx, { partner_id: partner.id, email })),
    };
  };

  beforeAll(async () => {
    goodword = await openTestApp({ clock });
    ctx = goodword.product.systemCtx('test');
    owner = await goodword.memberHeaders('owner');
    manager = await goodword.memberHeaders('manager');
  });
  afterAll(() => goodword.close());

  it('starts with publishing, which is refused with the list of what is missing', async () => {
    await saveCompany(ctx, { name: 'Acme & Söhne', reporting_currency: 'EUR', zone: 'Europe/Budapest' });
    const gates = [{ kind: 'certification' }, { kind: 'company_readiness', nps_least: 30, stories_least: 1 }];
    const made = await make('affiliate', 'Not yet', {
      gates,
      terms: { commission: { kind: 'percent', rate: '0%', months: 12 } },
    });
    await call('PATCH', `/v1/programmes/${made.id}/pages/${made.pages[0]?.id}`, { state: 'hidden' });
    const refused = await publish(made.id, { override_reason: 'Please' });
    expect(refused).toMatchObject({ status: 422 });
    const codes = refused.body.missing.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(['pays_nothing', 'product_url', 'page', 'certification']);
    expect(refused.body.detail).toContain('Nobody could earn');
    const launch = (await call('GET', `/v1/programmes/${made.id}/launch`)).body;
    expect(launch.missing.map(({ code }: { code: string }) => code)).toContain('readiness_nps');
    expect(launch.readiness).toMatchObject({ nps: null, stories: 0 });
    await saveCompany(ctx, { product_url: 'https://product.example' });
  });

  it("waits for the company's own readiness, which an owner may override with a reason that stays", async () => {
    const gates = [{ kind: 'company_readiness', answers_least: 20 }];
    const { id } = await make('customer_referral', 'Ready', { gates });
    expect(await publish(id)).toMatchObject({ status: 422, body: { field: 'override_reason' } });
    const reason = { override_reason: 'The board wants it' };
    const asManager = await call('POST', `/v1/programmes/${id}/publish`, reason, manager);
    expect(asManager.status).toBe(403);
    expect(await publish(id, reason)).toMatchObject({ status: 200 });
    const [row] = await ctx.db.selectFrom('gate_evidence').selectAll().where('programme_id', '=', id).execute();
    expect(row).toMatchObject({ gate: 'company_readiness', passed: true, partner_id: null });
    expect(row?.evidence).toMatchObject({ how: 'overridden', reason: 'The board wants it', answers: 0 });
  });

  it('shows each audience its own page, in its own language and words', async () => {
    const friends = await live('customer_referral', 'Friends');
    const creators = await live('affiliate', 'Creators');
    const hungarian = {
      slug: 'ajanlj',
      language: 'hu',
      audience: 'Ügyfeleink',
      headline: 'Ajánlj minket',
      offer: 'Jó.',
    };
    expect(await call('POST', `/v1/programmes/${friends.id}/pages`, hungarian)).toMatchObject({ status: 201 });
    const taken = await call('POST', `/v1/programmes/${creators.id}/pages`, { ...hungarian, headline: 'X' });
    expect(taken).toMatchObject({ status: 409, body: { field: 'slug' } });
    const seconds = { slug: 'video', audience: 'Video makers', headline: 'Film it', offer: 'One.\n\nTwo.' };
    await call('POST', `/v1/programmes/${creators.id}/pages`, seconds);
    const [english, magyar, creator, video] = await Promise.all(
      ['/join/friends', '/join/ajanlj', '/join/creators', '/join/video'].map(page),
    );
    expect([english, magyar, creator, video].map((one) => one?.status)).toEqual([200, 200, 200, 200]);
    expect(english?.html).toContain('Recommend Acme &amp; Söhne and be thanked for it');
    expect(magyar?.html).toContain('lang="hu"');
    expect(magyar?.html).toContain('Magyarország');
    expect(video?.html).toContain('<p>One.</p><p>Two.</p>');
    expect(creator?.html).toContain('An application has to be approved first.');
    for (const one of [english, magyar, creator, video]) {
      expect(Buffer.byteLength(one?.html ?? '')).toBeLessThan(50_000);
      expect(one?.html).not.toContain('<script');
    }
    await call('PATCH', `/v1/programmes/${friends.id}/pages/${friends.pages[0]?.id}`, { state: 'hidden' });
    expect((await page('/join/friends')).status).toBe(404);
    expect((await page('/join/nowhere')).status).toBe(404);
  });

  it('is done at once where nobody reviews, and mails the link and the way in', async () => {
    const { slug, id } = await live('newsletter', 'Letters');
    const missing = await fill(`/join/${slug}`, { email: 'no', website: '', agree: '' });
    expect(missing.status).toBe(422);
    expect(missing.html).toContain('Please write your e-mail address.');
    expect(missing.html).toContain('Please agree to the terms');
    expect(await ctx.db.selectFrom('applications').select('id').execute()).toEqual([]);
    expect((await fill(`/join/${slug}`, { email: 'ann@letter.example', website: 'not one' })).status).toBe(422);
    const done = await fill(`/join/${slug}`, { email: 'ann@letter.example', website: 'https://letter.example' });
    expect(done).toMatchObject({ status: 200, html: expect.stringContaining('You are in') });
    const mail = await lastMail('ann@letter.example');
    expect(mail?.body_text).toMatch(/\/r\/ann-lee-\w+/);
    expect(mail?.body_text).toMatch(/\/welcome\//);
    const { headers } = await portalOf('ann@letter.example');
    const { items } = (await call('GET', '/v1/portal/programmes', undefined, headers)).body;
    expect(items).toMatchObject([{ id, may_earn: true, version: 1 }]);
    const again = await fill(`/join/${slug}`, { email: 'Ann@Letter.example', website: 'https://letter.example' });
    expect(again).toEqual(done);
    expect((await lastMail('Ann@Letter.example'))?.body_text).toContain('You are in this programme already');
    const robot = await fill(`/join/${slug}`, {
      email: 'bot@letter.example',
      website: 'https://x.example',
      company_fax: '1',
    });
    expect(robot.status).toBe(200);
    expect(await lastMail('bot@letter.example')).toBeUndefined();
  });

  it('is decided by rules where they fit, else by a person who gives a reason', async () => {
    const { slug, id } = await live('affiliate', 'Reviewed');
    const website = 'https://blog.example';
    const how = 'In my articles';
    const { body: asked } = await call('GET', `/v1/programmes/${id}/asked`);
    const rules = [
      { field: 'country', is: 'one_of', values: ['RU'], outcome: 'reject', reason: 'We cannot pay there.' },
      { field: 'reach', is: 'at_least', number: 10_000, outcome: 'approve' },
    ];
    const form = { ...asked.form, rules, reapply_days: 30 };
    expect(await call('PUT', `/v1/programmes/${id}/form`, form)).toMatchObject({ status: 200 });
    const answers = { website, how };
    const refused = await fill(`/join/${slug}`, { ...answers, email: 'ivan@x.example', country: 'RU' });
    expect(refused.html).toContain('We cannot pay there. You can apply again from March 31, 2026 on.');
    expect((await lastMail('ivan@x.example'))?.body_text).toContain('We cannot pay there.');
    const soon = await fill(`/join/${slug}`, { ...answers, email: 'ivan@x.example', country: 'HU' });
    const newcomer = await fill(`/join/${slug}`, { ...answers, email: 'new@x.example', country: 'HU', reach: '5' });
    expect(soon).toEqual(newcomer);
    expect((await lastMail('ivan@x.example'))?.body_text).toContain('You can apply again from March 31, 2026 on.');
    const large = await fill(`/join/${slug}`, { ...answers, email: 'big@x.example', reach: '20000' });
    expect(large.html).toContain('You are in');
    for (const email of ['bea@x.example', 'cid@x.example'])
      expect((await fill(`/join/${slug}`, { ...answers, email, reach: '5' })).html).toContain('we have it');
    expect(await fill(`/join/${slug}`, { ...answers, email: 'bea@x.example' })).toEqual(newcomer);
    expect((await lastMail('bea@x.example'))?.body_text).toContain('is here already');
    const { items } = (await call('GET', `/v1/applications?programme_id=${id}&state=queued`)).body;
    expect(items.map(({ email }: { email: string }) => email)).toEqual([
      'new@x.example',
      'bea@x.example',
      'cid@x.example',
    ]);
    expect(items[1].answers).toContainEqual({
      key: 'reach',
      label: 'How many people do you reach in a month?',
      answer: '5',
    });
    const decide = (index: number, state: string) =>
      call('POST', `/v1/applications/${items[index + 1].id}/decision`, { state, reason: 'We met.' }, manager);
    expect(await decide(0, 'approved')).toMatchObject({ status: 200 });
    expect(await decide(1, 'rejected')).toMatchObject({ status: 200 });
    expect(await decide(0, 'rejected')).toMatchObject({ status: 409 });
    expect((await lastMail('cid@x.example'))?.body_text).toContain('We met.');
    const { headers } = await portalOf('bea@x.example');
    const mine = (await call('GET', '/v1/portal/programmes', undefined, headers)).body;
    expect(mine.items[0].gates).toContainEqual(expect.objectContaining({ gate: 'application', open: true }));
    clock.advance(31 * DAY);
    const later = await fill(`/join/${slug}`, { ...answers, email: 'ivan@x.example', country: 'HU', reach: '99999' });
    expect(later.html).toContain('You are in');
  });

  it('into a private one is by invitation only, and nobody else ever sees it', async () => {
    const { slug, id } = await live('private_advocates', 'Inner circle');
    expect((await page(`/join/${slug}`)).status).toBe(404);
    expect((await fill(`/join/${slug}`, { email: 'eve@x.example' })).status).toBe(404);
    expect(await call('POST', `/v1/programmes/${id}/invitations`, { email: 'Dora@x.example' })).toMatchObject({
      status: 201,
    });
    const url = new URL(/http\S+/.exec((await lastMail('dora@x.example'))?.body_text ?? '')?.[0] ?? '');
    const path = `${url.pathname}${url.search}`;
    expect((await page(path)).html).toContain('value="dora@x.example"');
    expect((await page(path)).html).toContain('noindex');
    expect((await fill(path, { email: 'eve@x.example' })).status).toBe(422);
    expect((await fill(path, { email: 'dora@x.example' })).html).toContain('You are in');
    const dora = await portalOf('dora@x.example');
    const own = await call('GET', `/v1/portal/programmes/${id}`, undefined, dora.headers);
    expect(own).toMatchObject({ status: 200, body: { may_earn: true } });
    const { headers } = await portalOf('bea@x.example');
    const all = (await call('GET', '/v1/portal/programmes', undefined, headers)).body;
    expect(JSON.stringify(all)).not.toContain('Inner circle');
    for (const path of [`/v1/portal/programmes/${id}`, `/v1/portal/programmes/${id}/form`])
      expect((await call('GET', path, undefined, headers)).status).toBe(404);
    const terms = await call('POST', `/v1/portal/programmes/${id}/terms`, { version: 1 }, headers);
    expect(terms.status).toBe(404);
    const application = { terms_version: 1, answers: {} };
    const tried = await call('POST', `/v1/portal/programmes/${id}/applications`, application, headers);
    expect(tried.status).toBe(404);
    clock.advance(31 * DAY);
    expect((await page(path)).status).toBe(404);
  });

  it('goes on in the portal: applying, a quiz that opens the gate, and terms that close it again', async () => {
    const { id } = await live('certified_partner', 'Certified');
    const { headers } = await portalOf('bea@x.example');
    const portal = (method: Method, path: string, payload?: object) =>
      call(method, `/v1/portal/programmes${path}`, payload, headers);
    const { open } = (await portal('GET', '')).body;
    expect(open.map(({ name }: { name: string }) => name)).toContain('Certified');
    const apply = (answers: object) => portal('POST', `/${id}/applications`, { terms_version: 1, answers });
    expect(await apply({})).toMatchObject({ status: 422, body: { field: 'website' } });
    const answers = { website: 'https://bea.example', experience: 'Five set-ups' };
    expect(await apply(answers)).toMatchObject({ status: 201, body: { outcome: 'queued' } });
    expect((await apply(answers)).status).toBe(409);
    const [waiting] = (await call('GET', `/v1/applications?programme_id=${id}`)).body.items;
    await call('POST', `/v1/applications/${waiting.id}/decision`, { state: 'approved', reason: 'Good' });
    const before = (await portal('GET', `/${id}`)).body;
    expect(before).toMatchObject({ may_earn: false, certification: { kind: 'quiz', may_try: true } });
    expect(JSON.stringify(before.certification)).not.toContain('"right"');
    const failed = await portal('POST', `/${id}/quiz`, { answers: { say_so: [0] } });
    expect(failed).toMatchObject({ status: 201, body: { attempt: { state: 'failed', score_percent: 20 } } });
    const right = { say_so: [0], yourself: [1], claims: [0], refund: [1], data: [0] };
    expect((await portal('POST', `/${id}/quiz`, { answers: right })).status).toBe(409);
    clock.advance(DAY);
    expect(await portal('POST', `/${id}/quiz`, { answers: right })).toMatchObject({
      body: { attempt: { state: 'passed' } },
    });
    expect((await portal('GET', `/${id}`)).body.may_earn).toBe(true);
    const programme = (await call('GET', `/v1/programmes/${id}`)).body;
    const terms = { ...programme.terms.terms, hold_days: 45 };
    const added = await call('POST', `/v1/programmes/${id}/terms`, { terms, needs_acceptance: true });
    expect(added.body.changes).toEqual([
      {
        kind: 'changed',
        before: 'A commission can be paid out 30 days after the payment, so that refunds come in first.',
        after: 'A commission can be paid out 45 days after the payment, so that refunds come in first.',
      },
    ]);
    expect((await portal('GET', `/${id}`)).body.gates).toContainEqual(
      expect.objectContaining({ gate: 'terms', open: false, reason: expect.stringContaining('Version 2') }),
    );
    expect((await portal('POST', `/${id}/terms`, { version: 2 })).body.may_earn).toBe(true);
    clock.advance(400 * DAY);
    expect((await portal('GET', `/${id}`)).body.gates).toContainEqual(
      expect.objectContaining({ gate: 'certification', open: false, reason_code: 'certification.over' }),
    );
  });

  it('by a proof that a person looked at', async () => {
    const { id } = await live('certified_partner', 'Proven', { gates: [{ kind: 'certification' }] });
    const asked = (await call('GET', `/v1/programmes/${id}/asked`)).body.certification;
    await call('PUT', `/v1/programmes/${id}/certification`, { ...asked, kind: 'proof', questions: [], valid_days: 10 });
    const { id: partner_id, headers } = await portalOf('bea@x.example');
    await call('POST', `/v1/programmes/${id}/enrolments`, { partner_id, terms_version: 1 });
    const send = (content: string, type = 'application/pdf') =>
      call(
        'POST',
        `/v1/portal/programmes/${id}/proofs`,
        {
          name: 'Zertifikat.pdf',
          type,
          content_base64: Buffer.from(content).toString('base64'),
        },
        headers,
      );
    expect(await send('<html>')).toMatchObject({ status: 422, body: { field: 'content_base64' } });
    const { body: sent, status } = await send('%PDF-1.7 proof');
    expect([status, sent.state]).toEqual([201, 'waiting']);
    expect((await send('%PDF-1.7 more')).status).toBe(409);
    const file = await goodword.app.inject({
      method: 'GET',
      url: `/v1/certifications/${sent.id}/proof`,
      headers: owner,
    });
    expect([file.headers['content-type'], file.body]).toEqual(['application/pdf', '%PDF-1.7 proof']);
    const decision = { state: 'passed', reason: 'A valid certificate' };
    expect(await call('POST', `/v1/certifications/${sent.id}/decision`, decision)).toMatchObject({ status: 200 });
    expect((await call('POST', `/v1/certifications/${sent.id}/decision`, decision)).status).toBe(409);
    expect((await call('GET', `/v1/portal/programmes/${id}`, undefined, headers)).body.may_earn).toBe(true);
    const [gates] = (await call('GET', `/v1/partners/${partner_id}/gates`)).body.items.filter(
      (one: { programme_id: string }) => one.programme_id === id,
    );
    expect(gates.history[0].says).toBe('The proof Zertifikat.pdf was accepted.');
  });

  it('by paying the fee of the period, which an invoice names and a refund takes back', async () => {
    const { id } = await live('solutions_partner', 'Fee', {
      gates: [{ kind: 'entry_fee', amount_minor: 9_900, period: 'month' }],
    });
    const { id: partner_id, headers } = await portalOf('bea@x.example');
    await call('POST', `/v1/programmes/${id}/enrolments`, { partner_id, terms_version: 1 });
    await issueFees(ctx);
    const mine = async () => (await call('GET', `/v1/portal/programmes/${id}`, undefined, headers)).body;
    const { fees, may_earn } = await mine();
    expect([may_earn, fees.length, fees[0].amount_minor]).toEqual([false, 1, 9_900]);
    const key = await goodword.keyHeaders();
    const invoice = {
      invoice_id: 'fee-1',
      account_id: 'partner-bea',
      currency: 'EUR',
      programme_fee: fees[0].reference,
      lines: [{ amount_minor: 9_900, tax_minor: 2_673 }],
    };
    const small = { ...invoice, invoice_id: 'fee-0', lines: [{ amount_minor: 9_899 }] };
    expect(await call('POST', '/v1/invoices', small, key)).toMatchObject({
      status: 422,
      body: { field: 'programme_fee' },
    });
    expect((await call('GET', `/v1/programmes/${id}/spend`)).body).toMatchObject({
      month: expect.stringMatching(/^2027-\d\d$/),
      budget_minor: null,
      earned_minor: 0,
    });
    expect((await call('GET', '/v1/programmes/pr_none/spend')).status).toBe(404);
    const paid = await call('POST', '/v1/invoices', invoice, key);
    expect(paid).toMatchObject({ status: 201, body: { state: 'decided' } });
    expect((await call('POST', '/v1/invoices', invoice, key)).status).toBe(200);
    expect(await mine()).toMatchObject({ may_earn: true, fees: [] });
    expect(await ctx.db.selectFrom('invoices').select('id').execute()).toEqual([]);
    clock.advance(1000);
    const refund = { refund_id: 'back-1', invoice_id: 'fee-1', amount_minor: 9_900 };
    expect((await call('POST', '/v1/refunds', refund, key)).status).toBe(201);
    expect((await mine()).may_earn).toBe(false);
  });
});
