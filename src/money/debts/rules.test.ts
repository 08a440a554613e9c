import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitWriteOff, writableFrom } from './rules.ts';

it('may be given up twelve calendar months after it began', () => {
  expect(writableFrom(new Date('2024-02-29T10:00:00Z')).toISOString()).toBe('2025-02-28T10:00:00.000Z');
});

it('settles exactly what is owed, never more of a clawback than is open', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1, maxLength: 20 }),
      fc.nat(),
      (sizes, dice) => {
        const open = sizes.map((size, index) => ({ commissionId: `cm_${index}`, amountMinor: -size }));
        const total = sizes.reduce((sum, size) => sum + size, 0);
        const owed = 1 + (dice % total);
        const parts = splitWriteOff(owed, open) ?? [];
        expect(parts.reduce((sum, part) => sum - part.amountMinor, 0)).toBe(owed);
        for (const part of parts) {
          const whole = open.find(({ commissionId }) => commissionId === part.commissionId)?.amountMinor ?? 0;
          expect(part.amountMinor).toBeGreaterThanOrEqual(whole);
          expect(part.amountMinor).toBeLessThan(0);
        }
        expect(splitWriteOff(total + 1, open)).toBeUndefined();
      },
    ),
  );
});
