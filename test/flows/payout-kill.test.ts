import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sql } from 'kysely';
import { expect, inject, it } from 'vitest';
import { checkBooks } from '../../src/money/ledger/service.ts';
import { type Database, openDatabase } from '../../src/platform/database.ts';
import { testCtx } from '../harness/ctx.ts';
import { openTestDatabase } from '../harness/db.ts';

const ROUNDS = 12;
const LONGEST_MS = 600;
const CHILD = join(import.meta.dirname, 'payout-kill.fixture.ts');

type Place = { where: string; open(): Promise<Database>; remove(): Promise<void> };

/** A database of the rung that several processes can use one after the other. */
async function makePlace(): Promise<Place> {
  const serverDir = inject('serverDir');
  if (serverDir) {
    const database = await openTestDatabase();
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database.db);
    const where = `postgres://goodword@/${rows[0]?.name}?host=${serverDir}`;
    return { where, open: () => openDatabase({ databaseUrl: where, dataDir: '' }), remove: () => database.close() };
  }
  const where = mkdtempSync(join(tmpdir(), 'gw-kill-'));
  cpSync(inject('embeddedTemplate') ?? '', join(where, 'pg'), { recursive: true });
  const remove = async () => rmSync(where, { recursive: true, force: true });
  return { where, open: () => openDatabase({ databaseUrl: undefined, dataDir: where }), remove };
}

type Life = {
  child: ChildProcess;
  lines: string[];
  complaint(): string;
  worked: Promise<unknown>;
  ended: Promise<unknown>;
};

function start(place: Place, round: number, mode = 'work'): Life {
  const child = spawn(process.execPath, [CHILD, place.where, String(round), mode], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const ended = once(child, 'close');
  const reader = createInterface({ input: child.stdout });
  const worked = new Promise((resolve) => {
    reader.on('line', (line) => {
      lines.push(line);
      if (line.startsWith('sold')) resolve(line);
    });
  });
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  return { child, lines, complaint: () => errors, worked: Promise.race([worked, ended]), ended };
}

const waitMs = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

it(`survives kill -9 while it sells and pays, ${ROUNDS} times: nothing lost, nothing paid twice`, async () => {
  const place = await makePlace();
  const acknowledged: string[] = [];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const life = start(place, round);
      await life.worked;
      await waitMs(Math.random() * LONGEST_MS);
      life.child.kill('SIGKILL');
      await life.ended;
      expect([round, life.lines[0], life.complaint()]).toEqual([round, 'sound', '']);
      expect(life.child.signalCode).toBe('SIGKILL');
      acknowledged.push(...life.lines);
    }
    const last = start(place, ROUNDS, 'finish');
    await last.ended;
    expect([last.child.exitCode, last.complaint()]).toEqual([0, '']);
    await judge(place, [...acknowledged, ...last.lines]);
  } finally {
    await place.remove();
  }
}, 600_000);

async function judge(place: Place, acknowledged: readonly string[]): Promise<void> {
  const database = await place.open();
  try {
    expect(await checkBooks(testCtx(database))).toEqual([]);
    const told = (word: string) =>
      acknowledged.filter((line) => line.startsWith(word)).map((line) => line.split(' ')[1]);
    const { rows: sales } = await sql<{ external_id: string; state: string; gross_minor: number; total_minor: number }>`
      select i.external_id, c.state, c.gross_minor, i.total_minor from commissions c join invoices i on i.id = c.invoice_id`.execute(
      database.db,
    );
    expect(told('sold').filter((invoice) => !sales.some((sale) => sale.external_id === invoice))).toEqual([]);
    expect(sales.filter((sale) => sale.state !== 'paid' || sale.gross_minor !== sale.total_minor / 5)).toEqual([]);
    const { rows: payouts } = await sql<{ id: string; state: string; times: number }>`
      select p.id, p.state, (select count(*) from ledger_transfers t where t.ref_id = p.id and t.event = 'payout_confirmed') as times
      from payouts p`.execute(database.db);
    expect(payouts.filter((payout) => payout.state !== 'paid' || payout.times !== 1)).toEqual([]);
    expect(told('paid').filter((id) => !payouts.some((payout) => payout.id === id))).toEqual([]);
    const { rows } = await sql<{ cash: number; earned: number }>`
      select (select sum(balance_minor)::bigint from ledger_accounts where kind = 'cash') as cash,
        (select sum(gross_minor)::bigint from commissions) as earned`.execute(database.db);
    expect(rows[0]?.cash).toBe(rows[0]?.earned);
    expect(payouts.length).toBeGreaterThan(ROUNDS);
  } finally {
    await database.close();
  }
}
