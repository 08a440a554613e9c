import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';

export type Part = { needs: string; package: string; present(): boolean };

const PARTS: Part[] = [
  { needs: 'a PostgreSQL server', package: 'postgresql-15', present: hasPostgres },
  { needs: 'chromium', package: 'chromium', present: () => existsSync('/usr/bin/chromium') },
  { needs: 'Noto fonts', package: 'fonts-noto-core', present: () => existsSync('/usr/share/fonts/truetype/noto') },
];

/** Installs what is missing as root on Debian; anywhere else it ends the process and says the command. */
export function provideSystemParts(): void {
  const missing = PARTS.filter((part) => !part.present());
  if (missing.length === 0) return;
  const packages = missing.map((part) => part.package);
  const command = `apt-get update && apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  const names = missing.map(({ needs }) => needs).join(', ');
  if (userInfo().uid !== 0 || !existsSync('/etc/debian_version')) {
    console.error(`The tests need ${names}. On Debian run this as root, then npm test again:\n  ${command}`);
    process.exit(1);
  }
  console.log(`Installing ${names}: ${command}`);
  const failed = installQuietly(packages);
  if (failed) {
    console.error(`${failed} failed. Run this as root, then npm test again:\n  ${command}`);
    process.exit(1);
  }
}

function hasPostgres(): boolean {
  const folder = '/usr/lib/postgresql';
  return existsSync(folder) && readdirSync(folder).some((version) => existsSync(join(folder, version, 'bin/initdb')));
}

/** Returns the step that failed, if one did. Services do not start: the tests start a server of their own. */
function installQuietly(packages: string[]): string | undefined {
  const policy = '/usr/sbin/policy-rc.d';
  const forbidsServices = existsSync(policy);
  if (!forbidsServices) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    if (!apt('update')) return 'apt-get update';
    return apt('install', '-y', '--no-install-recommends', ...packages) ? undefined : 'apt-get install';
  } finally {
    if (!forbidsServices) rmSync(policy);
  }
}

function apt(...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = ['-q', '-o', 'Acquire::Retries=3', '-o', 'DPkg::Lock::Timeout=300'];
  return spawnSync('apt-get', [...options, ...args], { stdio: 'inherit', env }).status === 0;
}
