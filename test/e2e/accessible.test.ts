import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { settableClock } from '../../src/platform/clock.ts';
import { AT } from '../flows/advocate-company.fixture.ts';
import { settled, shoot } from '../harness/browser.ts';
import { type Installation, openInstallation } from './installation.fixture.ts';
import { type Lived, liveALittle } from './lived-company.fixture.ts';

const DESK = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const BAD = ['serious', 'critical'];

/** Every screen of the console, and what it shows one of. */
const SCREENS: [name: string, path: (lived: Lived) => string][] = [
  ['Overview', () => '/'],
  ['Accounts', () => '/accounts'],
  ['An account', ({ account }) => `/accounts/${account}`],
  ['Revenue', () => '/revenue'],
  ['Channels', () => '/channels'],
  ['Retention', () => '/retention'],
  ['Survival', () => '/survival'],
  ['Lifetime value', () => '/lifetime'],
  ['Churn by source', () => '/churn-by-source'],
  ['Imports', () => '/imports'],
  ['A new import', () => '/imports/new'],
  ['A planned import', ({ planned }) => `/imports/${planned}`],
  ['A finished import', ({ imported }) => `/imports/${imported}`],
  ['Health', () => '/health'],
  ['What makes success', () => '/success'],
  ['Traits', () => '/success/traits'],
  ['Channels and success', () => '/success/channels'],
  ['Paths', () => '/success/paths'],
  ['How far every customer is', () => '/success/paths/customers'],
  ['Pain points', () => '/success/needs'],
  ['Suggested needs', () => '/success/needs/suggestions'],
  ['Churn', () => '/churn'],
  ['A model of churn', () => '/churn/model'],
  ['Playbooks', () => '/playbooks'],
  ['A new playbook', () => '/playbooks/new'],
  ['A playbook', () => '/playbooks/pl_ready_usage'],
  ['Tasks', () => '/tasks?whose=all'],
  ['Two versions of health', () => '/health/compare'],
  ['What health is made of', () => '/health/model'],
  ['Segments', () => '/segments'],
  ['A new segment', () => '/segments/new?example=fading'],
  ['Scenario lab', () => '/scenarios'],
  ['A new scenario', () => '/scenarios/new'],
  ['Nominations', () => '/nominations'],
  ['A nomination', ({ account }) => `/nominations/${account}`],
  ['Invitations', () => '/asks'],
  ['An invitation', ({ ask }) => `/asks/${ask}`],
  ['Programmes', () => '/programmes'],
  ['A programme', ({ programme }) => `/programmes/${programme}`],
  ['Applications', () => '/applications'],
  ['Partners', () => '/partners'],
  ['Partner quality', () => '/partner-quality'],
  ['A partner', ({ partner }) => `/partners/${partner}`],
  ['Referrals', () => '/referrals'],
  ['A referral', ({ referral }) => `/referrals/${referral}`],
  ['Conversions', () => '/conversions'],
  ['Credit under other models', () => '/conversions/models'],
  ['A conversion', ({ conversion }) => `/conversions/${conversion}`],
  ['Commissions', () => '/commissions'],
  ['A commission', ({ commission }) => `/commissions/${commission}`],
  ['Rewards', () => '/rewards'],
  ['A reward', ({ reward }) => `/rewards/${reward}`],
  ['Rewards to send', () => '/rewards/queue'],
  ['Gifts', () => '/rewards/gifts'],
  ['Reconciliation', () => '/rewards/reconciliation'],
  ['Payouts', () => '/payouts'],
  ['A payout batch', ({ batch }) => `/payouts/${batch}`],
  ['Ledger', () => '/ledger'],
  ['Company settings', () => '/settings/company'],
  ['Costs', () => '/settings/costs'],
  ['Team', () => '/settings/team'],
  ['Link domains', () => '/settings/link-domains'],
  ['Kept events', () => '/settings/retention'],
  ['API keys', () => '/settings/keys'],
  ['Webhooks', () => '/settings/webhooks'],
  ['A webhook', ({ webhook }) => `/settings/webhooks/${webhook}`],
  ['Stripe', () => '/settings/stripe'],
  ['Events', () => '/settings/events'],
  ['Postbacks', () => '/settings/postbacks'],
  ['Mail', () => '/mail'],
  ['Metrics', () => '/definitions'],
  ['Audit log', () => '/settings/audit'],
  ['Your profile', () => '/settings/profile'],
  ['A new password', () => '/reset'],
  ['An address that is not there', () => '/nowhere'],
];

