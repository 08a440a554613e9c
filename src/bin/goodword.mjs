#!/usr/bin/env node
// Plain JavaScript so that any Node can read it: it finds the Node the product brings and hands over.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cli = join(dirname(fileURLToPath(import.meta.url)), 'cli.ts');
const bundled = join(dirname(fileURLToPath(import.meta.url)), '../../node_modules/node/bin/node');
const major = Number(process.versions.node.split('.')[0]);

if (major >= 26) {
  await import('./cli.ts');
} else if (existsSync(bundled)) {
  const child = spawn(bundled, [cli, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
} else {
  console.error(
    `Goodword needs Node 26; this is ${process.version} and the Node that "npm ci" brings is missing.\n` +
      'Run "npm ci" without --ignore-scripts, or start it with Node 26 or newer.',
  );
  process.exit(1);
}
