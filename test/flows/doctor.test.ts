import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Check } from '../../src/kernel/check.ts';
import { openTestApp, type TestApp } from '../harness/app.ts';
import { goodword } from '../harness/command.ts';

describe('the doctor', () => {
  let test: TestApp;
  let headers: Record<string, string>;

  const examine = async () => {
    const answer = await test.app.inject({ url: '/v1/doctor', headers });
    const { ok, checks } = answer.json<{ ok: boolean; checks: Check[] }>();
    return { ok, of: (name: string) => checks.find(({ check }) => check === name) };
  };
  const sql = (text: string) => test.product.database.pool.query(text);

  beforeAll(async () => {
    test = await openTestApp();
    headers = await test.memberHeaders('viewer');
  });
  afterAll(() => test.close());

  it('finds a sound installation fit, and says how durable its database is', async () => {
    const { of } = await examine();
    for (const name of ['node', 'packages', 'database', 'schema', 'clock', 'jobs', 'intake', 'books']) {
      expect([name, of(name)?.state]).toEqual([name, 'ok']);
    }
    // The test server runs without fsync, to be fast.
    const expected = inject('serverDir')
      ? { state: 'fail', do: 'Turn fsync and full_page_writes on.' }
      : { state: 'warn', says: expect.stringContaining('a power cut can lose the last seconds') };
    expect(of('durability')).toMatchObject(expected);
    expect(of('mail')).toMatchObject({ state: 'warn', do: 'Set SMTP_URL and MAIL_FROM.' });
  });

  it('names a job that failed for good', async () => {
    await sql(`insert into jobs.job (name, state, completed_on) values ('send-mail', 'failed', now())`);
    expect((await examine()).of('jobs')).toMatchObject({
      state: 'warn',
      says: expect.stringContaining('send-mail (1)'),
    });
    await sql(`delete from jobs.job where state = 'failed'`);
  });

  it('names why records of the edge could not be stored', async () => {
    await sql(
      `insert into intake_rejects values ('e1', 1, 2, 2, now(), '', 'Unexpected token', now()), ('e1', 1, 9, 2, now(), '', 'Unexpected token', now())`,
    );
    expect((await examine()).of('intake')).toMatchObject({
      state: 'warn',
      says: expect.stringContaining('2 × Unexpected token'),
    });
    await sql('delete from intake_rejects');
  });

  it('fails a database that is newer than the program, and one whose history was edited', async () => {
    await sql(`insert into schema_migrations (name, checksum) values ('9999_future.sql', 'x')`);
    expect((await examine()).of('schema')).toMatchObject({
      state: 'fail',
      says: expect.stringContaining('9999_future'),
    });
    await sql(`delete from schema_migrations where name = '9999_future.sql'`);
    const { rows } = await test.product.database.pool.query(
      `update schema_migrations s set checksum = 'edited' from (select checksum from schema_migrations where name like '0001%') old
       where name like '0001%' returning old.checksum`,
    );
    expect((await examine()).of('schema')).toMatchObject({ state: 'fail', says: expect.stringContaining('0001') });
    await sql(`update schema_migrations set checksum = '${rows[0].checksum}' where name like '0001%'`);
  });

  it('fails books whose balance is not the sum of their transfers', async () => {
    await sql('alter table ledger_accounts disable trigger user');
    await sql(
      `insert into ledger_accounts (id, kind, owner_id, currency, balance_minor)
       values ('la_1', 'cash', 'company', 'EUR', 5)`,
    );
    const { ok, of } = await examine();
    expect([ok, of('books')?.state]).toEqual([false, 'fail']);
  });
});

describe('goodword doctor', () => {
  it('prints one JSON document for a folder that has no data yet, and makes none', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'goodword-doctor-'));
    const { code, out } = await goodword(['doctor', '--json'], { GOODWORD_DATA: dataDir }).ended;
    const { ok, checks } = JSON.parse(out) as { ok: boolean; checks: Check[] };
    expect([code, ok]).toEqual([0, true]);
    expect(checks.find(({ check }) => check === 'database')).toMatchObject({
      state: 'warn',
      says: 'there is none yet',
    });
    rmSync(dataDir, { recursive: true });
  });

  it('exits 1 when the server cannot be reached, and says so as a finding', async () => {
    const env = { DATABASE_URL: 'postgres://ada:secret@127.0.0.1:1/books', GOODWORD_DATA: tmpdir() };
    const { code, out } = await goodword(['doctor', '--json'], env).ended;
    expect(code).toBe(1);
    expect(JSON.parse(out).checks.at(-1)).toMatchObject({ check: 'database', state: 'fail' });
    expect(out).not.toContain('secret@');
  });
});
