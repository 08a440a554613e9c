import { sql } from 'kysely';
import { enrolPartner } from '../../src/partners/enrolments/service.ts';
import { createLink } from '../../src/partners/links/service.ts';
import { createPartner } from '../../src/partners/partners/service.ts';
import type { RewardTerms } from '../../src/partners/programmes/model.ts';
import { addTerms } from '../../src/partners/programmes/service.ts';
import type { Ctx } from '../../src/platform/ctx.ts';
import { makeLiveProgramme } from './partner-company.fixture.ts';

const REWARDS: RewardTerms[] = [
  {
    key: 'seat-credit',
    on: 'first_payment',
    to: 'company',
    give: { kind: 'company_credit', per_seat_minor: 1000, most: '100%' },
  },
  { key: 'thank-you', on: 'first_payment', to: 'referrer', give: { kind: 'gift', worth_minor: 5000 } },
  { key: 'free-month', on: 'first_payment', to: 'friend', give: { kind: 'free_months', months: 1, per_year: 12 } },
  { key: 'hello', on: 'signup', to: 'friend', hold_days: 0, give: { kind: 'discount', percent: '10%', months: 3 } },
  {
    key: 'third',
    on: 'milestone',
    count: 3,
    to: 'referrer',
    hold_days: 0,
    give: { kind: 'gift_card', brand: 'Books', amount_minor: 2500 },
  },
];

/** Ann of the customer Own GmbH, in a live programme that promises five rewards besides its commission. */
export async function makeRewardedPartner(ctx: Ctx): Promise<{ id: string; code: string }> {
  const programme = await makeLiveProgramme(ctx);
  const terms = {
    commission: { kind: 'percent', rate: '20%', months: 12 } as const,
    rewards: REWARDS,
    hold_days: 30,
    minimum_payout_minor: 5000,
    payout_schedule: 'monthly',
    friend_offer: '',
  };
  await addTerms(ctx, programme, { terms });
  await sql`insert into accounts (id, source, external_id, name, created_at, updated_at)
    values ('ac_own', 'crm', 'own', 'Own GmbH', now(), now())`.execute(ctx.db);
  const email = 'ann@own.example';
  const partner = await createPartner(ctx, {
    kind: 'customer',
    name: 'Ann',
    email,
    state: 'approved',
    account_id: 'ac_own',
  });
  await enrolPartner(ctx, { programme_id: programme, partner_id: partner.id, terms_version: 2 });
  const { code } = await createLink(ctx, { programme_id: programme, partner_id: partner.id });
  return { id: partner.id, code };
}
