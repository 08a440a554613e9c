import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next, { type i18n } from 'i18next';
import { type IsoDate, isIsoDate } from '../kernel/time.ts';

const LOCALES_DIR = join(import.meta.dirname, '../../web/locales');

function readNamespaces(locale: string): Record<string, object> {
  const files = readdirSync(join(LOCALES_DIR, locale)).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    files.map((name) => [name.slice(0, -5), JSON.parse(readFileSync(join(LOCALES_DIR, locale, name), 'utf8'))]),
  );
}

function load(): i18n {
  const locales = readdirSync(LOCALES_DIR);
  const resources = Object.fromEntries(locales.map((locale) => [locale, readNamespaces(locale)]));
  const instance = i18next.createInstance();
  // Sentences leave as plain text; who puts them into HTML escapes them there.
  instance.init({
    resources,
    fallbackLng: 'en',
    defaultNS: 'reasons',
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return instance;
}

const sentences = load();

/**
 * The sentence behind `namespace:key` in the reader's language: the same files serve screens, mails and the API's
 * reasons. A calendar date among the params (`2026-03-01`) is written as that language writes dates.
 */
export function say(key: string, params: Record<string, unknown> = {}, locale = 'en'): string {
  const said: Record<string, unknown> = { ...params };
  for (const [name, value] of Object.entries(params)) if (isDate(value)) said[name] = writeDate(value, locale);
  return sentences.t(key, { lng: locale, ...said });
}

function isDate(value: unknown): value is IsoDate {
  return typeof value === 'string' && isIsoDate(value);
}

function writeDate(date: IsoDate, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}
