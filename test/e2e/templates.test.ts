import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setDestination } from '../../src/money/payouts/verbs/destinations.ts';
import { settableClock } from '../../src/platform/clock.ts';
import { AT } from '../flows/advocate-company.fixture.ts';
import { settled, shoot } from '../harness/browser.ts';
import { type Installation, openInstallation } from './installation.fixture.ts';

const PERSON = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0';

type Step = 'review' | 'fee' | 'payout details' | 'quiz';
type Earning = 'sale' | 'lead' | 'review' | 'postback';
type Journey = {
  template: string;
  /** On its card. */
  card: string;
  email: string;
  answers?: Record<string, string>;
  invited?: boolean;
  steps?: Step[];
  by: Earning;
  /** What the partner earns first, as the books have it. */
  earns: { commission?: number; rewards?: string[] };
};

const WEB = { website: 'https://studio.net' };
const HOW = { how: 'In my articles' };
const FRIEND = 'company_credit';

/** From publishing to the first earning, once for each template. */
const JOURNEYS: Journey[] = [
  {
    template: 'customer_referral',
    card: 'Customers recommend us',
    email: 'e@customer-e.net',
    by: 'sale',
    earns: { commission: 2000, rewards: [FRIEND, 'discount'] },
  },
  {
    template: 'product_invite',
    card: 'Invites inside the product',
    email: 'f@customer-f.net',
    by: 'sale',
    earns: { rewards: ['free_months', 'free_months'] },
  },
  {
    template: 'affiliate',
    card: 'Affiliates and creators',
    email: 'cleo@studio.net',
    answers: { ...WEB, ...HOW },
    steps: ['review'],
    by: 'sale',
    earns: { commission: 3000 },
  },
  {
    template: 'solutions_partner',
    card: 'Solutions partners',
    email: 'ines@solutions.net',
    answers: { ...WEB, ...HOW },
    steps: ['review', 'fee', 'payout details'],
    by: 'sale',
    earns: { commission: 2500 },
  },
  {
    template: 'certified_partner',
    card: 'Certified partners',
    email: 'theo@trainers.net',
    answers: { ...WEB, experience: 'Twelve set-ups' },
    steps: ['review', 'quiz'],
    by: 'sale',
    earns: { commission: 2000 },
  },
  {
    template: 'private_advocates',
    card: 'Private circle of advocates',
    email: 'c@customer-c.net',
    invited: true,
    by: 'sale',
    earns: { rewards: [FRIEND, 'gift'] },
  },
  {
    template: 'reviews',
    card: 'Reviews',
    email: 'b@customer-b.net',
    by: 'review',
    earns: { rewards: ['gift_card'] },
  },
  {
    template: 'pay_per_lead',
    card: 'Advisers paid by the lead',
    email: 'adam@advice.net',
    steps: ['review', 'payout details'],
    by: 'lead',
    earns: { commission: 7500 },
  },
  {
    template: 'newsletter',
    card: 'Newsletters and content',
    email: 'nora@letters.net',
    answers: WEB,
    by: 'sale',
    earns: { rewards: ['gift_card'] },
  },
  {
    template: 'performance_network',
    card: 'Performance network',
    email: 'max@media.net',
    answers: { ...WEB, channels: 'Search and social' },
    steps: ['review'],
    by: 'postback',
    earns: { commission: 6000 },
  },
];

