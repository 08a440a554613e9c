import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScenarioEvent, scenarioSchema } from '../../src/flows/replay-format.ts';
import { deliver, setStage } from '../../src/flows/replay-stage.ts';
import type { Database } from '../../src/platform/database.ts';
import { testCtx } from '../harness/ctx.ts';
import { openTestDatabase } from '../harness/db.ts';

const at = (day: number) => `2026-03-${String(day).padStart(2, '0')}T00:00:00Z`;

/** What happened, in the order it happened. */
const HISTORY: ScenarioEvent[] = [
  { type: 'click', at: at(1), partner: 'A', visitor: 'v1' },
  { type: 'signup', at: at(2), visitor: 'v1', account: 'c1', email: 'eve@customer.example' },
  { type: 'invoice_paid', at: at(11), account: 'c1', invoice: 'in1', lines: [{ amount: 9999 }] },
  { type: 'refund', at: at(13), refund: 're1', invoice: 'in1', amount: 3333 },
];
const SECOND_REFUND: ScenarioEvent = { type: 'refund', at: at(14), refund: 're2', invoice: 'in1', amount: 1111 };

const STAGE = scenarioSchema.parse({
  settings: {
    window_days: 30,
    model: 'last_click',
    coupon_over_click: true,
    zone: 'UTC',
    currency: 'EUR',
    rate: '17.5%',
    months: 12,
    hold_days: 30,
    lapse_days: 180,
  },
  partners: [
    { id: 'A', email: 'a@partner-a.example' },
    { id: 'B', email: 'b@partner-b.example' },
  ],
  events: [],
  expect: {},
});

function permutations<T>(items: T[]): T[][] {
  if (items.length <= 1) return [items];
  return items.flatMap((item, index) => permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}

describe('what reaches us late, twice or in any order', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  /** The books after the events were delivered in this order, a minute apart, on an empty company. */
  async function booksAfter(events: ScenarioEvent[]): Promise<object> {
    const result: { books?: object } = {};
    const undo = new Error('undo');
    const playing = database.db.transaction().execute(async (db) => {
      const ctx = { ...testCtx(database, { at: at(1) }), db };
      const stage = await setStage(ctx, STAGE);
      ctx.clock.set(at(20));
      for (const event of events) {
        await deliver(ctx, stage, event);
        ctx.clock.advance(60_000);
      }
      result.books = await readBooks(db);
      throw undo;
    });
    await playing.catch((error) => {
      if (error !== undo) throw error;
    });
    return result.books ?? {};
  }

  async function readBooks(db: Parameters<Parameters<ReturnType<Database['db']['transaction']>['execute']>[0]>[0]) {
    const commissions = await sql`
      select p.name as partner, i.external_id as invoice, c.state, c.base_minor, c.gross_minor, c.reversed_minor, c.flags,
        c.earned_at, c.available_at
      from commissions c join partners p on p.id = c.partner_id join invoices i on i.id = c.invoice_id
      order by 1, 2`.execute(db);
    const ledger = await sql`
      select a.kind, coalesce(p.name, 'programme') as owner, a.currency, a.balance_minor
      from ledger_accounts a left join partners p on p.id = a.owner_id where a.balance_minor <> 0
      order by 1, 2`.execute(db);
    const decisions = await sql`
      select e.kind, e.event_id, e.state, d.outcome, p.name as partner from conversion_events e
      left join attribution_decisions d on d.conversion_event_id = e.id left join partners p on p.id = d.partner_id
      order by 1, 2`.execute(db);
    return { commissions: commissions.rows, ledger: ledger.rows, decisions: decisions.rows };
  }

  it('credits the same partner with the same amount in all 24 orders of click, sign-up, payment and refund', async () => {
    const books = await booksAfter(HISTORY);
    expect(books).toMatchObject({
      commissions: [{ partner: 'A', gross_minor: 1750, reversed_minor: 583, state: 'pending' }],
      ledger: [
        { kind: 'partner.pending', balance_minor: 1167 },
        { kind: 'programme.expense', balance_minor: -1167 },
      ],
    });
    for (const order of permutations(HISTORY)) expect(await booksAfter(order)).toEqual(books);
  });

  it('changes nothing when sign-ups, payments and refunds come again, in any order', async () => {
    const all = [...HISTORY, SECOND_REFUND];
    const books = await booksAfter(all);
    const again = fc.array(fc.constantFrom(...all.slice(1)), { maxLength: 5 });
    const orders = again.chain((more) =>
      fc.shuffledSubarray([...all, ...more], { minLength: all.length + more.length }),
    );
    await fc.assert(
      fc.asyncProperty(orders, async (order) => {
        expect(await booksAfter(order)).toEqual(books);
      }),
      { numRuns: 15 },
    );
  });

  it('leaves the books as they are when a later click of another partner comes after the money', async () => {
    const late: ScenarioEvent = { type: 'click', at: at(12), partner: 'B', visitor: 'v1' };
    expect(await booksAfter([...HISTORY, late])).toEqual(await booksAfter(HISTORY));
  });
});
