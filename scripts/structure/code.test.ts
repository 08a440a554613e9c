import { describe, expect, it } from 'vitest';
import { checkCode } from './code.ts';

const messages = (path: string, text: string) => checkCode({ path, text }).map(({ message }) => message);
const lines = (count: number) => 'a();\n'.repeat(count);

describe('sizes', () => {
  it('warns above 200 lines and fails above 400', () => {
    expect(checkCode({ path: 'src/kernel/a.ts', text: lines(201) })).toMatchObject([{ warning: true }]);
    expect(checkCode({ path: 'src/kernel/a.ts', text: lines(401) })[0]?.warning).toBeUndefined();
    expect(checkCode({ path: 'src/kernel/a.ts', text: lines(200) })).toEqual([]);
  });

  it('stops a function at 60 lines', () => {
    expect(messages('src/kernel/a.ts', `function f() {\n${lines(59)}}`)).toEqual([
      'a function of 61 lines; it stops at 60',
    ]);
    expect(messages('src/kernel/a.ts', `function f() {\n${lines(58)}}`)).toEqual([]);
  });

  it('stops a handler at 12 lines, but not the table of routes', () => {
    const table = (handler: string) =>
      `const r: Routes = (app) => {\n${'app.get("/", f);\n'.repeat(70)}app.get("/", ${handler});\n}`;
    const path = 'src/money/ledger/routes.ts';
    expect(messages(path, table(`() => {\n${lines(11)}}`))).toEqual(['a handler of 13 lines; it stops at 12']);
    expect(messages(path, table('() => list()'))).toEqual([]);
  });
});

describe('what a file may touch', () => {
  it('reads the environment only in config.ts', () => {
    expect(messages('src/platform/log.ts', 'export const x = process.env.PORT;')).toHaveLength(1);
    expect(messages('src/config.ts', 'export const x = process.env.PORT;')).toEqual([]);
  });

  it.each(['new Date()', 'Date.now()', 'Temporal.Now.instant()', 'Math.random()'])(
    'refuses %s in a decision',
    (code) => {
      expect(messages('src/money/ledger/rules.ts', `export const x = ${code};`)).toHaveLength(1);
      expect(messages('src/flows/pay/day.ts', `export const x = ${code};`)).toHaveLength(1);
      expect(messages('src/platform/clock.ts', `export const x = ${code};`)).toEqual([]);
    },
  );

  it('accepts a date made of something', () => {
    expect(messages('src/money/ledger/rules.ts', 'export const x = new Date(0);')).toEqual([]);
  });

  it.each(['ctx.db.selectFrom("a")', 'db.insertInto("a")', 'sql`select 1`'])('refuses %s outside a store', (code) => {
    expect(messages('src/money/ledger/service.ts', `export const x = ${code};`)).toHaveLength(1);
    expect(messages('src/money/ledger/store.ts', `export const x = ${code};`)).toEqual([]);
    expect(messages('src/reports/mrr.ts', `export const x = ${code};`)).toEqual([]);
  });
});

describe('a verb that opens a transaction', () => {
  const verb = (first: string) =>
    `export async function pay(ctx) {\n  ${first}\n  return inTransaction(ctx, async () => 1);\n}`;

  it('asks for a scope first', () => {
    expect(messages('src/money/payouts/service.ts', verb('const a = 1;'))).toEqual([
      'pay opens a transaction; its first line must be requireScope(ctx, …)',
    ]);
    expect(messages('src/money/payouts/service.ts', verb("requireScope(ctx, 'payouts:write');"))).toEqual([]);
  });

  it('is also asked in a file of verbs', () => {
    expect(messages('src/money/payouts/verbs/pay.ts', verb('const a = 1;'))).toHaveLength(1);
  });
});
