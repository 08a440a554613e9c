#!/usr/bin/env node
// Plain JavaScript so that any Node can read it: it finds the Node the product brings and hands over.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, '../../node_modules');
const bundled = join(modules, 'node/bin/node');
const compiled = join(modules, '.cache/goodword/compiled');
const major = Number(process.versions.node.split('.')[0]);

if (major >= 26) {
  module.enableCompileCache(compiled);
  await import('./cli.ts');
} else if (existsSync(bundled)) {
  const env = { NODE_COMPILE_CACHE: compiled, ...process.env };
  const child = spawn(bundled, [join(here, 'cli.ts'), ...process.argv.slice(2)], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
} else {
  console.error(
    `Goodword needs Node 26; this is ${process.version} and the Node that "npm ci" brings is missing.\n` +
      'Run "npm ci" without --ignore-scripts, or start it with Node 26 or newer.',
  );
  process.exit(1);
}
