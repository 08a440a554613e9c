import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { lockFolder } from '../../src/platform/folder-lock.ts';
import { type Command, freePort, goodword, npm } from '../harness/command.ts';
import { createServerDatabase } from '../harness/db.ts';

const START = ['start', '--empty'];

describe('starting and stopping', () => {
  const rung = inject('serverDir') ? 'server' : 'embedded';
  const folders: string[] = [];
  let env: Record<string, string>;
  let running: Command;

  const folder = () => {
    const dir = mkdtempSync(join(tmpdir(), 'goodword-start-'));
    folders.push(dir);
    return dir;
  };

  beforeAll(async () => {
    const database: Record<string, string> = rung === 'server' ? { DATABASE_URL: await createServerDatabase() } : {};
    env = { GOODWORD_DATA: folder(), PORT: String(await freePort()), ...database };
    running = goodword(START, env);
  });
  afterAll(async () => {
    running.process.kill('SIGKILL');
    for (const dir of folders) rmSync(dir, { recursive: true, force: true });
  });

  it('prints the address and a link that signs the owner in', async () => {
    const said = await running.says('to sign in as the owner');
    expect(said).toContain(`Goodword is at http://localhost:${env.PORT}`);
    const link = /http\S+\/welcome\/\S+/.exec(said)?.[0] ?? '';
    const answer = await fetch(link, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/']);
    const cookie = answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const me = await fetch(`http://localhost:${env.PORT}/v1/me`, { headers: { cookie } });
    expect(await me.json()).toMatchObject({ role: 'owner' });
  });

  it('says what stands in the way of a second process and leaves the first alone', async () => {
    const { code, out, err } = await goodword(START, env).ended;
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(rung === 'server' ? /listens on port \d+ already/ : /is using the data folder/);
    expect((await fetch(`http://localhost:${env.PORT}/readyz`)).status).toBe(200);
  });

  it('makes a link for the owner beside the running process', async () => {
    // Whoever runs the command need not know which port the server was given.
    const { code, out } = await goodword(['owner-link', '--json'], { ...env, PORT: '' }).ended;
    expect(code).toBe(0);
    expect(JSON.parse(out).url).toContain(`http://localhost:${env.PORT}/welcome/`);
    expect((await fetch(JSON.parse(out).url, { redirect: 'manual' })).status).toBe(303);
  });

  it('stops when told, exits 0 and lets the folder go', async () => {
    running.process.kill('SIGTERM');
    expect(await running.ended).toMatchObject({ code: 0 });
    lockFolder(env.GOODWORD_DATA ?? '').release();
    await expect(fetch(`http://localhost:${env.PORT}/healthz`)).rejects.toThrow();
  });

  it('starts again on the same data, where the owner is known', async () => {
    running = goodword(START, env);
    expect(await running.says('Sign in at')).not.toContain('/welcome/');
    running.process.kill('SIGINT');
    expect(await running.ended).toMatchObject({ code: 0 });
  });
});

it.runIf(!inject('serverDir'))(
  'npm start passes a stop on, so that the server ends cleanly and lets the folder go',
  async () => {
    const GOODWORD_DATA = mkdtempSync(join(tmpdir(), 'goodword-start-'));
    const PORT = String(await freePort());
    const running = npm(['start', '--', '--empty'], { GOODWORD_DATA, PORT });
    await running.says('Goodword is at');
    running.process.kill('SIGTERM');
    expect((await running.ended).out).toContain('Stopping: finishing what is under way.');
    lockFolder(GOODWORD_DATA).release();
    expect(existsSync(join(GOODWORD_DATA, 'running.json'))).toBe(false);
    await expect(fetch(`http://localhost:${PORT}/healthz`)).rejects.toThrow();
    rmSync(GOODWORD_DATA, { recursive: true, force: true });
  },
);

describe('a start that cannot work', () => {
  const refused = async (args: string[], env: Record<string, string>) => goodword(args, env).ended;

  it('names the server that cannot be reached, without its password', async () => {
    const url = `postgres://ada:open-sesame@127.0.0.1:${await freePort()}/books`;
    const { code, err } = await refused(START, { DATABASE_URL: url });
    expect(code).toBe(1);
    expect(err).toContain('The database books at 127.0.0.1:');
    expect(err).not.toContain('open-sesame');
  });

  it.each([
    ['PORT', { PORT: 'eighty' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://localhost/books' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'partners.example.com' }],
    ['TRUST_PROXY', { TRUST_PROXY: 'nginx' }],
  ])('names %s when it cannot be used', async (name, env) => {
    const { code, err } = await refused(START, env as unknown as Record<string, string>);
    expect([code, err.startsWith(name)]).toEqual([1, true]);
  });

  it('names the secret that an edge shares with the processes of the API', async () => {
    const { code, err } = await refused(['start', '--role', 'edge'], {
      DATABASE_URL: 'postgres://ada@localhost/books',
    });
    expect([code, err.includes('GOODWORD_SECRET')]).toEqual([1, true]);
  });

  it.runIf(inject('serverDir'))('ends, instead of answering nobody, when its queue cannot be used', async () => {
    const DATABASE_URL = await createServerDatabase();
    const client = new pg.Client(DATABASE_URL);
    await client.connect();
    await client.query('create schema jobs; create table jobs.version (other int)');
    await client.end();
    const GOODWORD_DATA = mkdtempSync(join(tmpdir(), 'goodword-start-'));
    const { code } = await goodword(START, { GOODWORD_DATA, PORT: String(await freePort()), DATABASE_URL }).ended;
    rmSync(GOODWORD_DATA, { recursive: true, force: true });
    expect(code).toBe(1);
  });

  it('is wrong usage when an option is unknown, and makes no folder', async () => {
    const dir = join(tmpdir(), `goodword-none-${process.pid}`);
    const { code, out, err } = await refused(['start', '--colour'], { GOODWORD_DATA: dir });
    expect([code, out, existsSync(dir)]).toEqual([2, '', false]);
    expect(err).toContain('--colour');
  });
});
