// What a browser must fetch before the console's first screen stands, gzipped, and that it stays within its limit.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { SNIPPET } from '../src/platform/snippet.ts';
import { type Finding, report } from './finding.ts';
import { ROOT } from './source-files.ts';

const LIMIT_KB = 250;
const SNIPPET_LIMIT_KB = 3;
const DIST = join(ROOT, 'web/dist');
const FIRST_SCREENS = ['overview', 'common'];

/** Scripts and styles that the page itself names, and whatever these import without being asked later. */
function firstLoad(page: string): string[] {
  const html = readFileSync(join(DIST, page), 'utf8');
  const named = [...html.matchAll(/\/?assets\/[\w.-]+\.(?:js|css)/g)].map(([path]) => path.replace(/^\//, ''));
  const lazyFirst = readdirSync(join(DIST, 'assets'))
    .filter((name) => FIRST_SCREENS.some((screen) => name.startsWith(`${screen}-`)))
    .map((name) => `assets/${name}`);
  return [...withStaticImports([...named, ...lazyFirst])];
}

function withStaticImports(start: string[]): Set<string> {
  const seen = new Set<string>();
  const waiting = [...start];
  for (let path = waiting.pop(); path; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    if (!path.endsWith('.js')) continue;
    const code = readFileSync(join(DIST, path), 'utf8');
    for (const [, name] of code.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g))
      waiting.push(`assets/${name}`);
  }
  return seen;
}

function gzippedKb(path: string): number {
  return gzipSync(readFileSync(join(DIST, path)), { level: 9 }).length / 1000;
}

function check(page: string): Finding[] {
  const files = firstLoad(page).map((path) => ({ path, kb: gzippedKb(path) }));
  const total = files.reduce((sum, { kb }) => sum + kb, 0);
  console.log(`${page}: first load ${total.toFixed(1)} kB gzipped in ${files.length} files (at most ${LIMIT_KB})`);
  if (process.argv.includes('--files')) {
    for (const { path, kb } of files.sort((a, b) => b.kb - a.kb))
      console.log(`  ${kb.toFixed(1).padStart(6)}  ${path}`);
  }
  return total <= LIMIT_KB ? [] : [{ file: `web/dist/${page}`, message: `weighs ${total.toFixed(1)} kB` }];
}

/** The script for customers' sites. */
function checkSnippet(): Finding[] {
  const kb = gzippedKb(SNIPPET);
  console.log(`${SNIPPET}: ${kb.toFixed(2)} kB gzipped (at most ${SNIPPET_LIMIT_KB})`);
  return kb <= SNIPPET_LIMIT_KB ? [] : [{ file: `web/dist/${SNIPPET}`, message: `weighs ${kb.toFixed(2)} kB` }];
}

if (existsSync(DIST)) report([...['index.html', 'portal/index.html'].flatMap(check), ...checkSnippet()]);
else report([{ file: 'web/dist', message: 'is not built; run node scripts/build-web.ts' }]);
