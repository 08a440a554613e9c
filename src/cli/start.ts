import { once } from 'node:events';
import { compose } from '../compose.ts';
import { readConfig } from '../config.ts';
import type { AddCommand } from './command.ts';

/** `goodword start`: serves the console and the API until it is told to stop, then finishes what is under way. */
export const addStart: AddCommand = (program) => {
  program.command('start').description('serve the console, the API and the jobs').action(start);
};

async function start(): Promise<void> {
  const config = readConfig();
  const product = await compose(config);
  const app = await product.app();
  await product.startJobs({ work: true });
  const address = await app.listen({ host: config.host, port: config.port });
  process.stdout.write(`Goodword is at ${address}\n`);
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  await app.close();
  await product.stop();
}
