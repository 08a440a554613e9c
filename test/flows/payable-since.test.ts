import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readEarnings } from '../../src/money/commissions/verbs/read-earnings.ts';
import type { Database } from '../../src/platform/database.ts';
import { openTestDatabase } from '../harness/db.ts';
import { type Desk, openDesk } from '../harness/payout-desk.ts';

let database: Database;
let desk: Desk;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  desk = await openDesk(database);
});

describe('a commission whose hold is over', () => {
  it('says since when it is payable', async () => {
    const partnerId = await desk.earned('Since', 100_000);
    await desk.mature();
    const [commission] = (await readEarnings(desk.asPartner(partnerId), { page: 1, per_page: 5 })).items;
    expect(commission?.reason).toMatch(/^Payable since [A-Z][a-z]{2} \d{1,2}, \d{4}: the waiting time is over\.$/);
  });
});
