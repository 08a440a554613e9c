import { say } from '../../../platform/locale.ts';
import type { Gate } from '../../gates/model.ts';
import { type Programme, type ProgrammePage, TEMPLATE_KEYS, type TermsVersion, termsAt } from '../model.ts';
import { changesBetween } from '../rules/changes.ts';
import { gateInWords } from '../rules/gates.ts';
import { attributionInWords, type Sentence, termsInWords } from '../rules/in-words.ts';
import { TEMPLATES } from '../rules/templates.ts';

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
    gates_in_words: describeGates(programme.gates, programme.currency),
    terms: inForce ? describeTerms(inForce, programme.currency, olderThan(inForce, versions)) : null,
    created_at: programme.created_at.toISOString(),
    updated_at: programme.updated_at.toISOString(),
  };
}

/** The version before this one. */
export function olderThan(version: TermsVersion, versions: readonly TermsVersion[]): TermsVersion | undefined {
  return versions.find((one) => one.version === version.version - 1);
}

function describeGates(gates: readonly Gate[], currency: string): string[] {
  return gates.map((gate) => {
    const { key, params } = gateInWords(gate, currency);
    return say(`gates:${key}`, params);
  });
}

/** A public page as the API answers it, with its address. */
export function describePage(page: ProgrammePage, publicUrl: string) {
  return {
    ...page,
    url: `${publicUrl}/join/${page.slug}`,
    created_at: page.created_at.toISOString(),
    updated_at: page.updated_at.toISOString(),
  };
}

/** What one can start from, with what each promises, asks and says; amounts in `currency`. */
export function describeTemplates(currency: string) {
  return TEMPLATE_KEYS.map((key) => {
    const { terms, attribution, gates, visibility } = TEMPLATES[key];
    return {
      key,
      name: say(`templates:${key}.name`),
      about: say(`templates:${key}.about`),
      audience: say(`templates:${key}.audience`),
      visibility,
      currency,
      in_words: spoken(termsInWords(terms, currency)),
      gates_in_words: describeGates(gates, currency),
      attribution_in_words: spoken(attributionInWords(attribution)),
    };
  });
}
