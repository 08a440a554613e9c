import { upsertAccounts } from '../../src/customers/accounts/store.ts';
import { upsertInvoices, upsertSubscriptions } from '../../src/customers/billing/store.ts';
import { saveCompany } from '../../src/customers/company/service.ts';
import { upsertConsents, upsertPeople } from '../../src/customers/people/store.ts';
import { upsertSurveyAnswers, upsertSurveys } from '../../src/customers/surveys/store.ts';
import { upsertTickets } from '../../src/customers/tickets/store.ts';
import { upsertUsage } from '../../src/customers/usage/store/events.ts';
import { createProgramme, openProgramme } from '../../src/partners/programmes/service.ts';
import type { Ctx } from '../../src/platform/ctx.ts';

export const AT = '2026-03-01T00:00:00Z';
export const ACCOUNTS = ['ac_a', 'ac_b', 'ac_c', 'ac_d', 'ac_e', 'ac_f'];
const source = 'test';
const stamps = { created_at: AT, updated_at: AT };

/**
 * Six paying customers of one plan, each better used than the one before it (ac_a least, ac_f most). Each has a champion
 * (pe_a … pe_f); those of ac_e and ac_f agreed to be asked. ac_d has nobody.
 */
export async function makeCompany(ctx: Ctx): Promise<void> {
  await saveCompany(ctx, {
    name: 'Nimbus <Desk>',
    reporting_currency: 'EUR',
    product_url: 'https://nimbus.example',
    simulated: false,
  });
  const { db } = ctx;
  await upsertAccounts(
    db,
    ACCOUNTS.map((id) => ({
      id,
      source,
      external_id: id,
      name: `Account ${id.slice(3)}`,
      plan: 'team',
      seats: 10,
      employees: 40,
      first_touch_channel: 'search',
      signed_up_at: '2024-06-01T00:00:00Z',
      ...stamps,
    })),
  );
  await upsertSubscriptions(
    db,
    ACCOUNTS.map((id, index) => ({
      id: `sb_${id}`,
      account_id: id,
      source,
      external_id: id,
      plan: 'team',
      seats: 10,
      billing_interval: 'month',
      currency: 'EUR',
      mrr_minor: 10_000 + index * 1000,
      started_on: '2024-06-01',
      ...stamps,
    })),
  );
  await upsertUsage(
    db,
    ACCOUNTS.flatMap((account_id, index) => usageOf(account_id, index)),
  );
  await addPeople(ctx);
  await addOpinions(ctx);
}

function usageOf(account_id: string, index: number) {
  const before = Array.from({ length: 60 }, (_, n) => ({
    account_id,
    id: `old${n}`,
    occurred_at: `2025-11-${10 + (n % 20)}T09:00:00Z`,
    feature: `f${n % 4}`,
  }));
  const lately = Array.from({ length: 20 * (index + 1) }, (_, n) => ({
    account_id,
    id: `new${n}`,
    occurred_at: `2026-02-${10 + (n % 18)}T09:00:00Z`,
    feature: `f${n % 4}`,
  }));
  return [...before, ...lately];
}

async function addPeople({ db }: Ctx): Promise<void> {
  const people = ACCOUNTS.filter((id) => id !== 'ac_d').map((account_id) => {
    const letter = account_id.slice(3);
    const email = `${letter}@customer-${letter}.net`;
    return {
      id: `pe_${letter}`,
      account_id,
      source,
      external_id: letter,
      name: `Zoë ${letter.toUpperCase()}`,
      email,
      email_normalised: email,
      role: 'champion',
      last_active_at: '2026-02-27T00:00:00Z',
      ...stamps,
    };
  });
  await upsertPeople(db, people);
  await upsertConsents(
    db,
    ['pe_e', 'pe_f'].map((person_id) => ({
      person_id,
      purpose: 'advocacy',
      granted: true,
      at: '2025-01-01T00:00:00Z',
      evidence: 'survey',
    })),
  );
}

async function addOpinions({ db }: Ctx): Promise<void> {
  await upsertSurveys(db, [{ id: 'sv_nps', source, external_id: 'nps', kind: 'nps', title: 'NPS', created_at: AT }]);
  await upsertSurveyAnswers(
    db,
    ['e', 'f'].map((letter) => ({
      id: `sa_${letter}`,
      survey_id: 'sv_nps',
      account_id: `ac_${letter}`,
      person_id: `pe_${letter}`,
      source,
      external_id: letter,
      score: '10',
      scale_max: 10,
      answered_at: '2026-02-20T00:00:00Z',
    })),
  );
  await upsertTickets(db, [
    {
      id: 'tk_1',
      account_id: 'ac_a',
      source,
      external_id: '1',
      status: 'closed',
      opened_at: '2026-02-01T00:00:00Z',
      closed_at: '2026-02-02T00:00:00Z',
      resolution_minutes: 600,
      ...stamps,
    },
  ]);
}

/** The live programme that a yes enrols in. */
export async function makeProgramme(ctx: Ctx): Promise<string> {
  const programme = await createProgramme(ctx, { template: 'customer_referral', name: 'Friends of Nimbus' });
  await openProgramme(ctx, programme.id);
  return programme.id;
}

/** An overdue invoice: a reason not to ask. */
export async function addOverdueInvoice({ db }: Ctx, account_id: string): Promise<void> {
  await upsertInvoices(db, [
    {
      id: `in_${account_id}`,
      account_id,
      source,
      external_id: account_id,
      currency: 'EUR',
      subtotal_minor: 100,
      total_minor: 100,
      status: 'open',
      issued_at: '2026-01-01T00:00:00Z',
      due_on: '2026-01-31',
      created_at: AT,
    },
  ]);
}