/** One browser and one company for every screen: each is loaded once, looked at light, dark and on a phone. */
describe('a screen for everybody', () => {
  const clock = settableClock(AT);
  let goodword: Installation;
  let lived: Lived;
  let console_: Page;
  let stranger: Page;
  let partner: Page;

  beforeAll(async () => {
    goodword = await openInstallation(clock);
    lived = await liveALittle(goodword, clock);
    console_ = await goodword.signIn('owner', 'vera@nimbus.example');
    stranger = await goodword.visit();
    partner = await goodword.visit();
  });
  afterAll(() => goodword?.close());

  it.each(SCREENS)('%s', async (name, path) => {
    await console_.setViewportSize(DESK);
    await console_.goto(`${goodword.base}${path(lived)}`);
    await expectForEverybody(console_, name);
  });

  it('Signing in', async () => {
    await stranger.goto(`${goodword.base}/sign-in`);
    await expectForEverybody(stranger, 'Signing in');
  });

  it('The page of an invitation', async () => {
    await stranger.setViewportSize(DESK);
    await stranger.goto(lived.invitation);
    await expectForEverybody(stranger, 'The page of an invitation');
  });

  it('The public referral form of a partner', async () => {
    await stranger.setViewportSize(DESK);
    await stranger.goto(lived.referralForm);
    await expectForEverybody(stranger, 'The public referral form');
  });

  it('The page that asks where a gift goes', async () => {
    await stranger.setViewportSize(DESK);
    await stranger.goto(lived.giftPage);
    await expectForEverybody(stranger, 'The page that asks where a gift goes');
  });

  it('The page of a sign-in link, and the partners’ portal behind it', async () => {
    await partner.goto(lived.welcome);
    await expectForEverybody(partner, 'The page of a sign-in link');
    await partner.setViewportSize(DESK);
    await partner.getByRole('button', { name: 'Sign in' }).click();
    await partner.waitForURL(/\/portal/);
    await expectForEverybody(partner, 'The portal');
    await partner.setViewportSize(DESK);
    await partner.goto(`${goodword.base}/portal/rewards`);
    await expectForEverybody(partner, 'The portal’s rewards');
    await partner.setViewportSize(DESK);
    await partner.goto(`${goodword.base}/portal/programmes/${lived.programme}`);
    await expectForEverybody(partner, 'A programme in the portal');
  });

  it('The form of new terms, with one of everything it can hold', async () => {
    await console_.setViewportSize(DESK);
    await console_.goto(`${goodword.base}/programmes/${lived.programme}`);
    await console_.getByRole('button', { name: 'New terms…' }).click();
    const dialog = console_.getByRole('dialog');
    const part = (title: string) => dialog.locator('summary', { hasText: title });
    for (const title of ['Tiers', 'Limits', 'Renewals', 'Paid as', 'Rewards', 'Shared', 'Payouts'])
      await part(title).first().press('Enter');
    for (const row of ['tier', 'tier', 'product', 'part', 'reward', 'partner'])
      await dialog.getByRole('button', { name: `Add a ${row}`, exact: true }).press('Enter');
    await expectForEverybody(console_, 'The form of new terms');
    for (const row of [/^Product/, /^Part /, /^Reward/, /^Share/])
      await dialog.getByRole('group', { name: row }).last().getByRole('button', { name: 'Remove' }).press('Enter');
    const second = dialog.getByRole('group', { name: 'Tier 2' });
    await second.getByLabel('Rate').fill('30');
    await second.getByLabel('From').fill('0');
    await part('Tiers').press('Enter');
    await dialog.getByRole('button', { name: /^Add version/ }).click();
    await second.getByText('The tiers leave a gap or overlap.').waitFor();
  });

  it('The public page of a programme', async () => {
    await stranger.setViewportSize(DESK);
    const { slug } = await goodword.ask('GET', `/v1/programmes/${lived.programme}`, await goodword.keyHeaders());
    await stranger.goto(`${goodword.base}/join/${slug}`);
    await expectForEverybody(stranger, 'The public page of a programme');
  });

  it('breaks nowhere', () => {
    expect(goodword.faults).toEqual([]);
  });
});

/** No serious finding of axe, light or dark, and nothing to scroll sideways on a phone. */
async function expectForEverybody(page: Page, name: string): Promise<void> {
  await lookIn(page, 'light');
  await shoot(page, `screens/${name}`);
  const light = await findings(axeFor(page));
  await lookIn(page, 'dark');
  await shoot(page, `screens/${name}, dark`);
  const dark = await findings(axeFor(page).withRules(['color-contrast']));
  await page.setViewportSize(PHONE);
  await settled(page);
  await shoot(page, `screens/${name}, phone`);
  expect({ light, dark, wide: await page.evaluate(tooWide) }).toEqual({ light: [], dark: [], wide: [] });
}

/** The console follows the scheme a moment after the browser says it. */
async function lookIn(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  await page.waitForFunction((wanted) => {
    const { mantineColorScheme } = document.documentElement.dataset;
    return mantineColorScheme === undefined || mantineColorScheme === wanted;
  }, scheme);
  await settled(page);
}

/** What passes is not described: on a long table that takes longer than looking. */
function axeFor(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
}

async function findings(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.setLegacyMode().analyze();
  const bad = violations.filter(({ impact }) => BAD.includes(impact ?? ''));
  return bad.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html} ${any[0]?.message ?? ''}`));
}

/** What sticks out of a page that scrolls sideways. */
function tooWide(): string[] {
  const { innerWidth, document } = globalThis as unknown as Window & { document: Document };
  if ((document.scrollingElement?.scrollWidth ?? 0) <= innerWidth) return [];
  const out = [...document.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > innerWidth);
  return ['the page scrolls sideways', ...out.slice(0, 5).map((one) => one.outerHTML.slice(0, 120))];
}
