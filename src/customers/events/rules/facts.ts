import type { AccountFacts, Fields, PersonFacts } from '../model.ts';
import { firstOf, isFields, isStorable } from './texts.ts';
import { readInstant } from './times.ts';

const TEXT_CHARACTERS = 300;
const ATTRIBUTES = 50;
const INT_MAX = 2 ** 31 - 1;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]+$/;

const ACCOUNT_WORDS = [
  'name',
  'company_name',
  'domain',
  'website',
  'industry',
  'country',
  'employees',
  'plan',
  'seats',
];
const PERSON_WORDS = ['name', 'firstName', 'first_name', 'lastName', 'last_name', 'email', 'title', 'locale'];
const NOT_KEPT = new Set(['id', 'company', 'password', 'phone', 'birthday', 'age', 'gender', 'ip', '__proto__']);

/** What traits say of an account; what cannot be kept is left out. */
export function readAccountFacts(traits: Fields): AccountFacts {
  const address = isFields(traits.address) ? traits.address : {};
  const created = readInstant(firstOf(traits.createdAt, traits.created_at));
  return tidy({
    name: text(firstOf(traits.name, traits.company_name)),
    domain: domain(firstOf(traits.domain, traits.website)),
    industry: text(traits.industry),
    country: text(firstOf(traits.country, address.country)),
    employees: count(traits.employees),
    plan: text(traits.plan),
    seats: count(traits.seats),
    signed_up_at: created > 0 && created < Date.UTC(2200, 0, 1) ? new Date(created).toISOString() : undefined,
    attributes: attributesOf(traits, ACCOUNT_WORDS),
  });
}

/** What traits say of a person. Health, birth and telephone stay with the sender. */
export function readPersonFacts(traits: Fields): PersonFacts {
  const first = text(firstOf(traits.firstName, traits.first_name));
  const last = text(firstOf(traits.lastName, traits.last_name));
  const email = text(traits.email);
  return tidy({
    name: text(traits.name) ?? ([first, last].filter(Boolean).join(' ') || undefined),
    email: email && EMAIL.test(email) ? email : undefined,
    title: text(traits.title),
    locale: text(traits.locale),
    attributes: attributesOf(traits, PERSON_WORDS),
  });
}

/** Fields without a value are left out, so that they leave alone what is known. */
function tidy<T extends object>(facts: { [Name in keyof T]: T[Name] | undefined }): T {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as T;
}

function text(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const written = String(value).trim().slice(0, TEXT_CHARACTERS);
  return written !== '' && isStorable(written) ? written : undefined;
}

function count(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= INT_MAX
    ? number
    : undefined;
}

function domain(value: unknown): string | undefined {
  const written = text(value)?.toLowerCase();
  if (written === undefined) return undefined;
  const host = URL.parse(written.includes('://') ? written : `https://${written}`)?.hostname.replace(/^www\./, '');
  return host && HOST.test(host) ? host : undefined;
}

function attributesOf(traits: Fields, words: readonly string[]): Record<string, string | number | boolean> {
  const kept: [string, string | number | boolean][] = [];
  for (const [name, value] of Object.entries(traits)) {
    if (kept.length === ATTRIBUTES) break;
    if (words.includes(name) || NOT_KEPT.has(name) || name.length > 100 || !isStorable(name)) continue;
    const plain = typeof value === 'string' ? text(value) : value;
    if (typeof plain === 'string' || typeof plain === 'boolean') kept.push([name, plain]);
    if (typeof plain === 'number' && Number.isFinite(plain)) kept.push([name, plain]);
  }
  return Object.fromEntries(kept);
}
