// Builds the browser apps into web/dist when they are missing or anything they are made from has changed. Silent when
// there is nothing to do.
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { sha256 } from '../src/platform/token.ts';
import { buildSnippet } from './build-snippet.ts';
import { listFiles, ROOT } from './source-files.ts';

const DIST = join(ROOT, 'web/dist');
const STAMP = join(DIST, '.built-from');
const SOURCES = ['web', 'browser', 'src/kernel', 'src/stats', 'src/advocacy/scenarios/rules'];
const SINGLE = ['vite.config.ts', 'package-lock.json'];

/** A fingerprint of every source's path, size and content time: cheap enough for every start. */
function fingerprint(): string {
  const shapes = listFiles(['src'], /^(schema|model)\.ts$/);
  const files = [...listFiles(SOURCES, /./), ...shapes, ...SINGLE].filter((path) => !path.endsWith('.test.ts')).sort();
  return sha256(files.map(describe).join('\n'));
}

function describe(path: string): string {
  const { size, mtimeMs } = statSync(join(ROOT, path));
  return `${path} ${size} ${mtimeMs}`;
}

/** Builds aside and swaps the result in at the end, so that a server that runs meanwhile keeps its files. */
async function buildAside(stamp: string): Promise<void> {
  const outDir = join(ROOT, `node_modules/.cache/web-${process.pid}`);
  await build({
    configFile: join(ROOT, 'vite.config.ts'),
    root: join(ROOT, 'web'),
    build: { outDir },
    logLevel: 'error',
  });
  await buildSnippet(outDir);
  writeFileSync(join(outDir, '.built-from'), stamp);
  rmSync(DIST, { recursive: true, force: true });
  renameSync(outDir, DIST);
}

const wanted = fingerprint();
if (!existsSync(STAMP) || readFileSync(STAMP, 'utf8') !== wanted) await buildAside(wanted);
