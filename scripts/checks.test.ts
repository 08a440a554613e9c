import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyProject, type ProjectCopy } from '../test/harness/project-copy.ts';

let copy: ProjectCopy;
beforeAll(() => {
  copy = copyProject();
});
afterAll(() => copy.remove());

it('notices a schema dump that differs from the migrations', () => {
  copy.append('db/schema.sql', '\n');
  const { status, output } = copy.run('scripts/dump-schema.ts', '--check');
  expect(output).toMatch(/schema\.sql does not match the migrations. Run: npm run dump-schema\n$/);
  expect(status).toBe(1);
});

it('notices a text outside web/locales', () => {
  copy.append('web/ui/copy-field.tsx', '\nexport const spoken = <p>Copied to the clipboard</p>;\n');
  const { status, output } = copy.run('scripts/check-locales.ts');
  expect(output).toContain('literal text "Copied to the clipboard"');
  expect(status).toBe(1);
});

it('notices a file with a forbidden name, and a table written by a stranger', () => {
  copy.append('src/money/ledger/utils.ts', 'export const x = 1;\n');
  copy.append('src/reports/mrr.ts', "\nconst text = 'delete from accounts';\n");
  expect(copy.run('scripts/check-structure.ts')).toMatchObject({ status: 1, output: expect.stringContaining('utils') });
  expect(copy.run('scripts/check-owners.ts')).toMatchObject({
    status: 1,
    output: expect.stringContaining('writes accounts, which only customers/accounts may write'),
  });
});
