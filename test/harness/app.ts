import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KEY_SCOPES } from '../../src/access/keys/model.ts';
import { createKey } from '../../src/access/keys/service.ts';
import type { ConsoleRole } from '../../src/access/members/model.ts';
import { makeLink } from '../../src/access/members/verbs/links.ts';
import { inviteMember } from '../../src/access/members/verbs/members.ts';
import { compose, type Product } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import type { App } from '../../src/http/app.ts';
import type { Scope } from '../../src/kernel/scopes.ts';
import { type settableClock, systemClock } from '../../src/platform/clock.ts';
import { openTestDatabase } from './db.ts';

export type TestApp = {
  product: Product;
  app: App;
  /** Headers of a new API key with these scopes (all a key can have, unless some are named). */
  keyHeaders(scopes?: Scope[]): Promise<Record<string, string>>;
  /** A link that signs in a new member with this role. */
  memberLink(role: ConsoleRole, email?: string): Promise<string>;
  /** Headers of the session of a new member with this role. */
  memberHeaders(role: ConsoleRole, email?: string): Promise<Record<string, string>>;
  /** Headers of the session behind a sign-in link. */
  linkHeaders(url: string): Promise<Record<string, string>>;
  close(): Promise<void>;
};

type Options = { clock?: ReturnType<typeof settableClock>; port?: number };

/** The whole product over HTTP, in process, on a database of the test's own; nothing listens, no job runs. */
export async function openTestApp(options: Options = {}): Promise<TestApp> {
  const dataDir = mkdtempSync(join(tmpdir(), 'goodword-test-'));
  const config = readConfig({
    GOODWORD_DATA: dataDir,
    GOODWORD_SECRET: 'test-secret-of-32-characters-long',
    PORT: options.port?.toString(),
  });
  const database = await openTestDatabase();
  const product = await compose({ ...config, logLevel: 'silent' }, { database, clock: options.clock ?? systemClock });
  await product.startJobs({ work: false });
  const app = await product.app();
  const ctx = product.systemCtx('test');
  const linkHeaders = async (url: string) => {
    // As the page's own button sends it.
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: config.publicUrl };
    const answer = await app.inject({ method: 'POST', url: new URL(url).pathname, headers, payload: '' });
    return { cookie: answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; '), origin: config.publicUrl };
  };
  const memberLink = async (role: ConsoleRole, email = `${role}-${ctx.clock.now().getTime()}@example.com`) => {
    const { user_id } = await inviteMember(ctx, { email, role });
    return makeLink(ctx, { who: { user: user_id }, to: '/', minutes: 5 });
  };
  return {
    product,
    app,
    linkHeaders,
    memberLink,
    async keyHeaders(scopes = KEY_SCOPES) {
      const { secret } = await createKey(ctx, { name: 'test', scopes });
      return { authorization: `Bearer ${secret}` };
    },
    memberHeaders: async (role, email) => linkHeaders(await memberLink(role, email)),
    async close() {
      await app.close();
      await product.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
