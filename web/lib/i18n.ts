import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';

const FILES = import.meta.glob<{ default: Record<string, unknown> }>([
  '../locales/*/common.json',
  '../locales/*/metrics.json',
  '../locales/*/screens-*.json',
]);
const LOCALES = [...new Set(Object.keys(FILES).map((path) => path.split('/')[2] ?? 'en'))];
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

/** Texts come a namespace at a time, with the screen that needs them. */
const lazyFiles: BackendModule = {
  type: 'backend',
  init() {},
  read(locale, namespace, done) {
    const load = FILES[`../locales/${locale}/${namespace}.json`];
    if (!load) return done(new Error(`no texts ${namespace} in ${locale}`), null);
    load().then(
      (file) => done(null, file.default),
      (error) => done(error, null),
    );
  },
};

/** The reader's first language we speak; English otherwise. */
function chooseLocale(): string {
  const wanted = navigator.languages.map((tag) => tag.split('-')[0] ?? 'en');
  return wanted.find((tag) => LOCALES.includes(tag)) ?? 'en';
}

/** Starts the texts before the first render and turns the page to the language's direction. */
export async function startTexts(): Promise<'ltr' | 'rtl'> {
  const locale = chooseLocale();
  const direction = RIGHT_TO_LEFT.has(locale) ? 'rtl' : 'ltr';
  document.documentElement.lang = locale;
  document.documentElement.dir = direction;
  await i18next
    .use(lazyFiles)
    .use(initReactI18next)
    .init({
      lng: locale,
      fallbackLng: 'en',
      ns: ['common'],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  return direction;
}

export function locale(): string {
  return i18next.language || 'en';
}
