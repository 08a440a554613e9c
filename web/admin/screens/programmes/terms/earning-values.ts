import type { Earning } from '../../../../../src/partners/programmes/model.ts';

/** What a sale pays, as a form holds it: every kind's field at once. */
export type EarningValues<K extends string = Earning['kind']> = {
  kind: K;
  rate: string;
  amount_minor: number | null;
};

export const NEW_EARNING: EarningValues = { kind: 'percent', rate: '', amount_minor: null };

export function toEarningValues(earning: Earning): EarningValues {
  return earning.kind === 'percent' ? { ...NEW_EARNING, ...earning } : { ...earning, rate: '' };
}

export function toEarning({ kind, rate, amount_minor }: EarningValues): Earning {
  return kind === 'percent' ? { kind, rate: toRate(rate) } : { kind, amount_minor: amount_minor ?? 0 };
}

/** "20" and "20 %" are 20%. */
export function toRate(text: string): string {
  const rate = text.replace(/\s/g, '');
  return rate.endsWith('%') ? rate : `${rate}%`;
}
