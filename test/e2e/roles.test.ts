import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settableClock } from '../../src/platform/clock.ts';
import { AT } from '../flows/advocate-company.fixture.ts';
import { settled } from '../harness/browser.ts';
import { type Installation, openInstallation } from './installation.fixture.ts';

describe('what a role may do', () => {
  let goodword: Installation;
  let viewer: Page;
  let owner: Page;
  beforeAll(async () => {
    goodword = await openInstallation(settableClock(AT));
    viewer = await goodword.signIn('viewer');
    owner = await goodword.signIn('owner');
  });
  afterAll(() => goodword?.close());
  const offers = async (page: Page, address: string, name: string) => {
    await page.goto(`${goodword.base}${address}`);
    await settled(page);
    return page.getByRole('button', { name }).count();
  };

  it.each([
    ['/settings/team', 'Invite a colleague'],
    ['/settings/keys', 'Create key'],
    ['/health', 'Score everyone now'],
  ])('offers a viewer of %s nothing that only others may do', async (address, name) => {
    expect(await offers(owner, address, name)).toBeGreaterThan(0);
    expect(await offers(viewer, address, name)).toBe(0);
  });
});
