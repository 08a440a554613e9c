import { enrolPartner } from '../../src/partners/enrolments/service.ts';
import type { RewardTerms } from '../../src/partners/programmes/model.ts';
import { addTerms, getProgramme } from '../../src/partners/programmes/service.ts';
import type { Headers, Installation } from './installation.fixture.ts';

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0';

const REWARDS: RewardTerms[] = [
  { key: 'thank-you', on: 'first_payment', to: 'referrer', hold_days: 0, give: { kind: 'gift', worth_minor: 5000 } },
  {
    key: 'card',
    on: 'first_payment',
    to: 'referrer',
    hold_days: 0,
    give: { kind: 'gift_card', brand: 'Books', amount_minor: 2500 },
  },
  {
    key: 'seats',
    on: 'first_payment',
    to: 'company',
    give: { kind: 'company_credit', per_seat_minor: 1000, most: '100%' },
  },
];

export type Rewarded = { reward: string; giftPage: string };
type About = { programme: string; partner: string; link: string; manager: Headers; product: Headers };

/** The terms promise rewards from now on; a customer pays, a card waits to be sent and a gift for its address. */
export async function rewardSomebody(goodword: Installation, about: About): Promise<Rewarded> {
  const ctx = goodword.product.systemCtx('test');
  const { terms } = await getProgramme(ctx, about.programme);
  if (!terms) throw new Error('the programme has no terms');
  const { version } = await addTerms(ctx, about.programme, { terms: { ...terms.terms, rewards: REWARDS } });
  const key = { programme_id: about.programme, partner_id: about.partner };
  await enrolPartner(ctx, { ...key, terms_version: version.version });
  const beans = { name: 'Coffee beans', interests: ['coffee'], worth_minor: 3000, currency: 'EUR', stock: 9 };
  await goodword.ask('POST', '/v1/gifts', about.manager, beans);
  const visit = await fetch(about.link, { redirect: 'manual', headers: { 'user-agent': BROWSER } });
  const click_token = new URL(visit.headers.get('location') ?? '').searchParams.get('gw_click');
  const friend = { account_id: 'friend-2', account_name: 'Second Friend Ltd', email: 'bo@second.net' };
  await goodword.ask('POST', '/v1/signups', about.product, { ...friend, click_token });
  const lines = [{ amount_minor: 49_900, quantity: 5 }];
  const sale = { invoice_id: 'in-9', account_id: 'friend-2', currency: 'EUR', lines };
  await goodword.ask('POST', '/v1/invoices', about.product, sale);
  const { items } = await goodword.ask('GET', '/v1/grants?kind=gift', about.manager);
  const giftPage = /http:\/\/\S+\/gift\/\S+/.exec(await goodword.keepMails('gift-address'))?.[0] ?? '';
  return { reward: String(items[0]?.id), giftPage };
}
