import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matureAllCommissions } from '../../src/flows/mature-commissions.ts';
import { confirmPayoutBatch } from '../../src/flows/run-payout.ts';
import { AppError } from '../../src/kernel/errors.ts';
import { holdCommission, releaseCommission } from '../../src/money/commissions/verbs/hold.ts';
import { checkBooks, listLedgerTransfers } from '../../src/money/ledger/service.ts';
import type { BatchView } from '../../src/money/payouts/schema.ts';
import { approvePayoutBatch } from '../../src/money/payouts/verbs/approve-batch.ts';
import { setDestination } from '../../src/money/payouts/verbs/destinations.ts';
import { draftPayoutBatch } from '../../src/money/payouts/verbs/draft-batch.ts';
import { readBatch } from '../../src/money/payouts/verbs/read-batches.ts';
import { cancelPayoutBatch, sendPayoutBatch } from '../../src/money/payouts/verbs/send-batch.ts';
import type { Ctx, PartnerId } from '../../src/platform/ctx.ts';
import type { Database } from '../../src/platform/database.ts';
import { seededRandom } from '../../src/stats/random.ts';
import { type Books, IBANS, openBooks, type SaleInput } from '../harness/books.ts';
import { type TestCtx, testCtx } from '../harness/ctx.ts';
import { openTestDatabase } from '../harness/db.ts';

const OPERATIONS = 3000;
const CHECK_EVERY = 500;
const SEED = Number(process.env.GOODWORD_SEED ?? 1 + Math.floor(Math.random() * 2 ** 31));
const HOUR_MS = 3_600_000;

type Sold = { input: SaleInput; id: string; refunded: number };

