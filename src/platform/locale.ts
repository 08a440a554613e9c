import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import i18next, { type i18n } from 'i18next';

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

/** The sentence behind `namespace:key` in the reader's language: the same files serve screens, mails and the API's reasons. */
export function say(key: string, params: Record<string, unknown> = {}, locale = 'en'): string {
  return sentences.t(key, { lng: locale, ...params });
}
