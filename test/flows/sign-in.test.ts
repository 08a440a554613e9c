import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOwnerLink } from '../../src/access/members/verbs/links.ts';
import { ensureOwner } from '../../src/access/members/verbs/members.ts';
import { openTestApp, type TestApp } from '../harness/app.ts';

const PASSWORD = 'correct horse battery';

describe('signing in', () => {
  let test: TestApp;
  const post = (url: string, payload?: object, headers: Record<string, string> = {}) =>
    test.app.inject({ method: 'POST', url, headers, ...(payload && { payload }) });
  const me = (headers: Record<string, string>) => test.app.inject({ url: '/v1/me', headers });
  const ctx = () => test.product.systemCtx('test');

  beforeAll(async () => {
    test = await openTestApp();
    await ensureOwner(ctx());
  });
  afterAll(() => test.close());

  it('the owner comes in through the link of the terminal, once, and sees every permission', async () => {
    const path = new URL(makeOwnerLink(ctx())).pathname;
    const first = await test.app.inject({ url: path });
    expect([first.statusCode, first.headers.location]).toEqual([303, '/']);
    expect([first.headers['set-cookie']].flat()[0]).toMatch(/goodword\.session_token=.*HttpOnly; SameSite=Lax/);
    const cookie = first.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    expect((await me({ cookie })).json()).toMatchObject({ kind: 'user', role: 'owner', has_password: false });
    const second = await test.app.inject({ url: path });
    expect([second.statusCode, second.json().detail]).toEqual([422, 'This link was used already.']);
  });

  it('a mailed link is used by its button only, so that a mail scanner that opens it uses nothing up', async () => {
    await post('/v1/members', { email: 'Fin@Example.com', role: 'finance' }, await test.memberHeaders('owner'));
    const mail = await ctx()
      .db.selectFrom('mails')
      .selectAll()
      .where('to_address', '=', 'fin@example.com')
      .executeTakeFirstOrThrow();
    const url = /http\S+/.exec(mail.body_text)?.[0] ?? '';
    for (const method of ['GET', 'HEAD', 'GET'] as const) await test.app.inject({ method, url: new URL(url).pathname });
    const page = await test.app.inject({ url: new URL(url).pathname });
    expect(page.body).toContain('f…@example.com');
    expect(page.body).not.toContain('fin@example.com');
    const headers = await test.linkHeaders(url);
    expect((await me(headers)).json()).toMatchObject({ email: 'fin@example.com', role: 'finance' });
  });

  it('a password is set once signed in, signs in, and changes only with the current one', async () => {
    const headers = await test.memberHeaders('manager', 'mona@example.com');
    const short = await post('/v1/me/password', { password: 'short' }, headers);
    expect([short.statusCode, short.json().field]).toEqual([422, 'password']);
    expect((await post('/v1/me/password', { password: PASSWORD }, headers)).statusCode).toBe(204);

    const answer = await post('/v1/sign-in', { email: 'MONA@example.com', password: PASSWORD, to: '/accounts' });
    expect([answer.statusCode, answer.json()]).toEqual([200, { to: '/accounts' }]);

    const change = { password: 'another long password' };
    expect((await post('/v1/me/password', change, headers)).json().field).toBe('current_password');
    const wrong = await post('/v1/me/password', { ...change, current_password: 'not this one' }, headers);
    expect([wrong.statusCode, wrong.json().field]).toEqual([422, 'current_password']);
    const right = await post('/v1/me/password', { ...change, current_password: PASSWORD }, headers);
    expect(right.statusCode).toBe(204);
    expect((await post('/v1/sign-in', { email: 'mona@example.com', password: PASSWORD })).statusCode).toBe(401);
  });

  const resetLinkOf = async (email: string) => {
    expect((await post('/v1/password-reset-links', { email })).json()).toEqual({ sent: true, minutes: 60 });
    const mails = ctx().db.selectFrom('mails').select('body_text').where('kind', '=', 'password-reset');
    const mail = await mails.where('to_address', '=', email).orderBy('id', 'desc').executeTakeFirst();
    return /\/reset#(\S+)/.exec(mail?.body_text ?? '')?.[1] ?? '';
  };

  it('a forgotten password is replaced through a mailed link, once, and every other session ends', async () => {
    const before = await test.memberHeaders('manager', 'forgetful@example.com');
    await post('/v1/me/password', { password: PASSWORD }, before);
    const older = await resetLinkOf('forgetful@example.com');
    const token = await resetLinkOf('forgetful@example.com');
    const password = 'a password one remembers';
    const short = await post('/v1/password-resets', { token, password: 'short' });
    expect([short.statusCode, short.json().field]).toEqual([422, 'password']);
    const answer = await post('/v1/password-resets', { token, password });
    expect([answer.statusCode, answer.json()]).toEqual([200, { to: '/' }]);
    const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    expect((await me({ cookie })).json()).toMatchObject({ email: 'forgetful@example.com', has_password: true });
    expect((await me(before)).statusCode).toBe(401);
    const signIn = (word: string) => post('/v1/sign-in', { email: 'forgetful@example.com', password: word });
    expect([(await signIn(PASSWORD)).statusCode, (await signIn(password)).statusCode]).toEqual([401, 200]);
    const again = await post('/v1/password-resets', { token, password: 'yet another password' });
    expect([again.statusCode, again.json().detail]).toEqual([422, 'This link was used already.']);
    expect((await post('/v1/password-resets', { token: older, password: 'the thief chooses' })).statusCode).toBe(422);
  });

  it('a link that signs in sets no password, and a link that sets a password signs nobody in', async () => {
    const token = new URL(await test.memberLink('viewer', 'mixed@example.com')).pathname.replace('/welcome/', '');
    expect((await post('/v1/password-resets', { token, password: PASSWORD })).json().field).toBe('token');
    const reset = await resetLinkOf('mixed@example.com');
    expect((await post(`/welcome/${reset}`, undefined, { origin: 'http://localhost:4400' })).statusCode).toBe(422);
    const asked = await post('/v1/password-reset-links', { email: 'nobody@example.com' });
    expect([asked.statusCode, asked.json()]).toEqual([202, { sent: true, minutes: 60 }]);
  });

  it('a person sees where they are signed in, and signs out elsewhere', async () => {
    const here = await test.memberHeaders('viewer', 'many@example.com');
    await post('/v1/me/password', { password: PASSWORD }, here);
    const body = { email: 'many@example.com', password: PASSWORD };
    const enter = async (agent: string) => {
      const { cookies } = await post('/v1/sign-in', body, { 'user-agent': agent });
      return {
        cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; '),
        origin: 'http://localhost:4400',
      };
    };
    const [phone, desk] = [await enter('Phone'), await enter('Desk')];
    type Listed = { id: string; user_agent: string; current: boolean };
    const list = async () =>
      (await test.app.inject({ url: '/v1/me/sessions', headers: here })).json().items as Listed[];
    const seen = await list();
    expect(seen.map(({ user_agent, current }) => [user_agent, current])).toEqual([
      ['Desk', false],
      ['Phone', false],
      [expect.any(String), true],
    ]);
    const end = (id: string, headers = here) =>
      test.app.inject({ method: 'DELETE', url: `/v1/me/sessions/${id}`, headers });
    const phoneId = seen.find(({ user_agent }) => user_agent === 'Phone')?.id ?? '';
    const other = await test.memberHeaders('owner', 'other@example.com');
    expect((await end(phoneId, other)).statusCode).toBe(404);
    expect((await end(phoneId)).statusCode).toBe(204);
    expect([(await me(phone)).statusCode, (await me(desk)).statusCode]).toEqual([401, 200]);
    expect((await post('/v1/me/sessions/end-others', undefined, here)).statusCode).toBe(204);
    expect([(await me(desk)).statusCode, (await me(here)).statusCode]).toEqual([401, 200]);
    expect(await list()).toHaveLength(1);
  });

  it('tells nobody which addresses are known', async () => {
    const wrong = await post('/v1/sign-in', { email: 'mona@example.com', password: 'wrong password' });
    const unknown = await post('/v1/sign-in', { email: 'nobody@example.com', password: 'wrong password' });
    expect(wrong.statusCode).toBe(401);
    expect(unknown.json()).toEqual(wrong.json());
    const asked = await post('/v1/sign-in-links', { email: 'nobody@example.com' });
    expect([asked.statusCode, asked.json()]).toEqual([202, { sent: true, minutes: 30 }]);
    expect((await post('/v1/sign-in-links', { email: 'mona@example.com' })).json()).toEqual(asked.json());
  });

  it('an address gets no more than five link mails in a quarter of an hour', async () => {
    const asks = [];
    for (let ask = 0; ask < 6; ask++)
      asks.push((await post('/v1/sign-in-links', { email: 'vic@example.com' })).statusCode);
    expect(asks).toEqual([202, 202, 202, 202, 202, 429]);
  });

  it('signing out ends the session', async () => {
    const headers = await test.memberHeaders('viewer', 'vera@example.com');
    expect((await post('/v1/sign-out', undefined, headers)).statusCode).toBe(204);
    expect((await me(headers)).statusCode).toBe(401);
  });

  it('a removed member is out with the next request', async () => {
    const headers = await test.memberHeaders('viewer', 'rem@example.com');
    const { id } = (await me(headers)).json();
    const owner = await test.memberHeaders('owner', 'remover@example.com');
    await test.app.inject({ method: 'DELETE', url: `/v1/members/${id}`, headers: owner });
    expect((await me(headers)).statusCode).toBe(401);
  });

  it('a change that another site sends with the session’s cookie is refused', async () => {
    const { cookie } = (await test.memberHeaders('owner', 'csrf@example.com')) as { cookie: string };
    const body = { email: 'x@example.com', role: 'owner' };
    const foreign: Record<string, string>[] = [{ origin: 'https://evil.example' }, { origin: 'null' }, {}];
    for (const origin of foreign) {
      expect((await post('/v1/members', body, { cookie, ...origin })).statusCode).toBe(403);
    }
    expect((await post('/v1/members', body, { cookie, origin: 'http://localhost:4400' })).statusCode).toBe(201);
  });

  it('a session’s cookie that was tampered with is nobody’s', async () => {
    const { cookie } = (await test.memberHeaders('owner', 'tamper@example.com')) as { cookie: string };
    expect(
      (await me({ cookie: cookie.replace(/=(.)/, (_all, first: string) => `=${first === 'a' ? 'b' : 'a'}`) }))
        .statusCode,
    ).toBe(401);
  });
});

