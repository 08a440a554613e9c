import type { ConsentRow, PersonRow } from '../customers/people/store.ts';
import { addDaysToDate } from '../kernel/time.ts';
import type { Draw } from './draw.ts';
import { FIRST_NAMES, LAST_NAMES, mailName } from './names.ts';
import type { SimAccount } from './population.ts';
import type { Stamp } from './stamp.ts';

export type SimPeople = { people: PersonRow[]; consents: ConsentRow[] };

const ROLES = [
  { role: 'champion', title: 'Operations lead', consents: 0.62 },
  { role: 'decision_maker', title: 'Managing director', consents: 0.4 },
  { role: 'billing', title: 'Accounts', consents: 0.15 },
  { role: 'user', title: 'Dispatcher', consents: 0.3 },
  { role: 'influencer', title: 'Head of IT', consents: 0.35 },
] as const;

/** Two to five people at each account; some agreed to be asked, some said no, most were never asked. */
export function makePeople(draw: Draw, stamp: Stamp, accounts: { id: string; account: SimAccount }[]): SimPeople {
  const found: SimPeople = { people: [], consents: [] };
  for (const { id, account } of accounts) {
    const count = draw.whole(2, account.employees > 60 ? 5 : 3);
    for (const [index, spec] of ROLES.slice(0, count).entries()) {
      const person = makePerson(draw, stamp, { account_id: id, account, index, ...spec });
      found.people.push(person);
      const granted = draw.chance(spec.consents);
      if (granted || draw.chance(0.1)) found.consents.push(consent(person.id, granted, account));
    }
  }
  return found;
}

type Spec = { account_id: string; account: SimAccount; index: number; role: string; title: string };

function makePerson(draw: Draw, stamp: Stamp, spec: Spec): PersonRow {
  const name = `${draw.pick(FIRST_NAMES)} ${draw.pick(LAST_NAMES)}`;
  const email = `${mailName(name).replace('-', '.')}${spec.index === 0 ? '' : spec.index}@${spec.account.domain}`;
  return {
    id: stamp.id('person', spec.account.signed_up_on),
    account_id: spec.account_id,
    source: stamp.source,
    external_id: `${spec.account.key}-${spec.index}`,
    name,
    email,
    email_normalised: email,
    title: spec.title,
    role: spec.role,
    unsubscribed_at: draw.chance(0.03) ? stamp.at(addDaysToDate(stamp.today, -draw.whole(1, 200)), 9) : null,
    last_active_at: lastActive(draw, stamp, spec.account),
    ...stamp.kept(spec.account.signed_up_on),
  };
}

/** Who uses it much was there lately. */
function lastActive(draw: Draw, stamp: Stamp, { life }: SimAccount): string {
  const level = life.levels.at(-1) ?? 0;
  const days = Math.round(1 + draw.random() * 14 * (1.6 - level) ** 3);
  return stamp.at(addDaysToDate(life.ended_on ?? stamp.today, -days), draw.whole(7, 17));
}

function consent(person_id: string, granted: boolean, account: SimAccount): ConsentRow {
  const at = `${account.signed_up_on}T10:00:00Z`;
  return { person_id, purpose: 'advocacy', granted, at, evidence: 'Simulated: answered at onboarding' };
}
