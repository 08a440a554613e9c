import { issueSignInLink } from '../../src/access/members/verbs/links.ts';
import { settleAttempt } from '../../src/access/webhooks/verbs/deliver.ts';
import { sendTest } from '../../src/access/webhooks/verbs/messages.ts';
import { addWebhook } from '../../src/access/webhooks/verbs/webhooks.ts';
import { matureAllCommissions } from '../../src/flows/mature-commissions.ts';
import { DAY_MS } from '../../src/kernel/time.ts';
import { setDestination } from '../../src/money/payouts/verbs/destinations.ts';
import type { settableClock } from '../../src/platform/clock.ts';
import type { Ctx } from '../../src/platform/ctx.ts';
import { makeProgramme } from '../flows/advocate-company.fixture.ts';
import { ACCOUNTS, makeFolder, runFolder, SUBSCRIPTIONS } from '../flows/import-files.fixture.ts';
import type { Headers, Installation } from './installation.fixture.ts';
import { type Rewarded, rewardSomebody } from './rewarded.fixture.ts';

const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0';

/** What the screens of a company that has lived a little show one of each of. */
export type Lived = {
  account: string;
  ask: string;
  invitation: string;
  referralForm: string;
  welcome: string;
  programme: string;
  partner: string;
  referral: string;
  conversion: string;
  commission: string;
  batch: string;
  imported: string;
  planned: string;
  webhook: string;
} & Rewarded;

type Actors = { manager: Headers; finance: Headers; product: Headers };

/**
 * Zoë F said yes, her link brought a customer whose first payment waits in a drafted payout, the second was partly
 * refunded; a sale credited to nobody; Zoë E is invited and has not answered; an import left one row out.
 */
export async function liveALittle(goodword: Installation, clock: ReturnType<typeof settableClock>): Promise<Lived> {
  const ctx = goodword.product.systemCtx('test');
  const programme = await makeProgramme(ctx);
  const who: Actors = {
    manager: await goodword.memberHeaders('manager', 'mara@nimbus.example'),
    finance: await goodword.memberHeaders('finance', 'finn@nimbus.example'),
    product: await goodword.keyHeaders(['track:write']),
  };
  const link = await makePartner(goodword, who);
  const { id: ask } = await goodword.ask('POST', '/v1/asks', who.manager, { account_id: 'ac_e' });
  const invitation = await sendAsk(goodword, who, ask);
  await sell(goodword, who, link);
  clock.advance(31 * DAY_MS);
  await matureAllCommissions(ctx);
  const first = async (path: string) => String((await goodword.ask('GET', path, who.finance)).items[0]?.id);
  const partner = await first('/v1/partners');
  const batch = await draftPayout(goodword, who, partner);
  await payAgain(goodword, who);
  const rewarded = await rewardSomebody(goodword, { ...who, programme, partner, link });
  return {
    ...rewarded,
    account: 'ac_f',
    ask,
    invitation,
    referralForm: link.replace('/r/', '/refer/'),
    referral: await nameProspect(goodword, who, { programme_id: programme, partner_id: partner }),
    welcome: await issueSignInLink(ctx, { email: 'f@customer-f.net', partner_id: partner }),
    programme,
    partner,
    conversion: await first('/v1/conversions'),
    commission: await first('/v1/commissions'),
    batch,
    imported: await importOnce(goodword),
    planned: await planImport(goodword, who),
    webhook: await failToTell(ctx),
  };
}

async function sendAsk(goodword: Installation, { manager }: Actors, id: string): Promise<string> {
  await goodword.ask('POST', `/v1/asks/${id}/send`, manager, {});
  return /http:\/\/\S+\/i\/\S+/.exec(await goodword.keepMails('invitation'))?.[0] ?? '';
}

