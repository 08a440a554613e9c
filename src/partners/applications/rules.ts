import { emailDomain, isFreeMail } from '../../kernel/email.ts';
import { invalidField } from '../../kernel/errors.ts';
import type { Answers, Field, Form, Outcome, Rule } from './model.ts';

const OWN_FIELDS = ['country', 'email_domain'];

/** @throws 422 naming the question or rule that cannot be */
export function checkForm({ fields, rules }: Pick<Form, 'fields' | 'rules'>): void {
  const keys = new Set<string>();
  fields.forEach((field, index) => {
    if (keys.has(field.key) || OWN_FIELDS.includes(field.key))
      throw invalidField(`fields[${index}].key`, `There is another question called ${field.key}.`);
    keys.add(field.key);
    if (isChoice(field) && (field.choices?.length ?? 0) < 2)
      throw invalidField(`fields[${index}].choices`, 'A choice needs at least two answers to choose from.');
  });
  rules.forEach((rule, index) => {
    checkRule(rule, `rules[${index}]`, fields);
  });
}

function checkRule(rule: Rule, at: string, fields: readonly Field[]): void {
  if (!OWN_FIELDS.includes(rule.field) && !fields.some(({ key }) => key === rule.field))
    throw invalidField(`${at}.field`, `No question is called ${rule.field}.`);
  if (rule.is === 'free_mailbox' && rule.field !== 'email_domain')
    throw invalidField(`${at}.field`, 'Only the e-mail domain can be a free mailbox.');
  if ((rule.is === 'one_of' || rule.is === 'not_one_of') && (rule.values?.length ?? 0) === 0)
    throw invalidField(`${at}.values`, 'Say which answers this rule is about.');
  if ((rule.is === 'at_least' || rule.is === 'at_most') && rule.number === undefined)
    throw invalidField(`${at}.number`, 'Say which number this rule is about.');
  if (rule.outcome === 'reject' && !rule.reason)
    throw invalidField(`${at}.reason`, 'Say what a rejected applicant is told.');
}

function isChoice({ kind }: Field): boolean {
  return kind === 'choice' || kind === 'choices';
}

export type Problem = 'missing' | 'not_an_address' | 'not_a_number' | 'not_offered' | 'too_long';

const LONGEST = 5000;

/** What was filled in, question by question, with what is wrong by key. Unknown keys are left out. */
export function readAnswers(
  fields: readonly Field[],
  raw: Readonly<Record<string, string | string[] | undefined>>,
): { answers: Answers; problems: Record<string, Problem> } {
  const answers: Answers = {};
  const problems: Record<string, Problem> = {};
  for (const field of fields) {
    const given = [raw[field.key] ?? []].flat().map((text) => text.trim());
    const texts = given.filter((text) => text !== '');
    const problem = texts.length === 0 ? (field.required ? 'missing' : undefined) : findProblem(field, texts);
    if (problem) problems[field.key] = problem;
    if (texts.length > 0) answers[field.key] = field.kind === 'choices' ? texts : (texts[0] ?? '');
  }
  return { answers, problems };
}

function findProblem(field: Field, texts: readonly string[]): Problem | undefined {
  if (texts.some((text) => text.length > LONGEST)) return 'too_long';
  if (isChoice(field)) return texts.every((text) => field.choices?.includes(text)) ? undefined : 'not_offered';
  const [text = ''] = texts;
  if (field.kind === 'number') return /^-?\d{1,15}(\.\d{1,6})?$/.test(text) ? undefined : 'not_a_number';
  if (field.kind === 'url') return isWebAddress(text) ? undefined : 'not_an_address';
  return undefined;
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname.includes('.');
}

export type Applicant = { email: string; country: string | null; answers: Answers };
export type RuleVerdict = { outcome: Outcome; rule: number | null; reason: string | null };

/** The first rule that fits decides; none: `otherwise`. */
export function decideByRules(applicant: Applicant, rules: readonly Rule[], otherwise: Outcome): RuleVerdict {
  const index = rules.findIndex((rule) => fits(rule, applicant));
  const rule = rules[index];
  return rule
    ? { outcome: rule.outcome, rule: index, reason: rule.reason ?? null }
    : { outcome: otherwise, rule: null, reason: null };
}

function fits(rule: Rule, applicant: Applicant): boolean {
  if (rule.is === 'free_mailbox') return isFreeMail(emailDomain(applicant.email));
  const values = valuesOf(rule.field, applicant);
  if (rule.is === 'at_least' || rule.is === 'at_most') {
    const number = Number(values[0]);
    if (values.length === 0 || Number.isNaN(number) || rule.number === undefined) return false;
    return rule.is === 'at_least' ? number >= rule.number : number <= rule.number;
  }
  const named = values.some((value) => rule.values?.some((one) => one.toLowerCase() === value.toLowerCase()));
  return rule.is === 'one_of' ? named : !named;
}

function valuesOf(field: string, { email, country, answers }: Applicant): string[] {
  if (field === 'country') return country ? [country] : [];
  if (field === 'email_domain') return [emailDomain(email)];
  return [answers[field] ?? []].flat();
}

/** What kind of business the applicant is, where the form asks for it. */
export function categoriesOf(answers: Answers): string[] {
  return [answers.category ?? []].flat();
}
