import type { VetoCode } from '../advocates/model.ts';
import { VETO_CODES } from '../advocates/model.ts';
import type { AskState } from './model.ts';

/** A no of the person's own, and what cannot be done at all: no reason of ours changes these. */
const FINAL = new Set<string>(['unsubscribed', 'consent_refused', 'no_email'] satisfies VetoCode[]);

/** Of everything said against an ask, what forbids sending it: vetoes, not a low score. */
export function vetoesOf<T extends { code: string }>(blockers: readonly T[]): T[] {
  const codes = new Set<string>(VETO_CODES);
  return blockers.filter((blocker) => codes.has(blocker.code));
}

export type SendDecision<T> = { send: true } | { send: false; because: T[]; can_override: boolean };

/** Whether an ask goes out: nothing stands against it, or what does is overridden with a reason and can be. */
export function decideSend<T extends { code: string }>(
  blockers: readonly T[],
  overrideReason: string | undefined,
): SendDecision<T> {
  const because = vetoesOf(blockers);
  const final = because.filter((veto) => FINAL.has(veto.code));
  if (final.length > 0) return { send: false, because: final, can_override: false };
  if (because.length > 0 && !overrideReason) return { send: false, because, can_override: true };
  return { send: true };
}

export type AnswerDecision = 'open' | 'expired' | 'accepted' | 'declined' | 'cancelled';

/** What a link still means when it is opened at `now`. An ask that was never sent has no link. */
export function decideAnswer(ask: { state: AskState; expires_at: Date | null }, now: Date): AnswerDecision {
  if (ask.state === 'accepted' || ask.state === 'declined' || ask.state === 'cancelled') return ask.state;
  if (ask.state !== 'sent' || ask.expires_at === null || ask.expires_at <= now) return 'expired';
  return 'open';
}

/** The text as it is sent: the link where {link} stands, or at the end when the writer took it out. */
export function withLink(text: string, place: string, url: string): string {
  return text.includes(place) ? text.replaceAll(place, () => url) : `${text}\n\n${url}`;
}