describe('money under every verb', () => {
  let database: Database;
  let ctx: TestCtx;
  let books: Books;
  beforeAll(async () => {
    database = await openTestDatabase();
    ctx = testCtx(database);
    books = await openBooks(ctx);
  });
  afterAll(() => database.close());

  it(`keeps every invariant through ${OPERATIONS} random operations (GOODWORD_SEED=${SEED})`, async () => {
    const random = seededRandom(SEED);
    const draw = (n: number) => Math.floor(random() * n);
    const pick = <T>(list: readonly T[]): T | undefined => list[draw(list.length)];
    const partners: PartnerId[] = [];
    for (const [n, iban] of IBANS.entries()) partners.push(await books.partner(`Partner ${n}`, { iban }));
    const sold: Sold[] = [];
    const batches: string[] = [];
    const counts = new Map<string, number>();
    const as = (id: string): Ctx => ({
      ...ctx,
      actor: { kind: 'user', id, email: `${id}@x.example`, role: 'finance' },
    });

    async function batch(): Promise<BatchView | undefined> {
      const id = random() < 0.8 ? batches.at(-1) : pick(batches);
      return id ? readBatch(ctx, id) : undefined;
    }

    const operations: Record<string, { weight: number; run(): Promise<unknown> }> = {
      sale: {
        weight: 34,
        async run() {
          const flags = random() < 0.15 ? ['same_domain'] : [];
          const amount = draw(20) === 0 ? draw(4) : 1 + draw(400_000);
          const input = {
            partnerId: pick(partners) ?? '',
            amount,
            invoice: `in-${sold.length}`,
            flags,
            paidAt: ctx.clock.now(),
          };
          const commission = await books.sale(input);
          sold.push({ input, id: commission.id, refunded: 0 });
        },
      },
      'sale again': {
        weight: 3,
        async run() {
          const known = pick(sold);
          if (!known) return;
          expect((await books.sale(known.input)).id).toBe(known.id);
          const transfers = await listLedgerTransfers(ctx, { event: 'accrue', ref_id: known.id, page: 1, per_page: 1 });
          expect(transfers.total).toBeLessThanOrEqual(1);
        },
      },
      refund: {
        weight: 14,
        async run() {
          const known = random() < 0.6 ? sold.at(-1 - draw(30)) : pick(sold);
          if (!known || known.input.amount === 0) return;
          const left = known.input.amount - known.refunded;
          if (left <= 0) return;
          known.refunded += random() < 0.3 ? left : 1 + draw(left);
          await books.refund(known.input.invoice, known.refunded);
        },
      },
      'refund again': {
        weight: 2,
        async run() {
          const known = pick(sold.filter(({ refunded }) => refunded > 0));
          if (known) await books.refund(known.input.invoice, known.refunded);
        },
      },
      hold: {
        weight: 8,
        run: async () => holdCommission(ctx, { id: pick(sold.slice(-60))?.id ?? 'cm_none', reason: 'law' }),
      },
      release: {
        weight: 10,
        run: async () => releaseCommission(ctx, { id: pick(sold.slice(-60))?.id ?? 'cm_none', reason: 'law' }),
      },
      mature: {
        weight: 6,
        async run() {
          ctx.clock.advance(draw(20 * 24) * HOUR_MS);
          await matureAllCommissions(ctx);
        },
      },
      draft: {
        weight: 5,
        run: async () =>
          batches.push(
            (await draftPayoutBatch(as('manager'), { currency: 'EUR', rail: pick(['sepa', 'manual'] as const) })).id,
          ),
      },
      approve: {
        weight: 7,
        async run() {
          const found = await batch();
          if (found) await approvePayoutBatch(as(pick(['manager', 'finance', 'finance', 'finance']) ?? ''), found);
        },
      },
      send: { weight: 6, run: async () => sendPayoutBatch(ctx, (await batch())?.id ?? 'pb_none') },
      answer: {
        weight: 16,
        async run() {
          const found = await batch();
          const payout = found && pick(found.payouts);
          if (!found || !payout) return;
          const outcome = pick(['paid', 'paid', 'failed', 'returned'] as const) ?? 'paid';
          await confirmPayoutBatch(ctx, {
            id: found.id,
            answers: { payouts: [{ payout_id: payout.id, outcome, reason: 'law' }] },
          });
        },
      },
      'answer all': {
        weight: 4,
        run: async () => confirmPayoutBatch(ctx, { id: (await batch())?.id ?? 'pb_none', answers: { all_paid: true } }),
      },
      cancel: { weight: 2, run: async () => cancelPayoutBatch(ctx, (await batch())?.id ?? 'pb_none') },
      move: {
        weight: 2,
        run: async () =>
          setDestination(ctx, {
            partnerId: pick(partners) ?? '',
            destination:
              random() < 0.7
                ? { rail: 'sepa', holder_name: 'Law', iban: pick(IBANS) ?? '' }
                : { rail: 'manual', holder_name: 'Law', details: 'PayPal law@example.com' },
          }),
      },
    };

    const wheel = Object.entries(operations).flatMap(([name, { weight }]) => Array<string>(weight).fill(name));
    for (let done = 1; done <= OPERATIONS; done += 1) {
      const name = pick(wheel) ?? 'sale';
      try {
        await operations[name]?.run();
        counts.set(name, (counts.get(name) ?? 0) + 1);
      } catch (error) {
        // A refusal is an answer; anything else, a CHECK of the database included, is a fault.
        if (!(error instanceof AppError) || error.code === 'internal')
          throw new Error(`operation ${done}, ${name}`, { cause: error });
        counts.set(`${name} refused`, (counts.get(`${name} refused`) ?? 0) + 1);
      }
      if (done % CHECK_EVERY === 0) expect(await checkBooks(ctx), `after operation ${done}, ${name}`).toEqual([]);
    }
    for (const name of Object.keys(operations)) expect([name, (counts.get(name) ?? 0) > 0]).toEqual([name, true]);
    expect(counts.get('approve')).toBeGreaterThan(20);
    expect(counts.get('answer')).toBeGreaterThan(20);
  }, 600_000);
});
