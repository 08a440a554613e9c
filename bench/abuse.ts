// Ten times capacity for half a minute from one abusive key, while others send what they always do: how much memory
// grows, how much later the others' answers come, and how soon all is as before. The server has a core to itself; the
// abuse ends when it is said to.  npm run bench abuse [SECONDS]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { residentMb, startCollecting, USERS } from './support/collecting.ts';
import { CORE, type LoadPlan, type LoadResult, median, runLoad } from './support/load.ts';

const seconds = Number(process.argv[2] ?? 30);
const QUIET_S = 10;
const AFTER_S = 10;
const SIZE = 100;
const OTHERS_A_SECOND = 20;
const ABUSERS = 64;
const LIMIT = { growthMb: 150, times: 2, recoverySeconds: 5 };

const module = join(import.meta.dirname, 'support/segment-batches.ts');
const home = mkdtempSync(join(tmpdir(), 'goodword-abuse-'));
const port = 20_000 + (process.pid % 20_000);
const bench = await startCollecting(join(home, 'data'), { PORT: String(port) }, CORE.load);
const pid = bench.server.process.pid ?? 0;
let run = 0;

function plan(secret: string, more: Partial<LoadPlan>, size = SIZE): LoadPlan {
  run += 1;
  const options = { secret, size, users: USERS, run: `${port}-${run}`, startedAt: new Date().toISOString() };
  return { url: bench.server.url, seconds, connections: 4, maker: { module, options }, ...more };
}

async function watchMemory<T>(work: Promise<T>): Promise<{ result: T; mostMb: number }> {
  let mostMb = residentMb(pid);
  const timer = setInterval(() => (mostMb = Math.max(mostMb, residentMb(pid))), 200);
  try {
    return { result: await work, mostMb };
  } finally {
    clearInterval(timer);
  }
}

try {
  const others = await bench.addKey('others');
  const abuser = await bench.addKey('abuser');
  const calm = { rate: OTHERS_A_SECOND, warmUpSeconds: 2 };
  // What the server is used to: capacity is what it acknowledges, and with it the memory it works in.
  const busy = await runLoad(plan(abuser, { seconds: 5 }));
  const capacity = ((busy.statuses['200'] ?? 0) * SIZE) / 5;
  await untilStored((busy.statuses['200'] ?? 0) * SIZE);
  const quiet = await runLoad(plan(others, { ...calm, seconds: QUIET_S }));
  const beforeMb = residentMb(pid);
  const rate = (capacity * 10) / SIZE;
  const [during, abuse] = await Promise.all([
    watchMemory(runLoad(plan(others, { ...calm, seconds: seconds + AFTER_S }))),
    runLoad(plan(abuser, { rate, connections: ABUSERS, endsInTime: true })),
  ]);
  const grewMb = during.mostMb - beforeMb;
  const p99 = worst(during.result, 0, seconds);
  const calmP99 = worst(quiet, 0, QUIET_S);
  const times = p99 / Math.max(calmP99, 1);
  const recovery = secondsUntilCalm(during.result, calmP99);
  console.log(`capacity of one key:         ${Math.round(capacity)} events a second; ten times that for ${seconds} s`);
  console.log(`the abusive key heard:       ${JSON.stringify(abuse.statuses)}, ${abuse.broken} hung up`);
  console.log(`others heard:                ${JSON.stringify(during.result.statuses)}`);
  console.log(`others' p99 before, during:  ${calmP99.toFixed(1)} ms, ${p99.toFixed(1)} ms`);
  console.log(`ratio during ÷ before:       ${times.toFixed(2)} (goal: at most ${LIMIT.times})`);
  console.log(`memory before, at most:      ${beforeMb.toFixed(0)} MB, ${during.mostMb.toFixed(0)} MB`);
  console.log(`memory grew by:              ${grewMb.toFixed(0)} MB (goal: at most ${LIMIT.growthMb})`);
  console.log(`as before again after:       ${recovery} s (goal: at most ${LIMIT.recoverySeconds})`);
  const isGood = grewMb <= LIMIT.growthMb && times <= LIMIT.times && recovery <= LIMIT.recoverySeconds;
  process.exitCode = isGood ? 0 : 1;
} finally {
  await bench.stop();
  rmSync(home, { recursive: true, force: true });
}

async function untilStored(events: number): Promise<void> {
  const sum = 'select coalesce(sum(events), 0)::bigint as n from account_signals';
  for (let n = 0; n < 600 && Number((await bench.client.query(sum)).rows[0].n) < events; n += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
}

/** The middle of the seconds' p99: one second of the machine's own does not decide. */
function worst({ bySecond }: LoadResult, from: number, to: number): number {
  return median(bySecond.slice(from, to).map(({ p99 }) => p99));
}

function secondsUntilCalm({ bySecond }: LoadResult, quietP99: number): number {
  const after = bySecond.slice(seconds);
  const calmAt = after.findIndex(({ p99, refused }) => refused === 0 && p99 <= Math.max(quietP99 * LIMIT.times, 2));
  return calmAt < 0 ? after.length : calmAt;
}
