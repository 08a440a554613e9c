import { say } from '../../../platform/locale.ts';
import { type Programme, type TermsVersion, termsAt } from '../model.ts';
import { attributionInWords, type Sentence, termsInWords } from '../rules/in-words.ts';

const spoken = (sentences: Sentence[]) => sentences.map(speak);

function speak({ key, params }: Sentence): string {
  const spokenParams = Object.entries(params).map(([name, value]) => [name, isSentence(value) ? speak(value) : value]);
  return say(`programmes:${key}`, Object.fromEntries(spokenParams));
}

function isSentence(value: unknown): value is Sentence {
  return typeof value === 'object' && value !== null && 'key' in value;
}

/** A version of the terms as the API answers it, with its sentences. */
export function describeTerms(version: TermsVersion, currency: string) {
  return {
    id: version.id,
    version: version.version,
    effective_at: version.effective_at.toISOString(),
    terms: version.terms,
    in_words: spoken(termsInWords(version.terms, currency)),
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
    terms: inForce ? describeTerms(inForce, programme.currency) : null,
    created_at: programme.created_at.toISOString(),
    updated_at: programme.updated_at.toISOString(),
  };
}
