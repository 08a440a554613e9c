import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the process that serves from a data folder can be reached; kept there while it runs. */
export type Running = { pid: number; publicUrl: string; host: string; port: number };

const fileOf = (dataDir: string) => join(dataDir, 'running.json');

/** Leaves word in the data folder; the returned function takes it back. */
export function noteRunning(dataDir: string, { publicUrl, host, port }: Omit<Running, 'pid'>): () => void {
  const running: Running = { pid: process.pid, publicUrl, host, port };
  writeFileSync(fileOf(dataDir), JSON.stringify(running), { mode: 0o600 });
  return () => rmSync(fileOf(dataDir), { force: true });
}

/** The server beside this command; undefined when none runs, also when one was killed and left its word behind. */
export function readRunning(dataDir: string): Running | undefined {
  try {
    const running = JSON.parse(readFileSync(fileOf(dataDir), 'utf8')) as Running;
    return isAlive(running.pid) ? running : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
