import { say } from '../../../platform/locale.ts';
import type { Evidence, Moment, Readiness, Term, Veto } from '../model.ts';
import { findGaps } from '../rules/gaps.ts';
import { ALMOST_FROM, COVERAGE_FROM } from '../rules/readiness.ts';
import type { Blocker, Explained, NominationItem } from '../schema.ts';
import type { AccountRow, LastAsk } from '../store.ts';

/** The score of an account or a person in words: every term, what stands against it, and what is missing to 90. */
export function explain(readiness: Readiness, of: 'account' | 'person'): Explained {
  const { score, base, damper, coverage, status } = readiness;
  return {
    score,
    base,
    damper,
    coverage,
    status,
    friction: damper < 1 ? sayFriction(damper) : null,
    terms: readiness.terms.map(sayTerm),
    blockers: blockersOf(readiness, of),
    gaps: findGaps(readiness).map((gap) => ({
      ...gap,
      advice: say(`advocates:gap.${gap.code}`, { points: gap.missing_points }),
    })),
  };
}

/** One line of the nomination list. */
export function describeNomination(row: AccountRow): NominationItem {
  const { nomination, facts, score, base, damper, coverage, status } = row;
  return {
    rank: row.rank,
    account: { ...row.account, mrr_minor: facts.mrr_minor, currency: row.currency },
    person: row.person && withoutVetoes(row.person),
    channel: facts.channel === null ? null : { name: facts.channel, evidence: facts.channel_evidence ?? 'imported' },
    ask_kind: nomination.ask_kind,
    reason_code: nomination.reason.code,
    reason: sayReason(nomination.reason),
    moments: nomination.moments.map(sayMoment),
    score,
    base,
    damper,
    coverage,
    status,
    blockers: [...blockersOf(row, 'account'), ...personBlockers(row)],
    open_ask: row.open_ask,
    last_ask: row.last_ask && sayLastAsk(row.last_ask, row.person),
    held_back: row.held_back,
    scored_at: row.scored_at.toISOString(),
    data_at: row.data_at.toISOString(),
  };
}

/** Every result that may be quoted, as the customer would read it. */
export function sayEvidence({ code, params }: Pick<Evidence, 'code' | 'params'>): string {
  return say(`advocates:evidence.${code}`, params);
}

/** A veto as the sentence that every screen, answer and refusal shows. */
export function sayVeto({ code, params, lifts_at }: Veto, of: Blocker['of']): Blocker {
  const lifts = say(`advocates:lifts.${code}`, { on: lifts_at?.slice(0, 10) });
  return { code, reason: say(`advocates:veto.${code}`, params), lifts, lifts_at, of };
}

function blockersOf(readiness: Readiness, of: Blocker['of']): Blocker[] {
  const { vetoes, score, coverage, status } = readiness;
  const found = vetoes.map((veto) => sayVeto(veto, of));
  if (status === 'unknown' || coverage < COVERAGE_FROM)
    found.push(plainBlocker('coverage_low', of, { percent: Math.round(coverage * 100) }));
  else if (score < ALMOST_FROM) found.push(plainBlocker('score_low', of, { score }));
  return found;
}

function personBlockers(row: AccountRow): Blocker[] {
  const { person_missing } = row.nomination;
  if (person_missing === null) return [];
  if (person_missing === 'no_person') return [plainBlocker('no_person', 'person', {})];
  const accounts = new Set<string>(row.vetoes.map((veto) => veto.code));
  const own = (row.person?.vetoes ?? []).filter((veto) => !accounts.has(veto.code));
  return [plainBlocker('no_person_free', 'person', {}), ...own.map((veto) => sayVeto(veto, 'person'))];
}

function plainBlocker(code: string, of: Blocker['of'], params: Record<string, unknown>): Blocker {
  return {
    code,
    reason: say(`advocates:veto.${code}`, params),
    lifts: say(`advocates:lifts.${code}`),
    lifts_at: null,
    of,
  };
}

/** Whom the account's newest invitation went to, what came of it, and why another person is named now. */
function sayLastAsk(last: LastAsk, named: AccountRow['person']): NonNullable<NominationItem['last_ask']> {
  const { on, ...shown } = last;
  const name = last.person_name ?? say('advocates:somebody');
  const known = say(`advocates:asked.${last.state}`, { name, on });
  const isOther = on !== null && named && named.id !== last.person_id;
  const other = isOther ? say('advocates:asked.other', { name: named.name ?? named.email }) : '';
  return { ...shown, sentence: `${known} ${other}`.trim() };
}

function withoutVetoes(person: NonNullable<AccountRow['person']>): NominationItem['person'] {
  const { vetoes: _, ...shown } = person;
  return shown;
}

function sayTerm(term: Term): Explained['terms'][number] {
  const { code, weight, value, points, note } = term;
  const sentence = value === null ? 'unknown' : (note ?? code);
  const reason = say(`advocates:why.${sentence}`, { value: Math.round(value ?? 0) });
  return { code, label: say(`advocates:term.${code}`), weight, value, points, reason };
}

function sayFriction(damper: number): string {
  const percent = Math.round(75 + (25 * (1 - damper)) / 0.4);
  return say('advocates:friction', { percent, off: Math.round((1 - damper) * 100) });
}

function sayReason({ code, params }: AccountRow['nomination']['reason']): string {
  const named = (term: unknown, value: unknown) => (term ? say(`advocates:named.${term}`, { value }) : '');
  const first = named(params.first, params.first_value);
  return say(`advocates:reason.${code}`, { first, second: named(params.second, params.second_value) });
}

function sayMoment({ code, at, params }: Moment): NominationItem['moments'][number] {
  return { code, at, reason: say(`advocates:moment.${code}`, { ...params, on: at.slice(0, 10) }) };
}
