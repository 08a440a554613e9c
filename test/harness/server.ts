import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

export type TestServer = {
  url: string;
  dir: string;
  stop(): void;
  /** Stops the server as an administrator does, every connection cut; `resume` starts it again on the same data. */
  halt(): void;
  resume(): void;
};

/** The newest installed PostgreSQL server's bin folder (15-18). @throws with the command that installs one. */
export function serverBinaries(): string {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root)
    ? readdirSync(root).filter((name) => existsSync(join(root, name, 'bin/initdb')))
    : [];
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  if (newest) return join(root, newest, 'bin');
  throw new Error('These tests need a PostgreSQL server. On Debian: apt-get install -y postgresql-15');
}

/** Starts a throw-away PostgreSQL on a unix socket in a new folder. PostgreSQL refuses to run as root, so root lends it to `postgres`. */
export function startTestServer(
  settings: Record<string, string> = { fsync: 'off', full_page_writes: 'off' },
): TestServer {
  const bin = serverBinaries();
  const dir = mkdtempSync(join(tmpdir(), 'gw-pg-'));
  const asRoot = userInfo().uid === 0;
  if (asRoot) chownTo(dir, 'postgres');
  const run = (command: string, args: string[]) =>
    asRoot
      ? execFileSync('runuser', ['-u', 'postgres', '--', join(bin, command), ...args], { cwd: '/', stdio: 'pipe' })
      : execFileSync(join(bin, command), args, { cwd: '/', stdio: 'pipe' });
  const data = join(dir, 'data');
  run('initdb', ['-D', data, '-U', 'goodword', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync']);
  const options = Object.entries({
    listen_addresses: "''",
    unix_socket_directories: dir,
    max_connections: '200',
    ...settings,
  });
  const flags = options.map(([key, value]) => `-c ${key}=${value}`).join(' ');
  const start = () => run('pg_ctl', ['-D', data, '-w', '-l', join(dir, 'log'), '-o', flags, 'start']);
  start();
  return {
    halt: () => void run('pg_ctl', ['-D', data, '-w', '-m', 'fast', 'stop']),
    resume: () => void start(),
    url: `postgres://goodword@/postgres?host=${dir}`,
    dir,
    stop() {
      run('pg_ctl', ['-D', data, '-w', '-m', 'immediate', 'stop']);
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function chownTo(dir: string, user: string): void {
  const id = (flag: string) => Number(execFileSync('id', [flag, user]).toString());
  chownSync(dir, id('-u'), id('-g'));
}
