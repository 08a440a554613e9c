import { sql } from 'kysely';
import type { Asks } from '../../../db/types.ts';
import { offsetOf } from '../../kernel/page.ts';
import type { Db } from '../../platform/postgres.ts';
import type { Ask, AskAnswer, AskState, QuotedEvidence } from './model.ts';
import type { AskQuery } from './schema.ts';

export type AskRow = Ask & {
  account_name: string;
  person_name: string | null;
  person_email: string | null;
  programme_name: string | null;
  company: string | null;
  product_url: string | null;
};

function askRows(db: Db) {
  return db
    .selectFrom('asks as k')
    .innerJoin('accounts as a', 'a.id', 'k.account_id')
    .innerJoin('people as p', 'p.id', 'k.person_id')
    .leftJoin('programmes as g', 'g.id', 'k.programme_id')
    .leftJoin('company_settings as c', (join) => join.onTrue());
}

const WHOLE = [
  'k.id',
  'k.kind',
  'k.account_id',
  'k.person_id',
  'k.programme_id',
  'k.state',
  'k.readiness_score',
  'k.readiness_snapshot',
  'k.subject',
  'k.body_text',
  'k.evidence',
  'k.mail_id',
  'k.partner_id',
  'k.override_reason',
  'k.answer',
  'k.created_by',
  'k.created_at',
  'k.sent_at',
  'k.answered_at',
  'k.expires_at',
  'a.name as account_name',
  'p.name as person_name',
  'p.email as person_email',
  'g.name as programme_name',
  'c.name as company',
  'c.product_url',
] as const;

type Stored = Omit<AskRow, 'kind' | 'state' | 'readiness_score' | 'readiness_snapshot' | 'evidence' | 'answer'> & {
  kind: string;
  state: string;
  readiness_score: string | null;
  readiness_snapshot: unknown;
  evidence: unknown;
  answer: unknown;
};

function fromStored(row: Stored): AskRow {
  return {
    ...row,
    kind: row.kind as Ask['kind'],
    state: row.state as AskState,
    readiness_score: row.readiness_score === null ? null : Number(row.readiness_score),
    readiness_snapshot: row.readiness_snapshot as object,
    evidence: row.evidence as QuotedEvidence[],
    answer: row.answer as AskAnswer | null,
  };
}

/** Newest first. */
export async function listAskRows(db: Db, query: AskQuery): Promise<{ rows: AskRow[]; total: number }> {
  const rows = await matching(db, query)
    .select(WHOLE)
    .orderBy('k.created_at', 'desc')
    .orderBy('k.id', 'desc')
    .limit(query.per_page)
    .offset(offsetOf(query))
    .execute();
  const { total } = await matching(db, query)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { rows: rows.map(fromStored), total };
}

function matching(db: Db, query: AskQuery) {
  let found = askRows(db);
  if (query.state) found = found.where('k.state', '=', query.state);
  if (query.kind) found = found.where('k.kind', '=', query.kind);
  if (query.account_id) found = found.where('k.account_id', '=', query.account_id);
  if (query.person_id) found = found.where('k.person_id', '=', query.person_id);
  const part = query.q && `%${query.q.replace(/[\\%_]/g, '\\$&')}%`;
  if (part) found = found.where((eb) => eb.or([eb('a.name', 'ilike', part), eb('p.name', 'ilike', part)]));
  return found;
}

export async function findAsk(db: Db, id: string): Promise<AskRow | undefined> {
  const row = await askRows(db).select(WHOLE).where('k.id', '=', id).executeTakeFirst();
  return row && fromStored(row);
}

export async function findAskByToken(db: Db, tokenHash: string): Promise<AskRow | undefined> {
  const row = await askRows(db).select(WHOLE).where('k.token_hash', '=', tokenHash).executeTakeFirst();
  return row && fromStored(row);
}

/** Holds the ask until the transaction ends, so that of two answers only one counts. */
export async function lockAsk(db: Db, id: string): Promise<AskRow | undefined> {
  await db.selectFrom('asks').select('id').where('id', '=', id).forUpdate().execute();
  return findAsk(db, id);
}

export async function lockAskByToken(db: Db, tokenHash: string): Promise<AskRow | undefined> {
  await db.selectFrom('asks').select('id').where('token_hash', '=', tokenHash).forUpdate().execute();
  return findAskByToken(db, tokenHash);
}

/** False when another ask to the person is open. */
export async function insertAsk(db: Db, ask: Ask): Promise<boolean> {
  const { readiness_snapshot, readiness_score, evidence, answer: _, ...row } = ask;
  const inserted = await db
    .insertInto('asks')
    .values({
      ...row,
      readiness_score: readiness_score === null ? null : String(readiness_score),
      readiness_snapshot: JSON.stringify(readiness_snapshot),
      evidence: JSON.stringify(evidence),
    })
    .onConflict((conflict) => conflict.column('person_id').where(sql.ref('state'), 'in', ['draft', 'sent']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function findOpenAsk(db: Db, personId: string): Promise<{ id: string; state: string } | undefined> {
  return db
    .selectFrom('asks')
    .select(['id', 'state'])
    .where('person_id', '=', personId)
    .where('state', 'in', ['draft', 'sent'])
    .executeTakeFirst();
}

export type AskChange = Partial<
  Pick<Asks, 'subject' | 'body_text' | 'mail_id' | 'token_hash' | 'partner_id' | 'override_reason'>
> & {
  state?: AskState;
  sent_at?: Date;
  answered_at?: Date;
  expires_at?: Date;
  answer?: AskAnswer;
};

export async function updateAsk(db: Db, id: string, { answer, ...change }: AskChange): Promise<void> {
  await db
    .updateTable('asks')
    .set({ ...change, ...(answer ? { answer: JSON.stringify(answer) } : {}) })
    .where('id', '=', id)
    .execute();
}

/** Lets what waited too long expire, of everybody or of one person; returns how many. */
export async function expireSent(db: Db, now: Date, personId?: string): Promise<number> {
  let overdue = db
    .updateTable('asks')
    .set({ state: 'expired' })
    .where('state', '=', 'sent')
    .where('expires_at', '<=', now);
  if (personId) overdue = overdue.where('person_id', '=', personId);
  return Number((await overdue.executeTakeFirst()).numUpdatedRows);
}
