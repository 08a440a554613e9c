import { formatPercent } from '../../kernel/percent.ts';
import { say } from '../../platform/locale.ts';

export const SEVERITIES = ['serious', 'notable', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** One thing the data show about themselves. `count` of `of` rows have it. */
export type Finding = {
  code: string;
  severity: Severity;
  count: number;
  of: number;
  sentence: string;
  /** What it does to the numbers. */
  effect?: string;
  /** A few of the rows, as the source names them. */
  examples: string[];
  /** The figures behind the sentence, where they are more than two. */
  detail?: unknown;
};

export type Counted = { code: string; count: number; of: number; examples?: (string | null)[] | null };
type More = { severity?: Severity; params?: Record<string, unknown>; detail?: unknown };

/** Writes a finding out in words (`quality:CODE.sentence`, `.effect`); nothing when nothing was found. */
export function finding(found: Counted, more: More = {}): Finding[] {
  if (found.count === 0) return [];
  const share = found.of === 0 ? '' : formatPercent(found.count / found.of, { exactly: 1 });
  const numbers = { count: found.count.toLocaleString('en'), of: found.of.toLocaleString('en'), share };
  const params = { ...numbers, ...more.params };
  const effect = say(`quality:${found.code}.effect`, { ...params, defaultValue: '' });
  return [
    {
      code: found.code,
      severity: more.severity ?? 'notable',
      count: found.count,
      of: found.of,
      sentence: say(`quality:${found.code}.sentence`, params),
      ...(effect ? { effect } : {}),
      examples: (found.examples ?? []).filter((example) => example !== null).slice(0, 5),
      ...(more.detail === undefined ? {} : { detail: more.detail }),
    },
  ];
}
