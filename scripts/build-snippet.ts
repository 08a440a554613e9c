// Builds the script for customers' sites out of browser/snippet.ts: one file that puts no name but `gw` into the page.
import { join } from 'node:path';
import { build } from 'vite';
import { SNIPPET } from '../src/platform/snippet.ts';
import { ROOT } from './source-files.ts';

/** Writes it into the folder, beside what is there. */
export async function buildSnippet(outDir: string): Promise<void> {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      minify: true,
      lib: { entry: join(ROOT, 'browser/snippet.ts'), formats: ['iife'], name: 'goodword', fileName: () => SNIPPET },
    },
  });
}
