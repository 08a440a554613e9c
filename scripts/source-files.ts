import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

export type SourceFile = { path: string; text: string };

export const ROOT = join(import.meta.dirname, '..');

const SKIPPED = new Set(['node_modules', 'dist', 'data', 'coverage', '.git']);

/** Every file below the named folders whose name matches, as paths relative to the repository with `/`. */
export function listFiles(folders: string[], pattern: RegExp): string[] {
  return folders.flatMap((folder) => (existsSync(join(ROOT, folder)) ? walk(join(ROOT, folder), pattern) : []));
}

export function readFiles(folders: string[], pattern: RegExp): SourceFile[] {
  return listFiles(folders, pattern).map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

function walk(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : walk(path, pattern);
    return pattern.test(entry.name) ? [relative(ROOT, path).split(sep).join('/')] : [];
  });
}
