import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { csvLine } from '../customers/imports/rules/export.ts';
import { getImport, importFolderOf, listRejects } from '../customers/imports/service.ts';
import { notFound } from '../kernel/errors.ts';
import type { Ctx } from '../platform/ctx.ts';
import { rejectsName } from './import-file.ts';

const PER_PAGE = 200;

/** The rejects file of one file as it lies beside the import; without a name, the rejects kept of all files together. */
export async function exportRejects(
  ctx: Ctx,
  input: { id: string; file?: string; dataDir: string },
): Promise<{ path: string } | { stream: Readable }> {
  const found = await getImport(ctx, input.id);
  if (input.file === undefined) return { stream: Readable.from(everyReject(ctx, input.id)) };
  if (!found.files.some((file) => file.file === input.file)) throw notFound('file', input.file);
  const path = join(importFolderOf(input.dataDir, input.id), rejectsName(input.file));
  return existsSync(path) ? { path } : { stream: Readable.from([csvLine(['line', 'entity', 'field', 'reason'])]) };
}

async function* everyReject(ctx: Ctx, id: string): AsyncGenerator<string> {
  yield csvLine(['file', 'line', 'entity', 'field', 'reason', 'row']);
  for (let page = 1; ; page += 1) {
    const { items } = await listRejects(ctx, { id, page, per_page: PER_PAGE });
    for (const row of items)
      yield csvLine([row.file, String(row.line), row.entity, row.field ?? '', row.reason, row.row_text]);
    if (items.length < PER_PAGE) return;
  }
}