describe('an API key', () => {
  let test: TestApp;
  let owner: Record<string, string>;
  beforeAll(async () => {
    test = await openTestApp();
    owner = await test.memberHeaders('owner');
  });
  afterAll(() => test.close());

  it('is shown once, kept hashed, works for its scopes, and ends when revoked', async () => {
    const payload = { name: 'Backend', scopes: ['track:write', 'settings:read'] };
    const made = await test.app.inject({ method: 'POST', url: '/v1/keys', payload, headers: owner });
    const { id, secret, prefix } = made.json();
    expect(made.statusCode).toBe(201);
    expect(secret.startsWith(prefix)).toBe(true);
    const headers = { authorization: `Bearer ${secret}` };
    const listed = await test.app.inject({ url: '/v1/keys', headers });
    expect(listed.body).not.toContain(secret);
    expect(listed.json().items[0]).toMatchObject({ id, name: 'Backend', revoked_at: null });
    const rows = await test.product.database.db.selectFrom('api_keys').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(secret.slice(8));
    expect(rows[0]?.last_used_at).not.toBeNull();

    expect((await test.app.inject({ method: 'POST', url: '/v1/keys', payload, headers })).statusCode).toBe(403);
    await test.app.inject({ method: 'DELETE', url: `/v1/keys/${id}`, headers: owner });
    expect((await test.app.inject({ url: '/v1/keys', headers })).statusCode).toBe(401);
  });

  it('cannot be given a person’s part', async () => {
    const payload = { name: 'Too much', scopes: ['payouts:approve'] };
    const made = await test.app.inject({ method: 'POST', url: '/v1/keys', payload, headers: owner });
    expect(made.statusCode).toBe(422);
  });

  it('that is wrong never falls back to the session beside it', async () => {
    const headers = { ...owner, authorization: 'Bearer gw_wrong' };
    expect((await test.app.inject({ url: '/v1/me', headers })).statusCode).toBe(401);
  });
});

