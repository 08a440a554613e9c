import type { Command } from 'commander';
import { compose, type Product } from '../compose.ts';
import { readConfig } from '../config.ts';
import { AppError } from '../kernel/errors.ts';

/** A command adds itself to the program; cli.ts names them all. */
export type AddCommand = (program: Command) => void;

/** Opens the product for one command and closes it afterwards, whatever happens. */
export async function withProduct<T>(work: (product: Product) => Promise<T>): Promise<T> {
  const product = await compose({ ...readConfig(), logLevel: 'warn' });
  try {
    await product.startJobs({ work: false });
    return await work(product);
  } finally {
    await product.stop();
  }
}

/** Prints the one JSON document of a `--json` command. */
export function printJson(document: unknown): void {
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}

/** Prints why a command was refused or failed, and what to do, on standard error. */
export function printFailure(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${message}\n`);
  if (error instanceof AppError && error.detail.hint) process.stderr.write(`${error.detail.hint}\n`);
  else if (!(error instanceof AppError) && error instanceof Error && error.stack)
    process.stderr.write(`${error.stack}\n`);
}
