import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:net';
import { Option } from 'commander';
import { arrivalOfOwner } from '../access/members/verbs/members.ts';
import { compose, type Product, WEB_DIR } from '../compose.ts';
import { composeEdge } from '../compose-edge.ts';
import { type Config, readConfig } from '../config.ts';
import type { App } from '../http/app.ts';
import { AppError } from '../kernel/errors.ts';
import { noteRunning } from '../platform/running.ts';
import { isEmptyInstallation, simulateCompany } from '../simulator/simulate.ts';
import type { AddCommand } from './command.ts';

type Role = 'all' | 'api' | 'edge' | 'worker';
type StartOptions = { role: Role; empty?: boolean; demo: boolean; null?: boolean };

const STOP_MS = 15_000;

/** `goodword start`: serves the console and the API until it is told to stop, then finishes what is under way. */
export const addStart: AddCommand = (program) => {
  program
    .command('start')
    .description('serve the console, the API and the jobs')
    .addOption(
      new Option('--role <role>', 'api serves only, edge serves only links and events, worker runs only the jobs')
        .choices(['all', 'api', 'edge', 'worker'])
        .default('all'),
    )
    .option('--empty', 'do not fill an empty database with a simulated company')
    .option('--null', 'fill it with one in which nothing causes success, to see that nothing is reported')
    .addOption(new Option('--no-demo', 'the same as --empty').hideHelp())
    .action(start);
};

async function start({ role, empty, demo, null: nullWorld }: StartOptions): Promise<void> {
  const config = readConfig();
  if (role !== 'all' && !config.databaseUrl) {
    throw new AppError('bad_request', `The role ${role} needs a database server that the other role shares.`, {
      hint: 'Set DATABASE_URL, or start without --role.',
    });
  }
  const told = untilTold();
  if (role === 'edge') return startEdge(config, told);
  const product = await compose(config);
  let app: App | undefined;
  let forget = () => {};
  try {
    if (role !== 'worker') await tryPort(config);
    if (role !== 'worker' && !empty && demo) await fillWhenEmpty(product, nullWorld);
    await product.startJobs({ work: role !== 'api' });
    if (role !== 'worker') app = await serve(product);
    if (app) forget = noteRunning(config.dataDir, config);
    if (app) await greet(product);
    await told;
    process.stdout.write('Stopping: finishing what is under way.\n');
  } finally {
    forget();
    if (app) await closing(app.server, app.close());
    await product.stop();
  }
}

/** The edge alone: links and events, from this machine's disk. */
async function startEdge(config: Config, told: Promise<void>): Promise<void> {
  if (!config.secret)
    throw new AppError('bad_request', 'The role edge needs GOODWORD_SECRET, the same as the processes with the API.', {
      field: 'GOODWORD_SECRET',
    });
  await tryPort(config);
  const { server, stop } = await composeEdge(config, WEB_DIR);
  try {
    await once(server.listen(config.port, config.host), 'listening');
    process.stdout.write(`The edge of Goodword is at http://${config.host}:${config.port}\n`);
    await told;
    process.stdout.write('Stopping: finishing what is under way.\n');
  } finally {
    await closing(server, new Promise((resolve) => server.close(resolve)));
    await stop();
  }
}

const IDLE_MS = 200;

/** Connections that fall idle while a server closes are let go of at once, instead of when they grow old. */
async function closing(server: Server, closed: Promise<unknown>): Promise<void> {
  const tidying = setInterval(() => server.closeIdleConnections(), IDLE_MS);
  await closed.finally(() => clearInterval(tidying));
}

/** The first sight of an empty installation is a made-up company at work; `--empty` starts with nothing. */
async function fillWhenEmpty(product: Product, nullWorld = false): Promise<void> {
  const ctx = product.systemCtx('simulator');
  if (!(await isEmptyInstallation(ctx))) return;
  const tell = (line: string) => process.stderr.write(`${line}\n`);
  tell('Nothing is here yet: making up a company to look at (start with --empty to skip this).');
  await simulateCompany(ctx, { nullWorld, onProgress: (line) => tell(`  ${line}`) });
}

/** Resolves at the first SIGTERM or SIGINT. A second one, or a stop that takes too long, ends the process at once. */
function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    let told = false;
    const tell = () => {
      if (told) process.exit(1);
      told = true;
      setTimeout(() => {
        process.stderr.write(`Stopping took longer than ${STOP_MS / 1000} s; what was under way was cut off.\n`);
        process.exit(1);
      }, STOP_MS).unref();
      resolve();
    };
    process.on('SIGTERM', tell);
    process.on('SIGINT', tell);
  });
}

/** Says that the port is taken before anything that takes long, instead of after it. */
async function tryPort({ host, port }: Pick<Config, 'host' | 'port'>): Promise<void> {
  const probe = createServer().listen(port, host);
  try {
    await once(probe, 'listening');
  } catch (error) {
    throw explainPort(error, host, port);
  }
  probe.close();
  await once(probe, 'close');
}

async function serve(product: Product): Promise<App> {
  const { host, port } = product.config;
  const app = await product.app();
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    throw explainPort(error, host, port);
  }
  return app;
}

function explainPort(error: unknown, host: string, port: number): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  const hint = 'Choose another with PORT, such as PORT=4401.';
  if (code === 'EADDRINUSE')
    return new AppError('conflict', `Another program listens on port ${port} already.`, { hint });
  if (code === 'EACCES') return new AppError('forbidden', `Port ${port} may not be used by this user.`, { hint });
  if (code === 'EADDRNOTAVAIL') return new AppError('bad_request', `HOST is "${host}", which is not an address here.`);
  return error;
}

async function greet(product: Product): Promise<void> {
  const { publicUrl, databaseUrl, dataDir } = product.config;
  const link = await arrivalOfOwner(product.systemCtx('start'));
  const lines = [
    `Goodword is at ${publicUrl}`,
    link
      ? `Open ${link}\n  to sign in as the owner. It works once, for 24 hours; "goodword owner-link" makes another.`
      : `Sign in at ${publicUrl}/sign-in. Nobody can? "npm run goodword -- owner-link" makes a link for the owner.`,
    databaseUrl
      ? ''
      : `The data is in ${dataDir}, in the embedded database: "npm run goodword -- doctor" says what that means.`,
  ];
  process.stdout.write(`${lines.filter(Boolean).join('\n')}\n`);
}
