import type { NeedKind } from '../../customers/needs/model.ts';
import { say } from '../../platform/locale.ts';
import type { Association } from '../../stats/association.ts';
import type { Named } from './sayings.ts';
import type { WorthRow } from './worth.ts';

/** What a comparison comes to: only what was confirmed is called a difference. */
export function verdictOf(association: Association | undefined): WorthRow['verdict'] {
  if (association?.outcome !== 'tested') return 'too_few';
  if (association.verdict === 'confirmed') return association.difference.value > 0 ? 'more' : 'less';
  return association.verdict === 'nothing' ? 'no_difference' : association.verdict;
}

const percent = (share: number | null | undefined) =>
  share === null || share === undefined ? '–' : `${Math.round(share * 100)}%`;

/** How customers with a need fare, in one sentence that claims no cause. */
export function worthInWords(row: Omit<WorthRow, 'sentence'>): string {
  return say(`needs:verdicts.${row.verdict}`, {
    rate: percent(row.success?.value),
    count: row.decided,
    others: percent(row.others_success),
  });
}

/** The answer of the report: which bring customers who succeed more often. */
export function worthSummary(kind: NeedKind, items: readonly WorthRow[]): string {
  const names = (verdict: WorthRow['verdict']) =>
    items.filter((one) => one.verdict === verdict).map(({ name }) => `“${name}”`);
  const [more, less] = [names('more'), names('less')];
  const said = [
    ...(more.length > 0 ? [say(`needs:summary.${kind}.more`, { names: more.join(', ') })] : []),
    ...(less.length > 0 ? [say(`needs:summary.${kind}.less`, { names: less.join(', ') })] : []),
  ];
  if (said.length > 0) return said.join(' ');
  return say(`needs:summary.${kind}.${items.length === 0 ? 'empty' : 'none'}`);
}

type Missing = { kind: NeedKind; items: readonly WorthRow[]; named: readonly Named[]; decided: number };

/** What would have to be there to say more; nothing where nothing is missing. */
export function worthNeeds({ kind, items, named, decided }: Missing): string[] {
  if (items.length === 0)
    return [say(`needs:needed.${kind}.${named.length > 0 ? 'take_over' : 'add'}`, { count: named.length })];
  const suggested = items.reduce((sum, one) => sum + one.suggested, 0);
  const few = items.filter(({ verdict }) => verdict === 'too_few').length;
  return [
    ...(suggested > 0 ? [say('needs:needed.confirm', { count: suggested })] : []),
    ...(few > 0 ? [say('needs:needed.more', { count: few, decided })] : []),
  ];
}

export function worthLimits(): string[] {
  return ['not_a_cause', 'confirmed_only', 'stay', 'alike'].map((key) => say(`needs:limits.${key}`));
}
