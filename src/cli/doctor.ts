import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inspect, WEB_DIR } from '../compose.ts';
import { type Config, readConfig } from '../config.ts';
import { OPERATOR_MINUTES, OPERATOR_PURPOSE } from '../flows/identify-caller.ts';
import { type Check, fail, warn } from '../kernel/check.ts';
import { AppError } from '../kernel/errors.ts';
import { MINUTE_MS } from '../kernel/time.ts';
import { checkMachine } from '../platform/checkup/machine.ts';
import { keepSecret } from '../platform/database.ts';
import { readRunning } from '../platform/running.ts';
import { makeTokens } from '../platform/token.ts';
import { type AddCommand, printJson } from './command.ts';

const ASK_MS = 20_000;

/** `goodword doctor`: examines this installation and says what to do; exit code 1 when something needs you. */
export const addDoctor: AddCommand = (program) => {
  program
    .command('doctor')
    .description('check versions, lock, schema, ledger and durability, and say what to do')
    .option('--json', 'print one JSON document')
    .action(run);
};

async function run(options: { json?: boolean }): Promise<void> {
  const checks = await findings(readConfig());
  const ok = checks.every(({ state }) => state !== 'fail');
  if (options.json) printJson({ ok, checks });
  else process.stdout.write(table(checks));
  if (!ok) process.exitCode = 1;
}

async function findings(config: Config): Promise<Check[]> {
  const machine = checkMachine(config, WEB_DIR);
  if (machine.some(({ check, state }) => check === 'packages' && state === 'fail')) return machine;
  if (!config.databaseUrl && !existsSync(join(config.dataDir, 'pg'))) {
    return [...machine, warn('database', 'there is none yet', 'Run "npm start", which makes one.')];
  }
  try {
    return await inspect(config);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const inUse = error.code === 'conflict' && !config.databaseUrl;
    return (inUse && (await askServer(config))) || [...machine, unopened(error, inUse)];
  }
}

/** A running Goodword has the folder, and examines itself for whoever holds the folder's secret. */
async function askServer(config: Config): Promise<Check[] | undefined> {
  const token = makeTokens(keepSecret(config)).sign(OPERATOR_PURPOSE, {
    expires: Date.now() + OPERATOR_MINUTES * MINUTE_MS,
  });
  const { host, port } = readRunning(config.dataDir) ?? config;
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}/v1/doctor`;
  try {
    const answer = await fetch(url, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(ASK_MS),
    });
    return answer.ok ? ((await answer.json()) as { checks: Check[] }).checks : undefined;
  } catch {
    return undefined;
  }
}

function unopened(error: AppError, inUse: boolean): Check {
  if (!inUse) return fail('database', error.message, error.detail.hint ?? 'See the message.');
  return warn(
    'database',
    'A running process has the data folder, so the database could not be looked into from here',
    'Give this command the PORT it serves, open /v1/doctor there, or stop it first.',
  );
}

const MARK = { ok: 'ok  ', warn: 'WARN', fail: 'FAIL' } as const;

function table(checks: Check[]): string {
  const lines = checks.flatMap(({ check, state, says, do: advice }) => [
    `${MARK[state]}  ${check.padEnd(12)}  ${says}`,
    ...(advice ? [`                    → ${advice}`] : []),
  ]);
  const bad = checks.filter(({ state }) => state === 'fail').length;
  const wary = checks.filter(({ state }) => state === 'warn').length;
  return `${lines.join('\n')}\n\n${bad} failed, ${wary} to know about, ${checks.length - bad - wary} fine.\n`;
}