async function makePartner(goodword: Installation, who: Actors): Promise<string> {
  const { id } = await goodword.ask('POST', '/v1/asks', who.manager, { account_id: 'ac_f' });
  const yes = await fetch(await sendAsk(goodword, who, id), {
    method: 'POST',
    body: new URLSearchParams({ answer: 'yes', consent: 'yes', terms_version: '1' }),
  });
  return /http:\/\/[^"<]+\/r\/[\w-]+/.exec(await yes.text())?.[0] ?? '';
}

async function nameProspect(goodword: Installation, { manager }: Actors, by: object): Promise<string> {
  const prospect = { company_name: 'Delta Ltd', contact_name: 'Dora', contact_email: 'dora@delta.net', consent: true };
  const { id } = await goodword.ask('POST', '/v1/referrals', manager, { ...by, ...prospect });
  return id;
}

async function sell(goodword: Installation, { product }: Actors, link: string): Promise<void> {
  const visit = await fetch(link, { redirect: 'manual', headers: { 'user-agent': BROWSER } });
  const click_token = new URL(visit.headers.get('location') ?? '').searchParams.get('gw_click');
  const signUp = (body: object) => goodword.ask('POST', '/v1/signups', product, body);
  await signUp({ account_id: 'friend-1', account_name: 'Friend Ltd', email: 'ada@friend.net', click_token });
  await signUp({ account_id: 'stranger', account_name: 'Stranger Inc' });
  await invoice(goodword, product, 'friend-1', 'in-1', 49_900);
  await invoice(goodword, product, 'stranger', 'in-2', 9_900);
}

async function invoice(
  goodword: Installation,
  product: Headers,
  account_id: string,
  invoice_id: string,
  minor: number,
) {
  const lines = [{ amount_minor: minor }];
  await goodword.ask('POST', '/v1/invoices', product, { invoice_id, account_id, currency: 'EUR', lines });
}

async function draftPayout(goodword: Installation, { finance }: Actors, partnerId: string): Promise<string> {
  const destination = { rail: 'sepa', holder_name: 'Zoë F', iban: 'DE89370400440532013000' } as const;
  await setDestination(goodword.product.systemCtx('test'), { partnerId, destination });
  await goodword.ask('PUT', '/v1/payout-settings', finance, { holder_name: 'Nimbus GmbH', iban: 'NL91ABNA0417164300' });
  return (await goodword.ask('POST', '/v1/payout-batches', finance, { currency: 'EUR' })).id;
}

async function payAgain(goodword: Installation, { product }: Actors): Promise<void> {
  await invoice(goodword, product, 'friend-1', 'in-3', 49_900);
  const refund = { refund_id: 'rf-1', invoice_id: 'in-3', amount_minor: 10_000 };
  await goodword.ask('POST', '/v1/refunds', product, refund);
}

const FILES = { 'accounts.csv': `${ACCOUNTS}A-3,Three,EdTech,soon,\n`, 'subscriptions.csv': SUBSCRIPTIONS };

async function importOnce(goodword: Installation): Promise<string> {
  const folder = makeFolder(FILES);
  const { import_id } = await runFolder(goodword.product.systemCtx('test'), folder);
  folder.remove();
  return import_id;
}

async function planImport({ base }: Installation, { manager }: Actors): Promise<string> {
  const body = new FormData();
  for (const [name, text] of Object.entries(FILES)) body.append('file', new Blob([text]), name);
  const answer = await fetch(`${base}/v1/imports/plan`, { method: 'POST', headers: manager, body });
  return ((await answer.json()) as { id: string }).id;
}

/** A webhook whose receiver answered its first message with a failure. */
async function failToTell(ctx: Ctx): Promise<string> {
  const url = 'https://hooks.example.com/goodword';
  const { webhook } = await addWebhook(
    ctx,
    { url, topics: ['ask.accepted'], description: 'CRM' },
    { toPrivate: false },
  );
  const message = await sendTest(ctx, webhook.id);
  await settleAttempt(ctx, message.id, { status: 500, error: null, answer: 'out of order', ms: 12 });
  return webhook.id;
}
