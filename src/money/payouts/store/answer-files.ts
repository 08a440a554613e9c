import { sql } from 'kysely';
import { type Ctx, newId } from '../../../platform/ctx.ts';
import type { AnswerFormat, AnswerLine, Payout } from '../model.ts';
import type { AnswerFileView } from '../schema.ts';
import { listPayouts } from './batches.ts';

const SHOWN = 50;

type Row = { id: string; name: string; format: string; result: unknown; read_by: string; read_at: Date };
type Result = Pick<AnswerFileView, 'paid' | 'failed' | 'returned' | 'known' | 'unmatched'>;

function toView(row: Row): AnswerFileView {
  return {
    id: row.id,
    name: row.name,
    format: row.format as AnswerFormat,
    ...(row.result as Result),
    read_by: row.read_by,
    read_at: row.read_at.toISOString(),
  };
}

/** Every payout that the lines may speak of, by its reference or its batch's message. */
export async function listAnswerable(ctx: Ctx, lines: readonly AnswerLine[]): Promise<Payout[]> {
  const references = [...new Set(lines.map(({ reference }) => reference).filter(Boolean))];
  const messages = [...new Set(lines.map(({ messageId }) => messageId.split('-')[0] ?? '').filter(Boolean))];
  return listPayouts(ctx, { references, messages });
}

export async function upsertAnswerFile(
  ctx: Ctx,
  file: { name: string; hash: string; format: AnswerFormat; result: Result },
): Promise<AnswerFileView> {
  const row = await ctx.db
    .insertInto('payout_answer_files')
    .values({
      id: newId(ctx, 'answerFile'),
      file_hash: file.hash,
      name: file.name,
      format: file.format,
      result: JSON.stringify(file.result),
      read_by: ctx.actor.id,
      read_at: ctx.clock.now(),
    })
    .onConflict((oc) => oc.column('file_hash').doUpdateSet((eb) => ({ result: eb.ref('excluded.result') })))
    .returningAll()
    .executeTakeFirstOrThrow();
  return toView(row);
}

export async function findAnswerFile(ctx: Ctx, hash: string): Promise<AnswerFileView | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext(${`answer-file ${hash}`}))`.execute(ctx.db);
  const row = await ctx.db
    .selectFrom('payout_answer_files')
    .selectAll()
    .where('file_hash', '=', hash)
    .executeTakeFirst();
  return row && toView(row);
}

export async function listAnswerFiles(ctx: Ctx): Promise<AnswerFileView[]> {
  const rows = await ctx.db
    .selectFrom('payout_answer_files')
    .selectAll()
    .orderBy('read_at', 'desc')
    .orderBy('id', 'desc')
    .limit(SHOWN)
    .execute();
  return rows.map(toView);
}
