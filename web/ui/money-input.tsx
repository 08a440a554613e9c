import { NumberInput, type NumberInputProps } from '@mantine/core';
import { formatMajor, minorDigits, parseMajor } from '../../src/kernel/money.ts';

type Props = Omit<NumberInputProps, 'value' | 'onChange' | 'defaultValue'> & {
  currency: string;
  minor: number | null;
  onMinor: (minor: number | null) => void;
};

/** An amount typed in whole units ("1,250.50") and kept in minor ones. */
export function MoneyInput({ currency, minor, onMinor, ...input }: Props) {
  return (
    <NumberInput
      {...input}
      value={minor === null ? '' : formatMajor(minor, currency)}
      onChange={(value) => onMinor(value === '' ? null : parseMajor(String(value), currency))}
      decimalScale={minorDigits(currency)}
      min={0}
      thousandSeparator=","
      hideControls
      leftSection={<span style={{ fontSize: '0.75rem' }}>{currency}</span>}
      leftSectionWidth={48}
    />
  );
}
