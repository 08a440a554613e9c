import type { SliceWords } from './slice-words.ts';

/** The files of a slice that keeps named records: path → text. */
export function sliceFiles(words: SliceWords): Map<string, string> {
  const folder = `src/${words.wing}/${words.noun}`;
  return new Map([
    [`${folder}/model.ts`, model(words)],
    [`${folder}/rules.ts`, rules(words)],
    [`${folder}/rules.test.ts`, rulesTest(words)],
    [`${folder}/schema.ts`, schema(words)],
    [`${folder}/store.ts`, store(words)],
    [`${folder}/service.ts`, service(words)],
    [`${folder}/service.test.ts`, serviceTest(words)],
    [`${folder}/routes.ts`, routes(words)],
  ]);
}

export function migration({ table }: SliceWords): string {
  return `create table ${table} (
  id text primary key,
  name text not null check (name <> ''),
  created_at timestamptz not null
);
create index ${table}_name on ${table} (lower(name), id);
`;
}

const model = ({ type }: SliceWords) => `export type ${type} = { id: string; name: string; created_at: Date };
`;

const rules = ({ type }: SliceWords) => `/** The name as it is kept: no space around it, one space between words. */
export function next${type}Name(typed: string): string {
  return typed.trim().replace(/\\s+/g, ' ');
}
`;

const rulesTest = ({ type, one }: SliceWords) => `import { expect, it } from 'vitest';
import { next${type}Name } from './rules.ts';

it('keeps the name of a ${one} without the spaces around it', () => {
  expect(next${type}Name('  Two   words ')).toBe('Two words');
});
`;

const schema = ({ one, type, types }: SliceWords) => `import { z } from 'zod';

export const new${type} = z.object({ name: z.string().trim().min(1).max(200).describe('What people call it') });
export type New${type} = z.infer<typeof new${type}>;

export const ${one}Shape = z.object({ id: z.string(), name: z.string(), created_at: z.date().describe('UTC') });

export const ${one}Query = z.object({
  page: z.coerce.number().int().min(1).default(1),
  per_page: z.coerce.number().int().min(1).max(200).default(50),
});
export type ${type}Query = z.infer<typeof ${one}Query>;

export const ${one}Page = z
  .object({ items: z.array(${one}Shape), total: z.number().int(), page: z.number().int(), per_page: z.number().int() })
  .describe('One page of ${types}, by name');
`;

const store = ({ table, type, types }: SliceWords) => `import { offsetOf, type PageQuery } from '../../kernel/page.ts';
import type { Db } from '../../platform/postgres.ts';
import type { ${type} } from './model.ts';

export async function insert${type}(db: Db, row: ${type}): Promise<void> {
  await db.insertInto('${table}').values(row).execute();
}

export async function list${types}(db: Db, query: PageQuery): Promise<{ items: ${type}[]; total: number }> {
  const { count } = await db
    .selectFrom('${table}')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const items = await db
    .selectFrom('${table}')
    .selectAll()
    .orderBy((eb) => eb.fn('lower', ['name']))
    .orderBy('id')
    .limit(query.per_page)
    .offset(offsetOf(query))
    .execute();
  return { items, total: count };
}
`;

const service = ({ one, type, types, read, write }: SliceWords) => `import type { Page } from '../../kernel/page.ts';
import { writeAudit } from '../../platform/audit.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../platform/ctx.ts';
import type { ${type} } from './model.ts';
import { next${type}Name } from './rules.ts';
import type { New${type}, ${type}Query } from './schema.ts';
import * as store from './store.ts';

/** Keeps a new ${one} and says who made it. */
export async function create${type}(ctx: Ctx, input: New${type}): Promise<${type}> {
  requireScope(ctx, '${write}');
  const row: ${type} = { id: newId(ctx, '${one}'), name: next${type}Name(input.name), created_at: ctx.clock.now() };
  return inTransaction(ctx, async (ctx) => {
    await store.insert${type}(ctx.db, row);
    await writeAudit(ctx, { action: '${one}.created', subjectKind: '${one}', subjectId: row.id });
    return row;
  });
}

export async function list${types}(ctx: Ctx, query: ${type}Query): Promise<Page<${type}>> {
  requireScope(ctx, '${read}');
  const { items, total } = await store.list${types}(ctx.db, query);
  return { items, total, page: query.page, per_page: query.per_page };
}
`;

const serviceTest = ({
  one,
  type,
  types,
  read,
}: SliceWords) => `import { afterAll, beforeAll, expect, it } from 'vitest';
import { testCtx } from '../../../test/harness/ctx.ts';
import { openTestDatabase } from '../../../test/harness/db.ts';
import type { Database } from '../../platform/database.ts';
import { create${type}, list${types} } from './service.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

it('lists a ${one} that was made', async () => {
  const ctx = testCtx(database);
  const made = await create${type}(ctx, { name: ' First ' });
  const page = await list${types}(ctx, { page: 1, per_page: 50 });
  expect(page).toEqual({ items: [made], total: 1, page: 1, per_page: 50 });
  expect(made.name).toBe('First');
});

it('refuses a ${one} from someone who may only read', async () => {
  const ctx = testCtx(database, { scopes: ['${read}'] });
  await expect(create${type}(ctx, { name: 'Second' })).rejects.toMatchObject({ code: 'forbidden' });
});
`;

const routes = ({
  noun,
  one,
  type,
  types,
  read,
  write,
}: SliceWords) => `import type { Routes } from '../../http/app.ts';
import { ctxOf } from '../../http/authenticate.ts';
import { new${type}, ${one}Page, ${one}Query, ${one}Shape } from './schema.ts';
import { create${type}, list${types} } from './service.ts';

export const ${one}Routes: Routes = (app) => {
  app.get(
    '/v1/${noun}',
    {
      schema: { tags: ['${noun}'], summary: 'List ${noun}', querystring: ${one}Query, response: { 200: ${one}Page } },
      config: { access: '${read}' },
    },
    (request) => list${types}(ctxOf(request), request.query),
  );
  app.post(
    '/v1/${noun}',
    {
      schema: { tags: ['${noun}'], summary: 'Add one', body: new${type}, response: { 200: ${one}Shape } },
      config: { access: '${write}' },
    },
    (request) => create${type}(ctxOf(request), request.body),
  );
};
`;
