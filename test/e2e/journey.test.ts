import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matureAllCommissions } from '../../src/flows/mature-commissions.ts';
import { DAY_MS } from '../../src/kernel/time.ts';
import { settableClock } from '../../src/platform/clock.ts';
import { AT, makeProgramme } from '../flows/advocate-company.fixture.ts';
import { settled, shoot } from '../harness/browser.ts';
import { type Installation, openInstallation } from './installation.fixture.ts';

const SEEN_BY_A_PERSON = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0';

/** One story in order, in the browser: each step stands on the one before it. */
describe('from a happy customer to a paid commission, in the browser', () => {
  const clock = settableClock(AT);
  let goodword: Installation;
  let owner: Page;
  let finance: Page;
  let partner: Page;
  let invitation: string;
  let link: string;
  let batch: string;

  beforeAll(async () => {
    goodword = await openInstallation(clock);
    await makeProgramme(goodword.product.systemCtx('test'));
  });
  afterAll(() => goodword?.close());

  const go = async (page: Page, path: string) => {
    await page.clock.setFixedTime(clock.now());
    await page.goto(`${goodword.base}${path}`);
    await settled(page);
  };
  const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
  const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();
  const titled = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

  it('lets the owner in through a link that works once', async () => {
    owner = await goodword.visit();
    const door = await goodword.memberLink('owner', 'vera@nimbus.example');
    await owner.goto(door);
    await shoot(owner, '01-link');
    await press(owner, 'Sign in');
    await owner.waitForURL(`${goodword.base}/`);
    await settled(owner);
    await shoot(owner, '02-overview');
    const stranger = await goodword.visit();
    await stranger.goto(door);
    await sees(stranger, 'used already');
  });

  it('names who should speak for the company', async () => {
    await owner.getByRole('navigation').getByRole('link', { name: 'Nominations' }).click();
    await titled(owner, 'Who should vouch for us this week?');
    await settled(owner);
    await shoot(owner, '03-nominations');
    await owner.getByRole('row').nth(1).getByRole('link').click();
    await titled(owner, 'Should Account f vouch for us?');
    await settled(owner);
    await shoot(owner, '04-nomination');
  });

  it('prepares an invitation, which is read, changed and sent', async () => {
    await press(owner, 'Prepare the invitation');
    await titled(owner, 'Invite Zoë F?');
    const letter = owner.getByLabel('Text');
    await letter.fill((await letter.inputValue()).replace('Hello Zoë', 'Dear Zoë'));
    await shoot(owner, '05-draft');
    await press(owner, 'Send to Zoë F');
    await titled(owner, 'The invitation to Zoë F');
    await goodword.keepMails('invitation');
    await owner.getByRole('navigation').getByRole('link', { name: 'Mail' }).click();
    await owner.getByRole('list', { name: 'Mails' }).getByRole('button', { name: 'Zoë F' }).click();
    const mail = owner.getByRole('article');
    await mail.getByText('Dear Zoë,').waitFor();
    invitation = (await mail.getByRole('link').first().getAttribute('href')) ?? '';
    await shoot(owner, '06-mail');
    expect(invitation).toContain(`${goodword.base}/i/`);
  });

  it('makes a partner of a yes with consent, and of nothing less', async () => {
    const guest = await goodword.visit();
    await guest.goto(invitation);
    await shoot(guest, '07-invitation');
    await press(guest, 'Yes, I take part');
    await guest.getByRole('alert').waitFor();
    await guest.getByRole('checkbox').check();
    await press(guest, 'Yes, I take part');
    await titled(guest, 'You are in. Thank you!');
    await shoot(guest, '08-accepted');
    link = (await guest.getByRole('link').textContent()) ?? '';
    expect(link).toContain(`${goodword.base}/r/`);
  });

  it('shows the partner their link, and takes down where they are paid', async () => {
    partner = await goodword.visit();
    const welcome = await goodword.keepMails('welcome');
    await partner.goto(/http:\/\/\S+\/welcome\/\S+/.exec(welcome)?.[0] ?? '');
    await press(partner, 'Sign in');
    await partner.waitForURL(/\/portal/);
    await partner.getByLabel('Your link to share').getByText(link).waitFor();
    await settled(partner);
    await shoot(partner, '09-portal-new');
    await partner.getByLabel('Account holder').fill('Zoë F');
    await partner.getByLabel('IBAN').fill('DE89370400440532013000');
    await press(partner, 'Save');
    await sees(partner, /Paid to Zoë F/);
  });

  it('credits the sale that the link brought, and tells the partner why', async () => {
    const visit = await fetch(link, { redirect: 'manual', headers: { 'user-agent': SEEN_BY_A_PERSON } });
    expect(visit.status).toBe(302);
    const click_token = new URL(visit.headers.get('location') ?? '').searchParams.get('gw_click');
    const product = await goodword.keyHeaders(['track:write']);
    clock.advance(DAY_MS);
    const account_id = 'friend-1';
    const signup = { account_id, account_name: 'Friend Ltd', email: 'ada@friend.net', click_token };
    await goodword.ask('POST', '/v1/signups', product, signup);
    const lines = [{ amount_minor: 49_900 }];
    await goodword.ask('POST', '/v1/invoices', product, { invoice_id: 'in-1', account_id, currency: 'EUR', lines });
    await go(partner, '/portal');
    const row = partner.getByRole('region', { name: 'Earnings' }).getByRole('row').nth(1);
    await row.getByText('€99.80').first().waitFor();
    expect(await row.textContent()).toContain('20%');
    await shoot(partner, '10-portal-earning');
  });

  it('answers the why of a commission in the list and on its page', async () => {
    await go(owner, '/commissions');
    await owner.getByRole('row').nth(1).getByRole('button', { name: 'why' }).click();
    await owner.getByRole('dialog').getByText('€99.80').first().waitFor();
    await shoot(owner, '11-commissions-why');
    await owner.keyboard.press('Escape');
    await owner.getByRole('row').nth(1).getByRole('link').click();
    await titled(owner, '€99.80 for Zoë F');
    await settled(owner);
    await shoot(owner, '12-commission');
  });

  it('lets finance collect what is payable after the hold', async () => {
    clock.advance(31 * DAY_MS);
    await matureAllCommissions(goodword.product.systemCtx('test'));
    finance = await goodword.signIn('finance', 'finn@nimbus.example');
    await go(finance, '/payouts');
    const account = finance.getByRole('region', { name: 'The account it is paid from' });
    await account.getByLabel('Account holder').fill('Nimbus GmbH');
    await account.getByLabel('IBAN').fill('NL91ABNA0417164300');
    await account.getByRole('button', { name: 'Save' }).click();
    await sees(finance, 'Saved.');
    await press(finance, 'New batch');
    await press(finance, 'Collect');
    await titled(finance, '€99.80 to 1 partner');
    await sees(finance, 'somebody else must approve it');
    expect(await finance.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    await shoot(finance, '13-batch-draft');
    batch = new URL(finance.url()).pathname;
  });

  it('has a second person approve it, and writes the file for the bank', async () => {
    await go(owner, batch);
    await press(owner, 'Approve…');
    await owner.getByRole('dialog').getByRole('button', { name: 'Approve 1 payout, €99.80' }).waitFor();
    await shoot(owner, '14-approve');
    await press(owner, 'Approve 1 payout, €99.80');
    await sees(owner, 'Give the file to the bank');
    await go(finance, batch);
    const [download] = await Promise.all([finance.waitForEvent('download'), finance.getByText('Bank file').click()]);
    const xml = readFileSync(await download.path(), 'utf8');
    expect(xml).toContain('urn:iso:std:iso:20022:tech:xsd:pain.001.001.09');
    expect(xml).toContain('<CtrlSum>99.80</CtrlSum>');
  });

  it('is paid: in the books, and in the eyes of the partner', async () => {
    await press(finance, 'Mark as sent…');
    await press(finance, 'Mark €99.80 as sent');
    await sees(finance, 'Confirm what arrived');
    await press(finance, 'Confirm all paid…');
    await press(finance, 'Confirm 1 payout, €99.80');
    await sees(finance, 'Everything in it is settled');
    await shoot(finance, '15-batch-paid');
    await go(partner, '/portal');
    await sees(partner, 'Everything you earned has been paid.');
    await partner.getByRole('region', { name: 'Payouts' }).getByText('Paid', { exact: true }).last().waitFor();
    await shoot(partner, '16-portal-paid');
    await go(finance, '/ledger');
    await shoot(finance, '17-ledger');
  });

  it('went wrong nowhere on the way', () => {
    expect(goodword.faults).toEqual([]);
  });
});
