// npm test: sets up what the tests need and runs them all; arguments go to vitest. The last line is the count.
//
// What the tests need beyond npm: a PostgreSQL server (15 to 18), chromium, and a font with Arabic letters. When one
// is missing and this is root on Debian, it is installed with apt-get (postgresql-15, chromium, fonts-noto-core);
// otherwise the script stops and says the command.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provideSystemParts } from './system-parts.ts';
import { countTests, type TestReport } from './test-report.ts';

const root = join(import.meta.dirname, '..');
const started = performance.now();
provideSystemParts();
buildWeb();

const folder = mkdtempSync(join(tmpdir(), 'gw-report-'));
const reportFile = join(folder, 'report.json');
const vitest = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json'];
const args = [...vitest, `--outputFile.json=${reportFile}`, ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
const count = countTests(readReport(reportFile));
rmSync(folder, { recursive: true, force: true });

for (const line of count.complaints) console.error(line);
console.log(`\n${count.skipped} skipped, ${((performance.now() - started) / 1000).toFixed(0)} s`);
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = status === 0 && count.complaints.length === 0 ? 0 : 1;

/** Browser tests look at the built screens; the build is skipped when nothing it reads has changed. */
function buildWeb(): void {
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/build-web.ts')], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(1);
}

function readReport(file: string): TestReport | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
