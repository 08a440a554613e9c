import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type PayPoint, payByProvider } from '../../src/flows/pay-by-provider.ts';
import { setDestination } from '../../src/money/payouts/verbs/destinations.ts';
import { draftPayoutBatch } from '../../src/money/payouts/verbs/draft-batch.ts';
import { readBatch } from '../../src/money/payouts/verbs/read-batches.ts';
import { sendPayoutBatch } from '../../src/money/payouts/verbs/send-batch.ts';
import { type Database, openDatabase } from '../../src/platform/database.ts';
import { fakeTransfers, type Mischief } from '../../src/platform/fake-transfers.ts';
import { openTestDatabase } from '../harness/db.ts';
import { type Desk, openDesk } from '../harness/payout-desk.ts';
import { misbehave } from '../harness/provider.ts';

const CHILD = join(import.meta.dirname, 'payout-provider.fixture.ts');
const POINTS: PayPoint[] = ['taken', 'answered', 'recorded', 'asked', 'heard'];
const MINUTE_MS = 60_000;

/** `count` partners with an account at the provider, each with 20.00 and something payable; approved and released. */
async function approvedBatch(desk: Desk, count: number): Promise<string> {
  for (let n = 0; n < count; n += 1) {
    const partnerId = await desk.books.partner(`Provider ${n}`);
    const destination = { rail: 'provider' as const, holder_name: `P ${n}`, account_id: `acct_${n}` };
    await setDestination(desk.ctx, { partnerId, destination });
    await desk.books.sale({ partnerId, amount: 100_000 + 5 * n, invoice: `prov-${partnerId}` });
  }
  await desk.mature();
  const batch = await draftPayoutBatch(desk.as('manager'), { currency: 'EUR', rail: 'provider' });
  await desk.approve(batch);
  await sendPayoutBatch(desk.ctx, batch.id);
  return batch.id;
}

/** What must be true at the end: everything answered, each order paid once, the book and the ledger equal. */
async function judge(desk: Desk, folder: string, count: number): Promise<void> {
  expect(await desk.violations()).toEqual([]);
  const book = fakeTransfers(folder).book();
  const { rows } = await sql<{ key: string; state: string; amount: number }>`
    select end_to_end_id as key, state, amount_minor as amount from payouts order by 1`.execute(desk.ctx.db);
  expect(rows).toHaveLength(count);
  const inBook = new Map(book.map((transfer) => [transfer.key, transfer]));
  for (const { key, state, amount } of rows) {
    const transfer = inBook.get(key);
    expect([key, state, transfer?.amountMinor]).toEqual([
      key,
      transfer?.state ?? 'failed',
      transfer ? amount : undefined,
    ]);
  }
  expect(inBook.size).toBe(rows.filter(({ state }) => state !== 'failed').length);
  const left = book.filter(({ state }) => state === 'paid').reduce((sum, one) => sum + one.amountMinor, 0);
  const { rows: cash } = await sql<{ cash: number }>`
    select coalesce(sum(balance_minor), 0)::bigint as cash from ledger_accounts where kind = 'cash'`.execute(
    desk.ctx.db,
  );
  expect(cash[0]?.cash).toBe(left);
}

