import { accessSync, constants, existsSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Check, fail, ok, warn } from '../../kernel/check.ts';

const ROOT = join(import.meta.dirname, '../../..');
const NODE_NEEDED = 26;
const MEGABYTE = 1024 * 1024;
const SPACE_MB = { needed: 200, wished: 2048 } as const;

/** What can be known without a database: the program's own parts and its folder. */
export function checkMachine(config: { dataDir: string; secret: string | undefined }, webDir: string): Check[] {
  return [checkNode(), checkPackages(), checkFolder(config.dataDir), ...checkSecret(config), checkWeb(webDir)];
}

function checkNode(): Check {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= NODE_NEEDED) return ok('node', `Node ${process.versions.node}`);
  return fail('node', `Node ${process.versions.node} is too old`, 'Run "npm ci", and start with npm run or npx.');
}

/** Every direct dependency is there in the version the project names. */
function checkPackages(): Check {
  const wanted: Record<string, string> = readJson(join(ROOT, 'package.json')).dependencies ?? {};
  const wrong = Object.entries(wanted).filter(([name, version]) => installedVersion(name) !== version);
  if (wrong.length === 0) return ok('packages', `${Object.keys(wanted).length} packages, as named`);
  const names = wrong.map(([name, version]) => `${name} ${version}`).join(', ');
  return fail('packages', `Missing or in another version: ${names}`, 'Run "npm ci".');
}

function installedVersion(name: string): unknown {
  const file = join(ROOT, 'node_modules', name, 'package.json');
  return existsSync(file) ? readJson(file).version : undefined;
}

function readJson(file: string) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function checkFolder(dataDir: string): Check {
  if (!existsSync(dataDir)) {
    return warn(
      'data folder',
      `${dataDir} is not there yet`,
      'Start Goodword once, or name its folder with GOODWORD_DATA.',
    );
  }
  try {
    accessSync(dataDir, constants.W_OK);
  } catch {
    return fail(
      'data folder',
      `${dataDir} cannot be written`,
      'Give the user that runs Goodword the right to write there.',
    );
  }
  return checkSpace(dataDir);
}

function checkSpace(dataDir: string): Check {
  const { bavail, bsize } = statfsSync(dataDir);
  const free = Math.floor((bavail * bsize) / MEGABYTE);
  const says = `${dataDir} has ${free} MB free`;
  if (free < SPACE_MB.needed) return fail('data folder', says, 'Free space: writes fail soon.');
  if (free < SPACE_MB.wished) return warn('data folder', says, 'Free space before the next import.');
  return ok('data folder', says);
}

function checkSecret({ dataDir, secret }: { dataDir: string; secret: string | undefined }): Check[] {
  const file = join(dataDir, 'secret');
  if (secret !== undefined && secret.length < 32) {
    return [warn('secret', 'GOODWORD_SECRET is short', 'Use at least 32 random characters; everyone signs in again.')];
  }
  if (secret !== undefined || !existsSync(file)) return [];
  if ((statSync(file).mode & 0o077) === 0) return [ok('secret', 'kept in the data folder, for its owner only')];
  return [warn('secret', `${file} can be read by other users`, `Run: chmod 600 ${file}`)];
}

function checkWeb(webDir: string): Check {
  if (existsSync(join(webDir, 'index.html'))) return ok('web app', 'built');
  return warn('web app', 'not built, so the console shows a note instead', 'Run "npm run build-web".');
}
