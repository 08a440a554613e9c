import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AT, addOverdueInvoice, makeCompany } from '../../test/flows/advocate-company.fixture.ts';
import { testCtx } from '../../test/harness/ctx.ts';
import { openTestDatabase } from '../../test/harness/db.ts';
import { upsertSubscriptions } from '../customers/billing/store.ts';
import { upsertTickets } from '../customers/tickets/store.ts';
import type { Database } from '../platform/database.ts';
import { readinessFacts, readinessFactsOf } from './readiness-facts.ts';

describe('the facts behind readiness', () => {
  let database: Database;
  let ctx: ReturnType<typeof testCtx>;
  const stamps = { created_at: AT, updated_at: AT };
  beforeAll(async () => {
    database = await openTestDatabase();
    ctx = testCtx(database, { at: AT });
    await makeCompany(ctx);
    await addOverdueInvoice(ctx, 'ac_b');
    const more = { id: 'sb_more', account_id: 'ac_f', source: 'test', external_id: 'more', currency: 'EUR' };
    await upsertSubscriptions(ctx.db, [{ ...more, mrr_minor: 5000, started_on: '2026-02-01', ...stamps }]);
    const severe = { id: 'tk_2', account_id: 'ac_c', source: 'test', external_id: '2', status: 'open', severity: 1 };
    await upsertTickets(ctx.db, [{ ...severe, opened_at: '2026-02-27T00:00:00Z', ...stamps }]);
  });
  afterAll(() => database.close());
  const factsOf = async (id: string) => {
    const found = (await readinessFacts(ctx)).accounts.find((account) => account.account_id === id);
    if (!found) throw new Error(`no facts of ${id}`);
    return found;
  };

  it('count use of 90 days against the 90 before, per feature', async () => {
    expect(await factsOf('ac_f')).toMatchObject({ events_90d: 120, events_prior_90d: 60, features_90d: 4 });
  });

  it('place use and friction among the peers', async () => {
    const ranks = (await readinessFacts(ctx)).accounts.map((account) => account.usage_percentile);
    expect(ranks).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect((await factsOf('ac_c')).friction_percentile).toBe(1);
    expect((await factsOf('ac_a')).friction_percentile).toBe(0.8);
    expect((await factsOf('ac_d')).friction_percentile).toBe(0);
  });

  it('tell what is paid now and what was a year ago, and the day of an upgrade', async () => {
    expect(await factsOf('ac_f')).toMatchObject({
      is_paying: true,
      mrr_minor: 20_000,
      mrr_before_minor: 15_000,
      tenure_days: 638,
      upgraded_at: '2026-02-01T00:00:00.000Z',
    });
    expect(await factsOf('ac_e')).toMatchObject({ mrr_minor: 14_000, mrr_before_minor: 14_000, upgraded_at: null });
  });

  it('find what forbids asking', async () => {
    expect(await factsOf('ac_b')).toMatchObject({ overdue_invoices: 1, open_severity_1: 0 });
    expect(await factsOf('ac_c')).toMatchObject({ overdue_invoices: 0, open_severity_1: 1 });
  });

  it('give each person their own consent and answer', async () => {
    const { people } = await readinessFacts(ctx);
    const of = (id: string) => people.find((person) => person.person_id === id);
    expect(of('pe_f')).toMatchObject({ consent: true, nps_score: 10, nps_at: '2026-02-20T00:00:00.000Z' });
    expect(of('pe_a')).toMatchObject({ consent: null, nps_score: null, has_email: true, role: 'champion' });
  });

  it('of one account are the same as of all, with its place among its peers kept', async () => {
    const whole = await readinessFacts(ctx);
    for (const account of whole.accounts) {
      const alone = await readinessFactsOf(ctx, { only: [account.account_id], before: [account] });
      expect(alone.accounts).toEqual([account]);
      expect(alone.people).toEqual(whole.people.filter((person) => person.account_id === account.account_id));
    }
  });
});