describe('paying by a provider', () => {
  let database: Database;
  let desk: Desk;
  let folder: string;
  beforeAll(async () => {
    database = await openTestDatabase();
    desk = await openDesk(database);
    folder = mkdtempSync(join(tmpdir(), 'gw-provider-'));
  });
  afterAll(async () => {
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('says of each payout what the provider said, and asks again where it said nothing', async () => {
    const behaviours: Mischief[] = [undefined, 'silent_paid', 'silent', 'late', 'pending', 'twice', 'refuse', 'return'];
    const provider = fakeTransfers(folder, ({ account }) => behaviours[Number(account.slice(5))]);
    const id = await approvedBatch(desk, behaviours.length);
    await payByProvider(desk.ctx, provider, { workers: 3 });
    const states = async () => (await readBatch(desk.ctx, id)).payouts.map(({ state }) => state);
    const first = ['paid', 'unknown', 'unknown', 'unknown', 'sent', 'paid', 'failed', 'returned'];
    expect(await states()).toEqual(first);
    expect(await desk.violations()).toEqual([]);
    await payByProvider(desk.ctx, provider);
    expect(await states()).toEqual(first);
    desk.ctx.clock.advance(2 * MINUTE_MS);
    expect((await payByProvider(desk.ctx, provider)).asked).toBe(4);
    expect(await states()).toEqual(['paid', 'paid', 'paid', 'paid', 'paid', 'paid', 'failed', 'returned']);
    expect(await readBatch(desk.ctx, id)).toMatchObject({ state: 'paid', open_count: 0 });
    await judge(desk, folder, behaviours.length);
  });

  it('does not pay who was suspended after the approval, and gives the money back', async () => {
    const id = await approvedBatch(desk, 1);
    await database.db.updateTable('partners').set({ state: 'suspended' }).where('name', '=', 'Provider 0').execute();
    const before = fakeTransfers(folder).book().length;
    await payByProvider(desk.ctx, fakeTransfers(folder));
    const batch = await readBatch(desk.ctx, id);
    expect(batch.payouts.find(({ partner }) => partner.name === 'Provider 0')).toMatchObject({
      state: 'cancelled',
      reason: expect.stringContaining('may not be paid now'),
    });
    expect(fakeTransfers(folder).book().length).toBe(before + batch.payout_count);
    expect(await desk.violations()).toEqual([]);
  });
});

const COUNT = 24;

it(`pays each of ${COUNT} payouts once although schedulers are killed at every point between two steps`, async () => {
  const place = await makePlace();
  const folder = mkdtempSync(join(tmpdir(), 'gw-provider-'));
  try {
    const database = await place.open();
    await approvedBatch(await openDesk(database), COUNT);
    await place.release(database);
    let at = Date.parse('2026-04-02T00:00:00Z');
    const deaths = [...POINTS.map((point) => `${point}:2`), '-', '-'];
    while (deaths.length > 0) {
      at += 11 * MINUTE_MS;
      const round = deaths.splice(0, place.atOnce);
      const lives = round.map((death) => live([place.where, folder, '8', death, new Date(at).toISOString()]));
      for (const { ended, complaint, child } of lives) {
        await ended;
        expect([complaint(), child.exitCode === 0 || child.signalCode === 'SIGKILL']).toEqual(['', true]);
      }
    }
    const last = await place.open();
    const desk = await openDesk(last);
    await judge(desk, folder, COUNT);
    expect(fakeTransfers(folder).book().map(misbehave)).toContain('silent_paid');
    await place.release(last);
  } finally {
    await place.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}, 300_000);

type Place = {
  where: string;
  open(): Promise<Database>;
  release(database: Database): Promise<void>;
  /** Schedulers that can use it together. */
  atOnce: number;
  remove(): Promise<void>;
};

async function makePlace(): Promise<Place> {
  const serverDir = inject('serverDir');
  if (serverDir) {
    const database = await openTestDatabase();
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database.db);
    const where = `postgres://goodword@/${rows[0]?.name}?host=${serverDir}`;
    return { where, open: async () => database, release: async () => {}, atOnce: 2, remove: () => database.close() };
  }
  const where = mkdtempSync(join(tmpdir(), 'gw-pay-kill-'));
  cpSync(inject('embeddedTemplate') ?? '', join(where, 'pg'), { recursive: true });
  return {
    where,
    open: () => openDatabase({ databaseUrl: undefined, dataDir: where }),
    release: (database) => database.close(),
    atOnce: 1,
    remove: async () => rmSync(where, { recursive: true, force: true }),
  };
}

function live(args: string[]) {
  const child = spawn(process.execPath, [CHILD, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  return { child, ended: once(child, 'close'), complaint: () => errors };
}
