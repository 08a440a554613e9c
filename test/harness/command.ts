import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const CLI = join(ROOT, 'src/bin/cli.ts');
const COMPILED = join(ROOT, 'node_modules/.cache/goodword/compiled');

export type Finished = { code: number | null; out: string; err: string };
export type Command = { process: ChildProcess; ended: Promise<Finished>; says(text: string): Promise<string> };

/** Runs `goodword …` as its own process, with nothing of the test's environment but the path. */
export function goodword(args: string[], env: Record<string, string>): Command {
  return run(process.execPath, [CLI, ...args], { NODE_COMPILE_CACHE: COMPILED, ...env });
}

/** Runs `npm …` in the project, as somebody at a terminal does. */
export function npm(args: string[], env: Record<string, string>): Command {
  return run('npm', args, { HOME: process.env.HOME ?? '', ...env });
}

function run(program: string, args: string[], env: Record<string, string>): Command {
  const child = spawn(program, args, { cwd: ROOT, env: { PATH: process.env.PATH, ...env } });
  const seen = { out: '', err: '' };
  child.stdout.on('data', (data) => {
    seen.out += data;
  });
  child.stderr.on('data', (data) => {
    seen.err += data;
  });
  const ended = new Promise<Finished>((resolve) => child.on('close', (code) => resolve({ code, ...seen })));
  const says = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const look = () => seen.out.includes(text) && resolve(seen.out);
      child.stdout.on('data', look);
      look();
      ended.then(({ err }) => reject(new Error(`the command ended before it said "${text}": ${err}`)));
    });
  return { process: child, ended, says };
}

/** A port nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
