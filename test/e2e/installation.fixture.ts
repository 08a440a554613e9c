import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ConsoleRole } from '../../src/access/members/model.ts';
import { scoreAccounts } from '../../src/flows/score-accounts.ts';
import type { settableClock } from '../../src/platform/clock.ts';
import { sendQueuedMail } from '../../src/platform/mail.ts';
import { makeCompany } from '../flows/advocate-company.fixture.ts';
import { openTestApp, type TestApp } from '../harness/app.ts';
import { openBrowser, openVisit } from '../harness/browser.ts';
import { freePort } from '../harness/command.ts';

export type Headers = Record<string, string>;
export type Json = Record<string, unknown> & { id: string; items: Record<string, unknown>[] };

/** A listening installation with the company of six customers, scored, and a browser to visit it with. */
export type Installation = TestApp & {
  base: string;
  /** What went wrong in any page so far. */
  faults: string[];
  /** A page of somebody who has no session. */
  visit(context?: BrowserContextOptions): Promise<Page>;
  /** A page of a new member, who signed in through their link. */
  signIn(role: ConsoleRole, email?: string): Promise<Page>;
  /** Asks the API and expects it to agree. */
  ask(method: string, path: string, headers: Headers, body?: object): Promise<Json>;
  /** Does what the mail job does where no mail server is configured: keeps what waits. Returns the last mail's text. */
  keepMails(kind: string): Promise<string>;
};

export async function openInstallation(clock: ReturnType<typeof settableClock>): Promise<Installation> {
  const port = await freePort();
  const goodword = await openTestApp({ clock, port });
  await goodword.app.listen({ host: 'localhost', port });
  const base = goodword.product.config.publicUrl;
  const browser = await openBrowser();
  const ctx = goodword.product.systemCtx('test');
  await makeCompany(ctx);
  await scoreAccounts(ctx);
  const faults: string[] = [];
  const visit = (context?: BrowserContextOptions) => openVisit(browser, { at: clock.now(), faults, context });
  return {
    ...goodword,
    base,
    faults,
    visit,
    async signIn(role, email) {
      const page = await visit();
      await page.goto(await goodword.memberLink(role, email));
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.waitForURL(`${base}/`);
      return page;
    },
    ask: (method, path, headers, body) => askApi(`${base}${path}`, method, headers, body),
    keepMails: (kind) => keepMails(goodword, kind),
    async close() {
      await browser.close();
      await goodword.close();
    },
  };
}

async function askApi(url: string, method: string, headers: Headers, body?: object): Promise<Json> {
  const answer = await fetch(url, {
    method,
    headers: body ? { ...headers, 'content-type': 'application/json' } : headers,
    body: body && JSON.stringify(body),
  });
  const text = await answer.text();
  expect(answer.status, `${method} ${url}: ${text}`).toBeLessThan(300);
  return JSON.parse(text);
}

async function keepMails({ product }: TestApp, kind: string): Promise<string> {
  const { db } = product.database;
  const waiting = await db.selectFrom('mails').select('id').where('state', '=', 'queued').execute();
  for (const { id } of waiting) await sendQueuedMail(product.systemCtx('test'), undefined, id);
  const mails = db.selectFrom('mails').select('body_text').where('kind', '=', kind);
  return (await mails.orderBy('id', 'desc').executeTakeFirstOrThrow()).body_text;
}
