import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { AppError } from '../../../kernel/errors.ts';

export type SourceFile = { name: string; path: string };

const READABLE = /\.(csv|tsv|txt)$/i;
const DEEPEST = 5;
const MOST_FILES = 1_000;

/**
 * The files of a folder that can be read, by their path inside it; a single file counts as a folder of one.
 * @throws not_found when there is no such folder, unprocessable when nothing in it can be read.
 */
export function listSourceFiles(folder: string): SourceFile[] {
  if (!existsSync(folder)) {
    throw new AppError('not_found', `There is no folder ${folder}.`, {
      field: 'folder',
      hint: 'Name a folder of CSV files.',
    });
  }
  if (statSync(folder).isFile()) return [{ name: basename(folder), path: folder }];
  const files = walk(folder, folder, 0).sort((a, b) => (a.name < b.name ? -1 : 1));
  if (files.length === 0) {
    throw new AppError('unprocessable', `The folder ${folder} has no CSV files.`, {
      field: 'folder',
      hint: 'Put .csv, .tsv or .txt files there.',
    });
  }
  if (files.length > MOST_FILES)
    throw new AppError('too_large', `The folder has ${files.length} files; at most ${MOST_FILES} are read.`);
  return files;
}

function walk(root: string, folder: string, depth: number): SourceFile[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.name.startsWith('.')) return [];
    if (entry.isDirectory()) return depth < DEEPEST ? walk(root, path, depth + 1) : [];
    return entry.isFile() && READABLE.test(entry.name) ? [{ name: relative(root, path), path }] : [];
  });
}
