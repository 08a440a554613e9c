import { expect, test } from 'vitest';
import type { Mapping } from '../../../../src/customers/imports/model.ts';
import { changeColumn, findColumn } from './change-mapping.ts';

const mapping: Mapping = {
  version: 1,
  files: {
    'a.csv': {
      source: 'crm',
      delimiter: ',',
      encoding: 'utf-8',
      entities: {
        accounts: {
          columns: {
            id: { to: 'external_id', type: 'text' },
            since: { to: 'signed_up_at', type: 'date', order: 'iso' },
          },
        },
      },
    },
  },
};
const since = { file: 'a.csv', entity: 'accounts' as const, column: 'since' };

test('a column that is given another meaning keeps how its values are read', () => {
  const changed = changeColumn(mapping, since, { to: 'churn_notice_at' });
  expect(findColumn(changed, 'a.csv', 'since')?.how).toEqual({ to: 'churn_notice_at', type: 'date', order: 'iso' });
});

test('a column that is left out is named as left out, and can come back', () => {
  const without = changeColumn(mapping, since, { to: '' });
  expect(findColumn(without, 'a.csv', 'since')).toBeUndefined();
  expect(without.files['a.csv']?.ignored).toEqual(['since']);
  const back = changeColumn(without, since, { to: 'signed_up_at', type: 'date' });
  expect(back.files['a.csv']?.ignored).toEqual([]);
  expect(findColumn(back, 'a.csv', 'since')?.how.to).toBe('signed_up_at');
});

test('the mapping given is not changed', () => {
  changeColumn(mapping, since, { to: '' });
  expect(findColumn(mapping, 'a.csv', 'since')?.how.to).toBe('signed_up_at');
});
