import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settableClock } from '../../src/platform/clock.ts';
import { AT } from '../flows/advocate-company.fixture.ts';
import { settled } from '../harness/browser.ts';
import { type Installation, openInstallation } from './installation.fixture.ts';

describe('the console without a mouse', () => {
  let goodword: Installation;
  let page: Page;
  beforeAll(async () => {
    goodword = await openInstallation(settableClock(AT));
    page = await goodword.signIn('owner', 'vera@nimbus.example');
  });
  afterAll(() => goodword?.close());
  const focused = () => page.evaluate(() => document.activeElement?.id);

  it('skips the navigation with the first two keys', async () => {
    await page.goto(`${goodword.base}/accounts`);
    await settled(page);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('content');
  });

  it('goes to a screen, and to an account, from the command palette', async () => {
    const palette = page.getByPlaceholder('Go to a screen, an account or a partner');
    await page.keyboard.press('Control+k');
    await palette.fill('Audit');
    await page.getByRole('button', { name: 'Audit log' }).last().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/settings\/audit/);
    await settled(page);
    await page.keyboard.press('Control+k');
    await palette.fill('Account e');
    await page.getByRole('button', { name: 'Account e' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/accounts\/ac_e/);
  });

  it('opens a row of a list by its first cell', async () => {
    await page.goto(`${goodword.base}/nominations`);
    await settled(page);
    await page.getByRole('link', { name: 'Account f' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/nominations\/ac_f/);
  });
});
