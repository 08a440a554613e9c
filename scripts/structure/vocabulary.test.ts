import { describe, expect, it } from 'vitest';
import { checkName, GRANDFATHERED } from './vocabulary.ts';

describe('the file vocabulary', () => {
  it.each([
    'src/money/ledger/helper-functions.ts',
    'src/money/ledger/queries/list.ts',
    'src/money/ledger/store/deep/transfers.ts',
    'src/money/arithmetic.ts',
    'src/platform/utils.ts',
    'src/platform/utils/text.ts',
    'src/money/ledger/index.ts',
    'web/ui/common.tsx',
    'test/helpers/ctx.ts',
  ])('refuses %s', (path) => {
    expect(checkName(path)).toMatchObject({ file: path });
  });

  it.each([
    'src/money/ledger/rules.ts',
    'src/money/ledger/rules.test.ts',
    'src/money/ledger/verbs/approve-payout.ts',
    'src/money/ledger/store/transfers.test.ts',
    'src/kernel/money.ts',
    'web/lib/api.ts',
    'web/admin/screens/accounts/list.tsx',
  ])('accepts %s', (path) => {
    expect(checkName(path)).toBeUndefined();
  });

  it('excuses nobody', () => {
    expect(GRANDFATHERED).toEqual([]);
  });
});