describe('a programme made from a template, in the browser', () => {
  const clock = settableClock(AT);
  let goodword: Installation;
  let owner: Page;
  let key: Record<string, string>;

  beforeAll(async () => {
    goodword = await openInstallation(clock);
    owner = await goodword.signIn('owner', 'vera@nimbus.example');
    key = await goodword.keyHeaders();
  });
  afterAll(() => goodword?.close());

  const go = async (page: Page, path: string) => {
    await page.goto(`${goodword.base}${path}`);
    await settled(page);
  };
  const inDialog = (name: string | RegExp) => owner.getByRole('dialog').getByRole('button', { name });

  /** The draft from its card, opened: its page reads like a contract. */
  async function publish({ template, card }: Journey): Promise<string> {
    await go(owner, '/programmes');
    await owner.getByRole('button', { name: 'New programme' }).first().click();
    const dialog = owner.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill(`The ${template}`);
    await dialog.getByText(card, { exact: true }).click();
    await shoot(owner, `t-${template}-1-card`);
    await inDialog('Make the draft').click();
    await owner.waitForURL(/\/programmes\/pr_/);
    await settled(owner);
    await owner.getByRole('button', { name: 'Publish…' }).click();
    await inDialog(/^Publish The/).click();
    await owner.getByRole('button', { name: 'Pause…' }).waitFor();
    await settled(owner);
    await shoot(owner, `t-${template}-2-published`);
    return new URL(owner.url()).pathname.split('/').at(-1) ?? '';
  }

  /** Somebody comes in through the public page; into a private one, through the invitation. */
  async function join(journey: Journey, slug: string): Promise<void> {
    let address = `${goodword.base}/join/${slug}`;
    if (journey.invited) {
      await owner.getByRole('button', { name: 'Invite by mail…' }).click();
      await owner.getByRole('dialog').getByLabel('E-mail address').fill(journey.email);
      await inDialog('Send the invitation').click();
      await owner.getByText('Invitation sent').first().waitFor();
      address = /http\S+/.exec(await goodword.keepMails('invitation'))?.[0] ?? '';
    }
    const visitor = await goodword.visit();
    await visitor.goto(address);
    await visitor.locator('[name=name]').fill(`Kim ${journey.template.replace('_', ' ')}`);
    await visitor.locator('[name=email]').fill(journey.email);
    await visitor.locator('[name=country]').selectOption('HU');
    for (const [name, text] of Object.entries(journey.answers ?? {}))
      await visitor.locator(`[name=${name}]`).fill(text);
    await visitor.locator('[name=agree]').check();
    await shoot(visitor, `t-${journey.template}-3-page`);
    await visitor.locator('button.yes').click();
    const done = journey.steps?.includes('review') ? 'Thank you, we have it' : 'You are in';
    await visitor.getByRole('heading', { name: done }).waitFor();
    await visitor.context().close();
  }

  async function approve({ template }: Journey, programme: string): Promise<void> {
    await go(owner, `/applications?programme_id=${programme}`);
    await owner.getByRole('button', { name: 'Approve', exact: true }).click();
    await owner.getByRole('dialog').getByLabel('Reason').fill('Just what we look for.');
    await inDialog(/^Approve Kim/).click();
    await owner.getByText('Approved', { exact: true }).waitFor();
    await shoot(owner, `t-${template}-4-approved`);
  }

  async function markFee(): Promise<void> {
    await owner.getByRole('button', { name: 'Mark as paid…' }).click();
    await owner.getByRole('dialog').getByLabel('Reason').fill('Bank transfer of today');
    await inDialog(/paid .* another way$/).click();
    await owner.getByText('No fee is due.').waitFor();
  }

  async function openPortal(): Promise<Page> {
    const partner = await goodword.visit();
    await partner.goto(/http\S+\/welcome\/\S+/.exec(await goodword.keepMails('welcome'))?.[0] ?? '');
    await partner.getByRole('button', { name: 'Sign in' }).click();
    await partner.waitForURL(/\/portal/);
    await settled(partner);
    return partner;
  }

  async function passQuiz(partner: Page, { template }: Journey, programme: string): Promise<void> {
    await go(partner, `/portal/programmes/${programme}`);
    const right = ['Say clearly', 'Nothing: nobody refers', 'That you will ask', 'The same part', 'Their agreement'];
    for (const name of right) await partner.getByRole('radio', { name }).check();
    await shoot(partner, `t-${template}-5-quiz`);
    await partner.getByRole('button', { name: 'Hand in my answers' }).click();
    await partner.getByText('You earn in this programme.').waitFor();
  }

  async function earn(journey: Journey, known: { programme: string; partner: string; code: string }): Promise<void> {
    const { programme, partner: partner_id } = known;
    const account_id = `friend-of-${journey.template}`;
    if (journey.by === 'review') {
      await go(owner, `/programmes/${programme}`);
      await owner.getByRole('button', { name: 'Note a review…' }).click();
      await owner.getByRole('dialog').getByRole('combobox', { name: 'Who wrote it' }).click();
      await owner.getByRole('option').first().click();
      await owner.getByRole('dialog').getByLabel('Its address').fill('https://reviews.net/nimbus/1');
      await inDialog('Note the review').click();
      await owner.getByText('Noted').first().waitFor();
      return;
    }
    if (journey.by === 'lead') {
      const prospect = { company_name: 'Delta', contact_name: 'Dora', contact_email: 'dora@delta.net', consent: true };
      const owners = await goodword.memberHeaders('manager', 'mia@nimbus.example');
      const { id } = await goodword.ask('POST', '/v1/referrals', owners, {
        ...prospect,
        programme_id: programme,
        partner_id,
      });
      for (const stage of ['accepted', 'qualified'])
        await goodword.ask('POST', `/v1/referrals/${id}/move`, owners, { stage });
      return;
    }
    const visit = await fetch(`${goodword.base}/r/${known.code}`, {
      redirect: 'manual',
      headers: { 'user-agent': PERSON },
    });
    const click_token = new URL(visit.headers.get('location') ?? '').searchParams.get('gw_click') ?? '';
    if (journey.by === 'postback') {
      const door = await goodword.ask('POST', '/v1/postback-doors', key, {
        name: 'Network',
        programme_id: programme,
        currency: 'EUR',
      });
      const query = new URLSearchParams({
        click_id: click_token,
        event_id: 'tx1',
        status: 'sale',
        amount: '100.00',
        account_id,
      });
      await goodword.ask('GET', `${new URL(String(door.url)).pathname}?${query}`, {});
      return;
    }
    const who = { account_id, account_name: 'Friend Ltd', email: `ada@${account_id.replaceAll('_', '-')}.net` };
    await goodword.ask('POST', '/v1/signups', key, { ...who, click_token });
    const lines = [{ amount_minor: 10_000, quantity: 2 }];
    await goodword.ask('POST', '/v1/invoices', key, {
      invoice_id: `in-${account_id}`,
      account_id,
      currency: 'EUR',
      lines,
    });
  }

  it.each(JOURNEYS)('$template goes from publishing to the first earning', async (journey) => {
    const ctx = goodword.product.systemCtx('test');
    clock.advance(60_000);
    const programme = await publish(journey);
    const { slug } = (await goodword.ask('GET', `/v1/programmes/${programme}`, key)) as unknown as { slug: string };
    await join(journey, slug);
    const steps = journey.steps ?? [];
    if (steps.includes('review')) await approve(journey, programme);
    if (steps.includes('fee')) await markFee();
    const partner = await openPortal();
    const row = await ctx.db
      .selectFrom('links')
      .select(['partner_id', 'code'])
      .where('programme_id', '=', programme)
      .executeTakeFirstOrThrow();
    if (steps.includes('payout details')) {
      const destination = { rail: 'sepa' as const, holder_name: 'Kim', iban: 'NL91ABNA0417164300' };
      await setDestination(ctx, { partnerId: row.partner_id, destination });
    }
    if (steps.includes('quiz')) await passQuiz(partner, journey, programme);
    clock.advance(60_000);
    await earn(journey, { programme, partner: row.partner_id, code: row.code });
    const commissions = await ctx.db
      .selectFrom('commissions')
      .select(['state', 'reason', 'gross_minor'])
      .where('programme_id', '=', programme)
      .where('reason', '<>', 'vesting')
      .execute();
    const wanted = journey.earns.commission;
    expect(commissions.filter(({ gross_minor }) => gross_minor > 0)).toMatchObject(
      wanted ? [{ state: 'pending', gross_minor: wanted }] : [],
    );
    const grants = await ctx.db
      .selectFrom('grants')
      .select(['kind', 'state'])
      .where('programme_id', '=', programme)
      .execute();
    const live = grants.filter(({ state }) => state !== 'promised' && state !== 'refused');
    expect(live.map(({ kind }) => kind).sort()).toEqual((journey.earns.rewards ?? []).toSorted());
    await go(partner, journey.earns.rewards ? '/portal/rewards' : '/portal');
    await shoot(partner, `t-${journey.template}-6-earned`);
    await partner.context().close();
  });

  it('went wrong nowhere on the way', () => {
    expect(goodword.faults).toEqual([]);
  });
});
