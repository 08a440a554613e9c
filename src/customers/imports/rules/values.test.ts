import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnMapping } from '../model.ts';
import { BadValue, plainNumber, readerOf, toMinorUnits } from './values.ts';

const read = (type: ColumnMapping['type'], text: string, more: Partial<ColumnMapping> = {}) =>
  readerOf({ to: 'x', type, ...more })(text);

describe('reading a cell', () => {
  it.each(['', ' ', 'NaN', 'NULL', 'null', 'N/A', '#N/A', 'nan'])('%j is blank', (text) => {
    expect(read('integer', text)).toBeNull();
    expect(read('text', text)).toBeNull();
    expect(read('date', text)).toBeNull();
  });

  it('keeps names that only look like a blank', () => {
    expect(read('text', 'Nanette')).toBe('Nanette');
    expect(read('text', 'NA')).toBe('NA');
    expect(read('text', '<b>Bold & Co</b>')).toBe('<b>Bold & Co</b>');
    expect(read('text', '  Ann ')).toBe('Ann');
  });

  it.each([
    ['TRUE', true],
    ['True', true],
    ['yes', true],
    ['1', true],
    ['FALSE', false],
    ['No', false],
  ])('%s is %s', (text, value) => {
    expect(read('boolean', text)).toBe(value);
  });

  it.each([
    ['27', 27],
    ['27.0', 27],
    ['1,234', 1234],
    ['-3', -3],
    [' 12 ', 12],
  ])('%s is the whole number %d', (text, value) => {
    expect(read('integer', text)).toBe(value);
  });

  it('refuses what is not a whole number, and what is too large for one', () => {
    expect(read('integer', '27.5')).toBeInstanceOf(BadValue);
    expect(read('integer', '99999999999')).toBeInstanceOf(BadValue);
    expect(read('integer', 'many')).toBeInstanceOf(BadValue);
  });

  it.each([
    ['1,234.50', 'point', '1234.50'],
    ['1.234,50', 'comma', '1234.50'],
    ['$ 12', 'point', '12'],
    ['12 €', 'point', '12'],
    ['(5.25)', 'point', '-5.25'],
    ['1 234 567', 'point', '1234567'],
  ] as const)('%s with a decimal %s is %s', (text, decimal, plain) => {
    expect(plainNumber(text, decimal)).toBe(plain);
  });

  it('translates values by the mapping', () => {
    expect(read('text', 'Month-to-Month', { values: { 'month-to-month': 'month' } })).toBe('month');
  });

  it('leaves every plain decimal as it is', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(99), (whole, cents) => {
        const text = `${whole}.${String(cents).padStart(2, '0')}`;
        expect(plainNumber(text)).toBe(text);
      }),
    );
  });
});

describe('an amount', () => {
  it('is exact in minor units, whatever the currency', () => {
    expect(toMinorUnits('12.05', 'EUR', 'major')).toBe(1205);
    expect(toMinorUnits('1205', 'EUR', 'minor')).toBe(1205);
    expect(toMinorUnits('1205', 'JPY', 'major')).toBe(1205);
  });

  it('is refused beyond 2^53-1', () => {
    expect(toMinorUnits('90071992547409.91', 'EUR', 'major')).toBe(Number.MAX_SAFE_INTEGER);
    expect(toMinorUnits('90071992547409.92', 'EUR', 'major')).toBeInstanceOf(BadValue);
  });
});
