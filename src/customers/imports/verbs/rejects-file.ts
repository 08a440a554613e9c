import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../../kernel/errors.ts';
import type { Reject } from '../model.ts';
import { csvLine } from '../rules/export.ts';

export type RejectsFile = {
  add(reject: Reject & { entity: string }, fields: readonly string[]): void;
  close(): void;
};

/**
 * Writes rejected rows beside the import: line, entity, field, reason, then the row's own columns. The file appears with
 * the first reject. @throws unavailable when the disk is full: nothing of the file being read is then stored.
 */
export function openRejectsFile(path: string, header: readonly string[]): RejectsFile {
  let fd: number | undefined;
  const write = (text: string) => {
    try {
      if (fd === undefined) fd = createFile(path, header);
      writeSync(fd, text);
    } catch (error) {
      throw diskProblem(error, path);
    }
  };
  return {
    add: (reject, fields) =>
      write(csvLine([String(reject.line), reject.entity, reject.field ?? '', reject.reason, ...fields])),
    close() {
      if (fd !== undefined) closeSync(fd);
      fd = undefined;
    },
  };
}

function createFile(path: string, header: readonly string[]): number {
  mkdirSync(dirname(path), { recursive: true });
  const fd = openSync(path, 'w');
  writeSync(fd, csvLine(['line', 'entity', 'field', 'reason', ...header]));
  return fd;
}

function diskProblem(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code !== 'ENOSPC' && code !== 'EDQUOT' && code !== 'EACCES' && code !== 'EROFS') return error;
  const why = code === 'ENOSPC' || code === 'EDQUOT' ? 'the disk is full' : 'the folder cannot be written';
  return new AppError('unavailable', `The rejected rows cannot be written to ${path}: ${why}.`, {
    hint: 'Nothing of this file was stored. Make room and run the import again.',
  });
}

/** Removes what an earlier run left under the same name. */
export function clearRejectsFile(path: string): void {
  rmSync(path, { force: true });
}
