import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';
const QUIET = ['background-networking', 'component-update', 'sync', 'quic', 'gpu'].map((name) => `--disable-${name}`);
const DESK = { width: 1280, height: 900 };

export type VisitOptions = {
  /** What the browser takes for now; the clock runs on when absent. */
  at?: Date;
  /** Everything that went wrong in the page is added here: exceptions, console errors, answers of 500 and above. */
  faults: string[];
  context?: BrowserContextOptions;
};

/** Debian's chromium, without a window. @throws with the command that installs it. */
export function openBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) throw new Error('These tests need chromium. On Debian: apt-get install -y chromium');
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--no-first-run', ...QUIET] });
}

/** A page of somebody whom the browser has never seen: nothing remembered, nothing moving. */
export async function openVisit(browser: Browser, { at, faults, context }: VisitOptions): Promise<Page> {
  const visit = await browser.newContext({
    viewport: DESK,
    locale: 'en-US',
    timezoneId: 'UTC',
    colorScheme: 'light',
    reducedMotion: 'reduce',
    ...context,
  });
  if (at) await visit.clock.setFixedTime(at);
  const page = await visit.newPage();
  collectFaults(page, faults);
  return page;
}

/** A refusal (4xx) is part of many stories; the browser's own line about it is not a fault. */
function collectFaults(page: Page, faults: string[]): void {
  const where = () => new URL(page.url(), 'http://nowhere').pathname;
  page.on('pageerror', (error) => faults.push(`${where()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() !== 'error' || message.text().startsWith('Failed to load resource')) return;
    faults.push(`${where()}: ${message.text()}`);
  });
  page.on('response', (answer) => {
    if (answer.status() >= 500) faults.push(`${answer.request().method()} ${answer.url()}: ${answer.status()}`);
  });
}

/** Waits until the screen shows its title, nothing on it is still coming, and no colour is on its way to another. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .mantine-Skeleton-root'));
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** Keeps a picture of the page in the folder that GOODWORD_SCREENSHOTS names; without one it does nothing. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.GOODWORD_SCREENSHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
