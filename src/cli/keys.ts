import type { Command } from 'commander';
import { KEY_SCOPES } from '../access/keys/model.ts';
import { toKeyView } from '../access/keys/schema.ts';
import { createKey, listKeys, revokeKey } from '../access/keys/service.ts';
import { AppError } from '../kernel/errors.ts';
import type { Scope } from '../kernel/scopes.ts';
import { type AddCommand, printJson, withProduct } from './command.ts';

type Json = { json?: boolean };

/** `goodword keys create|list|revoke`: API keys from the terminal. */
export const addKeys: AddCommand = (program) => {
  const keys = program.command('keys').description('make, list and revoke API keys');
  addCreate(keys);
  keys.command('list').description('list the keys').option('--json', 'print one JSON document').action(list);
  keys
    .command('revoke <id>')
    .description('end a key at once')
    .option('--json', 'print one JSON document')
    .action(revoke);
};

function addCreate(keys: Command): void {
  keys
    .command('create')
    .description('make a key and show it this once')
    .requiredOption('--name <name>', 'what the key is for')
    .requiredOption('--scopes <list>', `what it may do, with commas between: ${KEY_SCOPES.join(', ')}`)
    .option('--json', 'print one JSON document')
    .action(create);
}

async function create(options: Json & { name: string; scopes: string }): Promise<void> {
  const scopes = options.scopes.split(',').map(readScope);
  await withProduct(async (product) => {
    const { key, secret } = await createKey(product.systemCtx('goodword keys'), { name: options.name, scopes });
    if (options.json) printJson({ ...toKeyView(key), secret });
    else process.stdout.write(`${secret}\nThis is the only time it is shown. It may: ${key.scopes.join(', ')}.\n`);
  });
}

function readScope(text: string): Scope {
  const scope = KEY_SCOPES.find((known) => known === text.trim());
  if (scope) return scope;
  throw new AppError('unprocessable', `A key cannot have the scope "${text.trim()}".`, {
    field: '--scopes',
    hint: `Choose from ${KEY_SCOPES.join(', ')}.`,
  });
}

async function list(options: Json): Promise<void> {
  await withProduct(async (product) => {
    const keys = (await listKeys(product.systemCtx('goodword keys'))).map(toKeyView);
    if (options.json) return printJson({ items: keys });
    const lines = keys.map((key) => {
      const state = key.revoked_at ? 'revoked' : `last used ${key.last_used_at ?? 'never'}`;
      return `${key.id}  ${key.prefix}…  ${key.name}  ${state}  ${key.scopes.join(',')}\n`;
    });
    process.stdout.write(lines.join('') || 'There are no keys yet.\n');
  });
}

async function revoke(id: string, options: Json): Promise<void> {
  await withProduct(async (product) => {
    await revokeKey(product.systemCtx('goodword keys'), id);
    if (options.json) printJson({ id, revoked: true });
    else process.stdout.write(`${id} no longer works.\n`);
  });
}
