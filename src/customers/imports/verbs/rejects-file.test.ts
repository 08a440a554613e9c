import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openRejectsFile } from './rejects-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'goodword-rejects-'));
const reject = { line: 3, entity: 'accounts', reason: 'is blank', field: 'name' };

describe('the file of rejected rows', () => {
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('appears with the first reject, and neutralises formulas', () => {
    const path = join(folder, 'in/accounts.csv.rejects.csv');
    const file = openRejectsFile(path, ['id', 'name']);
    expect(existsSync(path)).toBe(false);
    file.add(reject, ['1', '=1+1']);
    file.close();
    expect(readFileSync(path, 'utf8')).toBe("line,entity,field,reason,id,name\n3,accounts,name,is blank,1,'=1+1\n");
  });

  it.skipIf(!existsSync('/dev/full'))('says that the disk is full instead of losing a reject', () => {
    const file = openRejectsFile('/dev/full', ['id']);
    expect(() => file.add(reject, ['1'])).toThrow('the disk is full');
    file.close();
  });
});
