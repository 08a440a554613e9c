import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

const CLI = join(import.meta.dirname, '../../src/bin/cli.ts');
const COMPILED = join(import.meta.dirname, '../../node_modules/.cache/goodword/compiled');

export type Finished = { code: number | null; out: string; err: string };
export type Command = { process: ChildProcess; ended: Promise<Finished>; says(text: string): Promise<string> };

/** Runs `goodword …` as its own process, with nothing of the test's environment but the path. */
export function goodword(args: string[], env: Record<string, string>): Command {
  const child = spawn(process.execPath, [CLI, ...args], {
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: COMPILED, ...env },
  });
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
