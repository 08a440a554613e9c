import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueSignInLink } from '../../src/access/members/verbs/links.ts';
import type { Access } from '../../src/http/authenticate.ts';
import { ROLE_SCOPES, type Role, type Scope } from '../../src/kernel/scopes.ts';
import { createProgramme, openProgramme } from '../../src/partners/programmes/service.ts';
import { addPartner, makeLiveProgramme, type Partnered } from '../flows/partner-company.fixture.ts';
import { openTestApp, type TestApp } from '../harness/app.ts';
import { ROUTE_ACCESS } from './route-access.ts';

type Route = { method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'; path: string; access: Access };
type Headers = Record<string, string>;

const ROUTES: Route[] = Object.entries(ROUTE_ACCESS).flatMap(([access, routes]) =>
  routes.map((route) => {
    const [method, path] = route.split(' ') as [Route['method'], string];
    return { method, path, access: access as Access };
  }),
);

/** Signing out would end the session the other requests need; it is tried in the sign-in flow. */
const ENDS_SESSION = '/v1/sign-out';

describe('every route', () => {
  let test: TestApp;
  const callers = new Map<string, { headers: Headers; may: ReadonlySet<Scope> }>();

  const ask = (route: Route, headers: Headers = {}) =>
    test.app.inject({ method: route.method, url: route.path.replaceAll(/\{\w+\}/g, 'none'), headers });
  const mayCall = (route: Route, may: ReadonlySet<Scope>) =>
    route.access === 'public' || route.access === 'signed-in' || may.has(route.access);

  beforeAll(async () => {
    test = await openTestApp();
    for (const role of ['owner', 'manager', 'finance', 'viewer'] as const) {
      callers.set(role, { headers: await test.memberHeaders(role), may: new Set(ROLE_SCOPES[role]) });
    }
    const ctx = test.product.systemCtx('test');
    const { partnerId } = await addPartner(ctx, await makeLiveProgramme(ctx), 'law@example.com');
    const partner = await sessionOf(test, partnerId, 'law@example.com');
    callers.set('partner', { headers: partner, may: new Set(ROLE_SCOPES.partner) });
    const narrow: Scope[] = ['track:write'];
    callers.set('a key with track:write', { headers: await test.keyHeaders(narrow), may: new Set(narrow) });
  });
  afterAll(() => test.close());

  it('is in the table of expectations, and the table names only what exists', () => {
    const isOurs = (name: string) => !/^(head|options) |^get \/(docs|assets)\b/.test(name);
    const actual = [...test.app.routeAccess].filter(([name]) => isOurs(name));
    const lines = (entries: [string, string][]) => entries.map(([name, access]) => `${access}: ${name}`).sort();
    expect(lines(actual)).toEqual(
      lines(ROUTES.map(({ method, path, access }) => [`${method.toLowerCase()} ${path}`, access])),
    );
  });

  it('that is not public turns away whoever is not signed in', async () => {
    for (const route of ROUTES.filter(({ access }) => access !== 'public')) {
      expect([route.path, (await ask(route)).statusCode]).toEqual([route.path, 401]);
    }
  });

  it.each(['owner', 'manager', 'finance', 'viewer', 'partner', 'a key with track:write'])(
    'lets %s do exactly what the permissions say',
    async (name) => {
      const { headers, may } = callers.get(name) ?? { headers: {}, may: new Set() };
      for (const route of ROUTES.filter(({ path }) => path !== ENDS_SESSION && !path.startsWith('/welcome'))) {
        if (route.method !== 'GET' && mayCall(route, may)) continue;
        const { statusCode } = await ask(route, headers);
        const refused = statusCode === 401 || statusCode === 403;
        expect([route, statusCode, refused]).toEqual([route, statusCode, !mayCall(route, may)]);
      }
    },
  );

  it('answers nonsense from somebody who may call it with 4xx, never 5xx', async () => {
    const { headers } = callers.get('owner') ?? { headers: {} };
    const payloads = ['{"a":', '[]', '"\\ud800"', '{"name":"\\u0000"}', '{"__proto__":{"x":1}}', '['.repeat(10_000)];
    const json = { ...headers, 'content-type': 'application/json' };
    for (const { method, path } of ROUTES.filter((route) => route.method !== 'GET' && route.path !== ENDS_SESSION)) {
      for (const payload of payloads) {
        const url = path.replaceAll(/\{\w+\}/g, 'none');
        const answer = await test.app.inject({ method, url, headers: json, payload });
        expect([method, path, payload.slice(0, 20), answer.statusCode < 500]).toEqual([
          method,
          path,
          payload.slice(0, 20),
          true,
        ]);
      }
    }
  });
});

const LAST_MONTH = new Date(Date.now() - 32 * 86_400_000).toISOString().slice(0, 7);

describe('two partners', () => {
  let test: TestApp;
  let ann: Partnered & { headers: Headers };
  let bob: Partnered & { headers: Headers };
  /** A public programme neither of them is in. */
  let joinable: string;

  beforeAll(async () => {
    test = await openTestApp();
    const ctx = test.product.systemCtx('test');
    const programmeId = await makeLiveProgramme(ctx);
    const join = async (email: string, programme: string) => {
      const partner = await addPartner(ctx, programme, email);
      return { ...partner, headers: await sessionOf(test, partner.partnerId, email) };
    };
    const open = async (template: 'private_advocates' | 'newsletter', name: string) => {
      const { id } = await createProgramme(ctx, { template, name });
      await openProgramme(ctx, id);
      return id;
    };
    joinable = await open('newsletter', 'Letters');
    const secret = await open('private_advocates', 'The circle of Bob Law');
    [ann, bob] = [await join('ann@law.example', programmeId), await join('bob@law.example', secret)];
    const destination = { rail: 'manual', holder_name: 'Bob Law', details: 'PayPal bob@law.example' };
    const url = '/v1/portal/payout-destination';
    await test.app.inject({ method: 'PUT', url, payload: destination, headers: bob.headers });
  });
  afterAll(() => test.close());

  const portal = ROUTES.filter(({ access, method }) => access === 'portal:read' && method === 'GET');
  const ask = (url: string, headers: Headers) => test.app.inject({ url, headers });

  it.each(portal.map(({ path }) => path))('see nothing of each other at %s', async (path) => {
    const filled = (partner: Partnered, programme: string) =>
      path
        .replace('{code}', partner.code)
        .replace(/\{(programme_)?id\}/, programme)
        .replace('{month}', LAST_MONTH);
    const own = filled(ann, path.endsWith('/form') ? joinable : ann.programmeId);
    const other = filled(bob, bob.programmeId);
    const mine = await ask(own, ann.headers);
    expect([path, mine.statusCode]).toEqual([path, 200]);
    for (const secret of [bob.partnerId, bob.linkId, bob.code, 'bob@law', 'Bob Law']) {
      expect([path, mine.body.includes(secret)]).toEqual([path, false]);
    }
    if (own !== other) expect((await ask(other, ann.headers)).statusCode).toBe(404);
  });

  it('cannot open what the company sees of the other, or of themselves', async () => {
    for (const id of [bob.partnerId, ann.partnerId]) {
      expect((await ask(`/v1/partners/${id}`, ann.headers)).statusCode).toBe(403);
    }
  });
});

async function sessionOf(test: TestApp, partner_id: string, email: string): Promise<Headers> {
  const url = await issueSignInLink(test.product.systemCtx('test'), { email, partner_id });
  return test.linkHeaders(url);
}

describe('roles', () => {
  const writes = (role: Role) => ROLE_SCOPES[role].filter((scope) => !scope.endsWith(':read'));

  it('a viewer changes nothing', () => expect(writes('viewer')).toEqual([]));

  it('a partner has the portal and nothing else', () =>
    expect(ROLE_SCOPES.partner).toEqual(['portal:read', 'portal:write']));

  it('only finance and owners touch money', () => {
    expect(ROLE_SCOPES.manager.filter((scope) => /^(money|payouts):/.test(scope))).toEqual(['money:read']);
  });
});