describe('members', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await openTestApp();
  });
  afterAll(() => test.close());

  it('keep at least one owner', async () => {
    const headers = await test.memberHeaders('owner', 'first@example.com');
    const { id } = (await test.app.inject({ url: '/v1/me', headers })).json();
    const url = `/v1/members/${id}`;
    const demoted = await test.app.inject({ method: 'PATCH', url, headers, payload: { role: 'viewer' } });
    expect([demoted.statusCode, demoted.json().detail]).toEqual([409, 'This is the only owner; Goodword needs one.']);
    expect((await test.app.inject({ method: 'DELETE', url, headers })).statusCode).toBe(409);
    await test.memberHeaders('owner', 'second@example.com');
    expect((await test.app.inject({ method: 'PATCH', url, headers, payload: { role: 'viewer' } })).statusCode).toBe(
      200,
    );
    expect((await test.app.inject({ url: '/v1/me', headers })).json().role).toBe('viewer');
  });

  it('are invited once, and every step is in the audit', async () => {
    const headers = await test.memberHeaders('owner', 'boss@example.com');
    const payload = { email: 'new@example.com', name: 'New', role: 'manager' };
    const invited = await test.app.inject({ method: 'POST', url: '/v1/members', headers, payload });
    expect(invited.statusCode).toBe(201);
    expect((await test.app.inject({ method: 'POST', url: '/v1/members', headers, payload })).statusCode).toBe(409);
    const { user_id } = invited.json();
    const audit = await test.app.inject({ url: `/v1/audit?subject_kind=user&subject_id=${user_id}`, headers });
    expect(audit.json()).toMatchObject({
      total: 1,
      items: [{ action: 'member.invited', detail: { role: 'manager' } }],
    });
    expect(audit.json().items[0].actor_name).not.toBe('');
  });
});
