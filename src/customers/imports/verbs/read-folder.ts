import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { AppError } from '../../../kernel/errors.ts';

export type SourceFile = { name: string; path: string };
/** Which files in the folders inside are read too: all, or those named by their path. */
export type Depth = { recursive?: boolean; named?: readonly string[] };

const READABLE = /\.(csv|tsv|txt)$/i;
const DEEPEST = 5;
const MOST_FILES = 1_000;

/**
 * The files of a folder that can be read, by their path inside it; a single file counts as a folder of one. Folders
 * inside it are left alone unless `depth` says otherwise.
 * @throws not_found when there is no such folder, unprocessable when nothing in it can be read.
 */
export function listSourceFiles(folder: string, { recursive = false, named = [] }: Depth = {}): SourceFile[] {
  if (!existsSync(folder)) {
    throw new AppError('not_found', `There is no folder ${folder}.`, {
      field: 'folder',
      hint: 'Name a folder of CSV files.',
    });
  }
  if (statSync(folder).isFile()) return [{ name: basename(folder), path: folder }];
  const chosen = new Set(named);
  const inside = recursive || named.some((name) => name.includes(sep));
  const files = walk(folder, folder, inside ? DEEPEST : 0)
    .filter(({ name }) => recursive || !name.includes(sep) || chosen.has(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  if (files.length === 0) throw nothingToRead(folder);
  if (files.length > MOST_FILES)
    throw new AppError('too_large', `The folder has ${files.length} files; at most ${MOST_FILES} are read.`);
  return files;
}

function nothingToRead(folder: string): AppError {
  const inside = listFoldersInside(folder);
  return new AppError('unprocessable', `The folder ${folder} has no CSV files.`, {
    field: 'folder',
    hint:
      inside.length > 0
        ? `Folders inside it have (${inside.join(', ')}): name one of them, or add --recursive to read them all.`
        : 'Put .csv, .tsv or .txt files there.',
  });
}

/** The folders directly inside that hold files which could be read. */
export function listFoldersInside(folder: string): string[] {
  if (statSync(folder).isFile()) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .filter((name) => holdsFiles(join(folder, name)))
    .sort();
}

/** A folder that may not be looked into is none of the import's business. */
function holdsFiles(folder: string): boolean {
  try {
    return walk(folder, folder, 0).length > 0;
  } catch {
    return false;
  }
}

function walk(root: string, folder: string, deeper: number): SourceFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) return [];
    if (entry.isDirectory()) return deeper > 0 ? walk(root, path, deeper - 1) : [];
    return entry.isFile() && READABLE.test(entry.name) ? [{ name: relative(root, path), path }] : [];
  });
}
