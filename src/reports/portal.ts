import { sql } from 'kysely';
import { renderSVG } from 'uqr';
import { notFound } from '../kernel/errors.ts';
import { shortName } from '../kernel/short-name.ts';
import { linkUrl } from '../partners/links/model.ts';
import { type Ctx, type PartnerId, requireScope, signedInPartner } from '../platform/ctx.ts';
import { say } from '../platform/locale.ts';
import { clicksByDay, enrolments, linksWithClicks } from './partner-page.ts';
import { partnerReferrals, type Referral } from './partner-referrals.ts';

/** The partner behind the session; nobody else has a portal. */
function signedIn(ctx: Ctx): PartnerId {
  requireScope(ctx, 'portal:read');
  return signedInPartner(ctx);
}

/** Who the partner is to the company, and the programmes it is in. */
export async function portalMe(ctx: Ctx) {
  const id = signedIn(ctx);
  const partner = await ctx.db
    .selectFrom('partners')
    .select(['id', 'name', 'email', 'state', 'kind'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!partner) throw notFound('partner', id);
  const company = await ctx.db.selectFrom('company_settings').select('name').executeTakeFirst();
  return { ...partner, company: company?.name ?? '', programmes: await enrolments(ctx, id) };
}

/** The partner's links with their clicks. */
export async function portalLinks(ctx: Ctx) {
  return { items: await linksWithClicks(ctx, signedIn(ctx)) };
}

/** Clicks and sign-ups by day, the last 90 days. */
export async function portalActivity(ctx: Ctx) {
  const id = signedIn(ctx);
  const signups = await signupsByDay(ctx, id);
  const days = new Map((await clicksByDay(ctx, id)).map(({ on, people }) => [on, { on, clicks: people, signups: 0 }]));
  for (const { on, n } of signups) days.set(on, { on, clicks: days.get(on)?.clicks ?? 0, signups: n });
  return { items: [...days.values()].sort((a, b) => (a.on < b.on ? -1 : 1)) };
}

async function signupsByDay(ctx: Ctx, partnerId: PartnerId): Promise<{ on: string; n: number }[]> {
  const { rows } = await sql<{ on: string; n: number }>`
    select (e.occurred_at at time zone 'UTC')::date as on, count(distinct d.account_id) as n
    from attribution_decisions d join conversion_events e on e.id = d.conversion_event_id
    where d.partner_id = ${partnerId} and d.outcome = 'credited' and e.kind = 'signup'
      and e.occurred_at > ${ctx.clock.now()}::timestamptz - interval '90 days'
    group by 1 order by 1`.execute(ctx.db);
  return rows;
}

/** The accounts the partner brought, without telling who they are, and why one is not credited. */
export async function portalReferrals(ctx: Ctx) {
  const referrals = await partnerReferrals(ctx, signedIn(ctx));
  return {
    items: referrals.map((referral) => {
      const reason_code = portalReason(referral);
      const { state, since } = referral;
      return {
        account: shortName(referral.account_name),
        state,
        since: since.toISOString(),
        reason_code,
        reason: say(`reasons-attribution:portal.${reason_code}`),
      };
    }),
  };
}

const LOST = new Set([
  'a_later_click_counts',
  'an_earlier_click_counts',
  'a_later_coupon_counts',
  'an_earlier_answer_counts',
  'another_programme',
  'set_again_later',
  'not_first_invoice',
]);
const SAID: Record<string, string> = {
  bot: 'bot',
  prefetch: 'bot',
  head: 'bot',
  outside_window: 'outside_window',
  already_paying: 'already_paying',
  self_referral: 'self_referral',
  partner_suspended: 'suspended',
  partner_not_approved: 'suspended',
  partner_not_approved_at_click: 'suspended',
  partner_not_approved_when_named: 'suspended',
  programme_not_live: 'not_live',
  binding_expired: 'expired',
};

/** The reason in the partner's words; what concerns other partners is not told. */
export function portalReason(referral: Pick<Referral, 'state' | 'rule' | 'flags' | 'fell_away'>): string {
  const { state, rule, flags, fell_away } = referral;
  if (fell_away) return LOST.has(fell_away) ? 'lost_to_other' : (SAID[fell_away] ?? 'other');
  if (state === 'not_credited' || state === 'ended') return 'lost_to_other';
  if (flags.length > 0) return 'held';
  if (state === 'signed_up') return 'waiting';
  return rule === 'R2' ? 'set_by_administrator' : 'credited';
}

/** The QR code of one of the partner's own links. @throws 404 */
export async function portalQr(ctx: Ctx, code: string): Promise<string> {
  const link = await ctx.db
    .selectFrom('links')
    .select('code')
    .where('partner_id', '=', signedIn(ctx))
    .where('code', '=', code)
    .executeTakeFirst();
  if (!link) throw notFound('link', code);
  return renderSVG(linkUrl(ctx.publicUrl, link.code), { border: 2 });
}
