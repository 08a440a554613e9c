import { say } from '../../../platform/locale.ts';
import { type Programme, type TermsVersion, termsAt } from '../model.ts';
import { changesBetween } from '../rules/changes.ts';
import { gateInWords } from '../rules/gates.ts';
import { attributionInWords, type Sentence, termsInWords } from '../rules/in-words.ts';

const spoken = (sentences: Sentence[]) => sentences.map(speak);

function speak({ key, params }: Sentence): string {
  const spokenParams = Object.entries(params).map(([name, value]) => [name, isSentence(value) ? speak(value) : value]);
  return say(`programmes:${key}`, Object.fromEntries(spokenParams));
}

function isSentence(value: unknown): value is Sentence {
  return typeof value === 'object' && value !== null && 'key' in value;
}

/** A version of the terms as the API answers it, with its sentences and what they say differently from `before`. */
export function describeTerms(version: TermsVersion, currency: string, before?: TermsVersion) {
  const sentences = termsInWords(version.terms, currency);
  const changes = before ? changesBetween(termsInWords(before.terms, currency), sentences) : [];
  return {
    id: version.id,
    version: version.version,
    effective_at: version.effective_at.toISOString(),
    terms: version.terms,
    needs_acceptance: version.needs_acceptance,
    in_words: spoken(sentences),
    changes: changes.map((change) => ({
      kind: change.kind,
      before: change.before && speak(change.before),
      after: change.after && speak(change.after),
    })),
    created_by: version.created_by,
    created_at: version.created_at.toISOString(),
  };
}

/** A programme as the API answers it; `now` decides which terms are in force. */
export function describeProgramme(programme: Programme, versions: TermsVersion[], now: Date) {
  const inForce = termsAt(versions, now);
  return {
    ...programme,
    attribution_in_words: spoken(attributionInWords(programme.attribution)),
    gates_in_words: programme.gates.map((gate) => {
      const { key, params } = gateInWords(gate, programme.currency);
      return say(`gates:${key}`, params);
    }),
    terms: inForce ? describeTerms(inForce, programme.currency, olderThan(inForce, versions)) : null,
    created_at: programme.created_at.toISOString(),
    updated_at: programme.updated_at.toISOString(),
  };
}

/** The version before this one. */
export function olderThan(version: TermsVersion, versions: readonly TermsVersion[]): TermsVersion | undefined {
  return versions.find((one) => one.version === version.version - 1);
}
