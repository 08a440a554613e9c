import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** One request as it goes over the wire; `body` is text. */
export type LoadRequest = { method?: string; path: string; headers?: Record<string, string>; body?: string };

/** What a file named by `LoadPlan.maker` exports as `makeRequests`: called once, then asked for each request by its number. */
export type RequestMaker = (options: unknown) => (number: number) => LoadRequest;

export type LoadPlan = {
  /** `http://127.0.0.1:PORT` */
  url: string;
  seconds: number;
  /** Answered before the clock starts: counted in `statuses`, not in the latencies. */
  warmUpSeconds?: number;
  connections: number;
  /**
   * Requests a second, however slow the answers are: the latency counts from the moment a request was due, so that a
   * stall is not hidden by the requests it kept from being sent. Without it each connection asks again when answered.
   */
  rate?: number;
  /** With a rate: what is due and could not be sent when the time is over never is, so that the load ends then. */
  endsInTime?: boolean;
  /** Taken in turn. */
  requests?: LoadRequest[];
  /** The path of a module that exports `makeRequests`, for requests that must differ. */
  maker?: { module: string; options?: unknown };
};

/** Milliseconds. */
export type Latency = { p50: number; p95: number; p99: number; p999: number; max: number };

export type LoadResult = {
  /** How many answers had each status, warm-up and tail included: what the server has promised. */
  statuses: Record<string, number>;
  /** Requests whose connection broke before the answer. */
  broken: number;
  /** Answers within the measured time, and how many a second that is. */
  answered: number;
  perSecond: number;
  latency: Latency;
  /** Each measured second by itself; for the steady rate by the second in which the request was due. */
  bySecond: { answered: number; refused: number; p99: number }[];
};

/** The load generator has one core, the server the other one with nothing else. */
export const CORE = { load: 0, server: 1 } as const;

let told = false;

/** The command that runs a program on one core alone; without taskset (util-linux) it runs anywhere, and that is said. */
export function onCore(core: number, command: string, args: string[]): [string, string[]] {
  try {
    execFileSync('taskset', ['-c', String(core), 'true'], { stdio: 'pipe' });
    return ['taskset', ['-c', String(core), command, ...args]];
  } catch {
    if (!told) console.log('taskset is not here or there is one core only: nothing is pinned, ratios are rough.');
    told = true;
    return [command, args];
  }
}

/** Moves a running process, its threads and what it starts from now on to one core. Whoever is there already stays: say it early. */
export function pinProcess(pid: number, core: number): void {
  try {
    execFileSync('taskset', ['-a', '-c', '-p', String(core), String(pid)], { stdio: 'pipe' });
  } catch {
    // onCore has said it.
  }
}

/** Sends the load from a process of its own and resolves with what it saw. Several may run at once. */
export async function runLoad(plan: LoadPlan): Promise<LoadResult> {
  const [command, args] = onCore(CORE.load, process.execPath, [join(import.meta.dirname, 'load-process.ts')]);
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(plan));
  let out = '';
  child.stdout.on('data', (data) => {
    out += data;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`the load generator ended with ${code}`);
  return JSON.parse(out) as LoadResult;
}

export type BenchServer = { url: string; process: ChildProcess; stop(): Promise<void> };

/**
 * Starts a script as a process of its own on the server's core and waits until it has printed a line that holds
 * `http://HOST:PORT`. What it prints afterwards is thrown away, its errors are shown.
 */
export async function startServer(
  script: string,
  args: string[] = [],
  env: NodeJS.ProcessEnv = process.env,
): Promise<BenchServer> {
  const [command, all] = onCore(CORE.server, process.execPath, [script, ...args]);
  const child = spawn(command, all, { stdio: ['ignore', 'pipe', 'inherit'], env });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      const found = /http:\/\/[\w.-]+:\d+/.exec(line)?.[0];
      if (found) resolve(found);
    });
    child.once('close', (code) => reject(new Error(`${script} ended with ${code} before it listened`)));
  });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'close');
  };
  return { url, process: child, stop };
}

/** The baseline: `node:http` that answers every request with a 302 and does nothing else. */
export function startBareServer(): Promise<BenchServer> {
  return startServer(join(import.meta.dirname, 'bare-server.ts'));
}

/** The middle one; of an even number the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2;
}
