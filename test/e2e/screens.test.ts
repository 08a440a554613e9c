import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settableClock } from '../../src/platform/clock.ts';
import { AT, makeProgramme } from '../flows/advocate-company.fixture.ts';
import { settled, shoot } from '../harness/browser.ts';
import { type Installation, openInstallation } from './installation.fixture.ts';

const LOOKS: { name: string; context: BrowserContextOptions }[] = [
  { name: 'on a desk, in light', context: { viewport: { width: 1280, height: 900 }, colorScheme: 'light' } },
  { name: 'on a phone, in dark', context: { viewport: { width: 390, height: 844 }, colorScheme: 'dark' } },
];
/** Some thirty screens, each loaded and examined; a busy machine needs its time. */
const TOUR_MS = 600_000;
const BESIDES = ['/imports/new', '/settings/profile', '/nowhere'];
/** Lists whose first row has a page of its own. */
const LISTS = ['/accounts', '/nominations', '/programmes', '/partners'];
const ACCOUNT_TABS = ['billing', 'usage', 'people', 'support', 'asks'];

describe('every screen of the console', () => {
  let goodword: Installation;
  let addresses: string[];
  let storageState: Awaited<ReturnType<ReturnType<Page['context']>['storageState']>>;
  const asOwner = (context: BrowserContextOptions = {}) => goodword.visit({ ...context, storageState });

  beforeAll(async () => {
    goodword = await openInstallation(settableClock(AT));
    await makeProgramme(goodword.product.systemCtx('test'));
    const owner = await goodword.signIn('owner');
    storageState = await owner.context().storageState();
    addresses = await findAddresses(owner, goodword.base);
  });
  afterAll(() => goodword?.close());

  it.each(LOOKS)(
    'fits and obstructs nobody $name',
    async ({ name, context }) => {
      const page = await asOwner(context);
      const complaints: string[] = [];
      for (const address of addresses) complaints.push(...(await examine(page, goodword.base + address)));
      await shoot(page, `screens ${name}`);
      expect(complaints).toEqual([]);
    },
    TOUR_MS,
  );

  it('can be reached without a mouse, from the first key on', async () => {
    const page = await asOwner();
    await page.goto(goodword.base);
    await settled(page);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+k');
    await page.getByRole('textbox').fill('Nomin');
    await page.getByRole('button', { name: 'Nominations' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Who should vouch for us this week?' }).waitFor();
  });

  it('shows a viewer nothing that only others may do', async () => {
    const page = await goodword.signIn('viewer');
    for (const [address, button] of [
      ['/settings/team', 'Invite a colleague'],
      ['/settings/keys', 'Create key'],
      ['/health', 'Score everyone now'],
    ]) {
      await page.goto(`${goodword.base}${address}`);
      await settled(page);
      expect(await page.getByRole('button', { name: button }).count(), address).toBe(0);
    }
  });

  it('breaks nowhere', () => expect(goodword.faults).toEqual([]));
});

/** Every address the navigation leads to, a page behind each list, and what only other screens lead to. */
async function findAddresses(page: Page, base: string): Promise<string[]> {
  await settled(page);
  const inMenu = await hrefs(page, 'nav a[href^="/"]');
  const behind: string[] = [];
  for (const list of LISTS) {
    await page.goto(base + list);
    await settled(page);
    behind.push(...(await hrefs(page, `a[href^="${list}/"]:not([href$="/new"])`)).slice(0, 1));
  }
  const account = behind.find((address) => address.startsWith('/accounts/'));
  const tabs = ACCOUNT_TABS.map((tab) => `${account}?tab=${tab}`);
  expect(inMenu.length).toBeGreaterThan(14);
  return [...inMenu, ...behind, ...tabs, ...BESIDES];
}

async function hrefs(page: Page, selector: string): Promise<string[]> {
  const all = await page.locator(selector).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  return [...new Set(all)];
}

/** What is wrong with a screen: wider than the window, or an obstacle that axe calls serious. */
async function examine(page: Page, url: string): Promise<string[]> {
  await page.goto(url);
  if (!url.endsWith('/nowhere')) await settled(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const obstacles = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return [
    ...(wide > 0 ? [`${url}: ${wide} px wider than the window`] : []),
    ...obstacles.map(({ id, nodes }) => `${url}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
  ];
}
