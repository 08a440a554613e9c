import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from './source-files.ts';

/** For each rule a file that breaks it, and what that file imports. */
const BREAKING: Record<string, [file: string, target: string]> = {
  'no-cycles': ['src/money/c/model.ts', 'src/money/d/model.ts'],
  'customers-sees-no-other-wing': ['src/customers/a/service.ts', 'src/success/health/model.ts'],
  'access-sees-no-other-wing': ['src/access/a/service.ts', 'src/money/ledger/model.ts'],
  'success-sees-customers': ['src/success/a/service.ts', 'src/money/ledger/model.ts'],
  'partners-sees-customers': ['src/partners/a/service.ts', 'src/success/health/model.ts'],
  'money-sees-partners-and-customers': ['src/money/a/service.ts', 'src/success/health/model.ts'],
  'advocacy-sees-customers-and-success-and-partners-and-money-and-access': [
    'src/advocacy/a/service.ts',
    'src/flows/a.ts',
  ],
  'slices-share-only-their-model': ['src/money/b/service.ts', 'src/money/ledger/store.ts'],
  'model-touches-only-its-own': ['src/money/a/model.ts', 'src/platform/postgres.ts'],
  'rules-touches-only-its-own': ['src/money/a/rules.ts', 'src/platform/postgres.ts'],
  'schema-touches-only-its-own': ['src/money/a/schema.ts', 'src/platform/postgres.ts'],
  'store-touches-only-its-own': ['src/money/a/store.ts', 'src/http/app.ts'],
  'routes-touches-only-its-own': ['src/money/a/routes.ts', 'src/money/a/store.ts'],
  'jobs-touches-only-its-own': ['src/money/a/jobs.ts', 'src/money/a/store.ts'],
  'service-knows-no-transport': ['src/money/e/service.ts', 'src/http/app.ts'],
  'flows-call-verbs': ['src/flows/a.ts', 'src/money/ledger/store.ts'],
  'reports-read-by-their-own-sql': ['src/reports/a.ts', 'src/money/b/service.ts'],
  'kernel-imports-nothing-of-ours': ['src/kernel/a.ts', 'src/platform/postgres.ts'],
  'stats-imports-only-stats': ['src/stats/a.ts', 'src/kernel/a.ts'],
  'platform-knows-no-domain': ['src/platform/a.ts', 'src/money/ledger/model.ts'],
  'http-knows-no-domain': ['src/http/a.ts', 'src/money/ledger/model.ts'],
  'web-sees-only-words-and-shapes': ['web/a.ts', 'src/money/ledger/store.ts'],
  'browser-imports-nothing': ['browser/a.ts', 'src/money/ledger/model.ts'],
  'nothing-imports-bin': ['src/cli/a.ts', 'src/bin/cli.ts'],
  'only-bin-imports-commands': ['src/reports/b.ts', 'src/cli/a.ts'],
  'only-the-root-composes': ['src/reports/c.ts', 'src/compose.ts'],
  'product-needs-no-workshop': ['src/reports/d.ts', 'scripts/a.ts'],
  'pure-files-do-no-io': ['src/money/f/rules.ts', 'node:fs'],
  'the-product-runs-without-the-workshop': ['src/reports/e.ts', 'vitest'],
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gw-arrows-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const examples = Object.values(BREAKING);
  for (const [, target] of examples) if (target.endsWith('.ts')) write(target, 'export const x = 1;\n');
  write('src/money/d/model.ts', "import '../c/model.ts';\n");
  for (const [file, target] of examples) write(file, `import '${from(file, target)}';\nexport const x = 1;\n`);
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'])
    cpSync(join(ROOT, file), join(folder, file));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function from(file: string, target: string): string {
  return target.endsWith('.ts') ? `${'../'.repeat(file.split('/').length - 1)}${target}` : target;
}

it('has an example that breaks every rule', () => {
  const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
  expect(Object.keys(BREAKING).sort()).toEqual(forbidden.map((rule: { name: string }) => rule.name).sort());
});

it('finds every broken arrow', () => {
  const depcruise = join(ROOT, 'node_modules/.bin/depcruise');
  const args = [depcruise, '--output-type', 'json', 'src', 'web', 'browser', 'scripts'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: folder, maxBuffer: 1e8 });
  const { violations } = JSON.parse(stdout.toString()).summary;
  const found = violations.map((each: { from: string; rule: { name: string } }) => `${each.rule.name}: ${each.from}`);
  const expected = Object.entries(BREAKING).map(([rule, [file]]) => `${rule}: ${file}`);
  expect(expected.filter((violation) => !found.includes(violation))).toEqual([]);
});
