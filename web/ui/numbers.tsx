import { numberText, percentText } from '../lib/format.ts';

type NumberProps = { value: number | null | undefined; digits?: number };

/** A count in tabular figures; a dash when unknown. */
export function Count({ value, digits }: NumberProps) {
  return <span className="gw-num">{value === null || value === undefined ? '—' : numberText(value, digits)}</span>;
}

/** A share from 0 to 1. */
export function Percent({ value, digits }: NumberProps) {
  return <span className="gw-num">{value === null || value === undefined ? '—' : percentText(value, digits)}</span>;
}
