import { createWriteStream, existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  createImport,
  getImport,
  type ImportDetail,
  importFolderOf,
  uploadFolderOf,
} from '../customers/imports/service.ts';
import { AppError } from '../kernel/errors.ts';
import { type Ctx, newId, requireScope } from '../platform/ctx.ts';
import { unzipInto } from '../platform/unzip.ts';
import { planImport } from './import-folder.ts';

/** A part of an upload; `truncated` says that the stream was cut at the size limit. */
export type UploadPart = { filename: string; file: Readable & { truncated?: boolean } };

const READABLE = /^(.*\/)?[^/.][^/]*\.(csv|tsv|txt)$/i;

/**
 * Takes in CSV files, or archives of them, and plans their import. Nothing of the upload stays when it is refused.
 * @throws unprocessable, too_large naming the file
 */
export async function planUpload(
  ctx: Ctx,
  input: { parts: AsyncIterable<UploadPart>; dataDir: string },
): Promise<ImportDetail> {
  requireScope(ctx, 'imports:write');
  const id = newId(ctx, 'import');
  const home = importFolderOf(input.dataDir, id);
  const folder = uploadFolderOf(input.dataDir, id);
  try {
    const names = await receive(input.parts, folder);
    const plan = await planImport(ctx, { folder, recursive: true });
    await createImport(ctx, { id, label: names.slice(0, 3).join(', '), folder, dataDir: input.dataDir, plan });
    return await getImport(ctx, id);
  } catch (error) {
    rmSync(home, { recursive: true, force: true });
    throw diskFull(error);
  }
}

async function receive(parts: AsyncIterable<UploadPart>, folder: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const names: string[] = [];
  for await (const part of readable(parts)) {
    const name = basename(part.filename.replaceAll('\\', '/'));
    const zipped = /\.zip$/i.test(name);
    if (!zipped && !READABLE.test(name)) throw unknownKind(name, part);
    const path = join(folder, zipped ? `${name}.upload` : name);
    checkName(name, path, part);
    await pipeline(part.file, createWriteStream(path)).catch(refuseBroken);
    if (part.file.truncated) throw new AppError('too_large', `The file ${name} is too large.`, { field: name });
    if (zipped) await unpack(path, folder, name);
    names.push(name);
  }
  if (names.length > 0) return names;
  throw new AppError('unprocessable', 'No file was sent.', {
    field: 'file',
    hint: 'Send CSV files or a .zip of them.',
  });
}

/** The parts as they come; a body that is no whole form is the sender's mistake. */
async function* readable(parts: AsyncIterable<UploadPart>): AsyncGenerator<UploadPart> {
  try {
    yield* parts;
  } catch (error) {
    refuseBroken(error);
  }
}

/** What the reader of forms complains of carries no code, unlike a disk's failure and a refusal by size. */
function refuseBroken(error: unknown): never {
  if (error instanceof AppError || !(error instanceof Error) || 'code' in error) throw error;
  throw new AppError('bad_request', `The upload is not a whole multipart form: ${error.message}`, {
    hint: 'Send the files again.',
  });
}

/** Leaves room for what is appended to a name here, below the 255 bytes a file system takes. */
const NAME_BYTES = 200;

function checkName(name: string, path: string, part: UploadPart): void {
  const field = name.slice(0, 60);
  const problem = /\p{Cc}/u.test(name)
    ? `The name ${JSON.stringify(field)} holds a control character.`
    : Buffer.byteLength(name) > NAME_BYTES
      ? `The name ${field}… is too long.`
      : existsSync(path)
        ? `Two files are called ${name}.`
        : undefined;
  if (!problem) return;
  part.file.resume();
  throw new AppError('unprocessable', problem, { field, hint: 'Give each file a short name of its own.' });
}

async function unpack(path: string, folder: string, name: string): Promise<void> {
  const names = await unzipInto(path, folder, (entry) => READABLE.test(entry) && !/(^|\/)(__MACOSX|\.)/.test(entry));
  rmSync(path);
  if (names.length > 0) return;
  throw new AppError('unprocessable', `The archive ${name} holds no CSV file.`, { field: name });
}

function unknownKind(name: string, part: UploadPart): AppError {
  part.file.resume();
  return new AppError('unprocessable', `The file ${name} is neither CSV nor a .zip of CSV files.`, { field: name });
}

function diskFull(error: unknown): unknown {
  if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') return error;
  return new AppError('unavailable', 'The disk is full: the upload was not kept.', {
    hint: 'Make room and try again.',
  });
}
