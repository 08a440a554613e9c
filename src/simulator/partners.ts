import type { PersonRow } from '../customers/people/store.ts';
import { setDestination } from '../money/payouts/verbs/destinations.ts';
import { enrolPartner } from '../partners/enrolments/service.ts';
import type { Link } from '../partners/links/model.ts';
import { createLink } from '../partners/links/service.ts';
import { createPartner } from '../partners/partners/service.ts';
import { TEMPLATES } from '../partners/programmes/rules/templates.ts';
import { createProgramme, openProgramme } from '../partners/programmes/service.ts';
import { CAST, type CastMember } from './cast.ts';
import type { Known } from './load.ts';
import { THANK_YOU } from './rewards.ts';
import type { Stage } from './stage.ts';

export type SimPartner = { id: string; link: Link; member: CastMember };
export type SimProgramme = { id: string; partners: SimPartner[] };

/** The programme and its partners, made by the same verbs as everything else, months ago. */
export async function openReferrals(
  stage: Stage,
  given: { known: Known[]; people: PersonRow[]; start: Date },
): Promise<SimProgramme> {
  stage.clock.set(given.start);
  const rewards = [...(TEMPLATES.customer_referral.terms.rewards ?? []), THANK_YOU];
  const programme = await createProgramme(stage.ctx, {
    template: 'customer_referral',
    name: 'Recommend Fieldnote',
    terms: { rewards },
  });
  await openProgramme(stage.ctx, programme.id);
  const hosts = findHosts(given);
  const partners: SimPartner[] = [];
  for (const member of CAST) {
    stage.clock.advance(6 * 3_600_000);
    partners.push(
      await join(stage, { programme_id: programme.id, member, host: member.name ? undefined : hosts.shift() }),
    );
  }
  return { id: programme.id, partners };
}

/** Champions of early customers who are well and still here. */
function findHosts({ known, people, start }: { known: Known[]; people: PersonRow[]; start: Date }): PersonRow[] {
  const before = start.toISOString().slice(0, 10);
  const healthy = known
    .filter(({ account }) => account.life.ended_on === null && account.signed_up_on < before)
    .toSorted((a, b) => (b.account.life.levels.at(-1) ?? 0) - (a.account.life.levels.at(-1) ?? 0));
  return healthy.flatMap(
    ({ id }) => people.find((person) => person.account_id === id && person.role === 'champion') ?? [],
  );
}

type Joining = { programme_id: string; member: CastMember; host: PersonRow | undefined };

async function join({ ctx }: Stage, { programme_id, member, host }: Joining): Promise<SimPartner> {
  const partner = await createPartner(ctx, {
    kind: member.kind,
    name: member.name ?? host?.name ?? 'A customer',
    email: member.email ?? host?.email ?? 'customer@partner.example',
    account_id: host?.account_id ?? undefined,
    person_id: host?.id,
    state: 'approved',
    reason: 'Simulated',
  });
  await enrolPartner(ctx, { programme_id, partner_id: partner.id, terms_version: 1 });
  const link = await createLink(ctx, { programme_id, partner_id: partner.id });
  if (member.iban) {
    const destination = { rail: 'sepa' as const, holder_name: partner.name, iban: member.iban };
    await setDestination(ctx, { partnerId: partner.id, destination });
  }
  return { id: partner.id, link, member };
}
