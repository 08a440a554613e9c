// Every language has the same texts with the same placeholders and all its plural forms, and no screen holds a literal
// text: a reader's words live in web/locales.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { type Finding, report } from './finding.ts';
import { listFiles, ROOT, readFiles } from './source-files.ts';

const PLURAL = /_(zero|one|two|few|many|other)$/;
const TEXT_PROPS = new Set('aria-label title placeholder alt label description confirmLabel answer note'.split(' '));

type Texts = Map<string, string>;

function flatten(value: unknown, prefix = ''): [string, string][] {
  if (typeof value === 'string') return [[prefix, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => flatten(inner, prefix ? `${prefix}.${key}` : key));
}

function readTexts(path: string): Texts {
  return new Map(flatten(JSON.parse(readFileSync(join(ROOT, path), 'utf8'))));
}

function placeholders(text: string): string {
  return [...new Set(text.match(/\{\{[^}]+\}\}|<\/?\w+\/?>/g))].sort().join(' ');
}

const baseKey = (key: string) => key.replace(PLURAL, '');

/** Compares one file of a language with the English one. */
function compare(path: string, english: Texts, other: Texts, locale: string): Finding[] {
  const wanted = new Set([...english.keys()].map(baseKey));
  const given = new Set([...other.keys()].map(baseKey));
  const found: Finding[] = [];
  for (const key of wanted) if (!given.has(key)) found.push({ file: path, message: `lacks ${key}` });
  for (const key of given) if (!wanted.has(key)) found.push({ file: path, message: `has ${key}, which English lacks` });
  for (const [key, text] of other) {
    const source = english.get(key) ?? english.get(`${baseKey(key)}_other`);
    const mayDropCount = /_(zero|one|two)$/.test(key);
    if (source && !mayDropCount && placeholders(source) !== placeholders(text))
      found.push({ file: path, message: `${key} has other placeholders than English` });
  }
  return [...found, ...missingPlurals(path, other, locale)];
}

/** Each plural text has every form its language uses. */
function missingPlurals(path: string, texts: Texts, locale: string): Finding[] {
  const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  const plurals = new Set([...texts.keys()].filter((key) => PLURAL.test(key)).map(baseKey));
  return [...plurals]
    .filter(
      (key) =>
        texts.get(`${key}_other`)?.includes('{{count}}') || (texts.has(`${key}_one`) && texts.has(`${key}_other`)),
    )
    .flatMap((key) => forms.filter((form) => !texts.has(`${key}_${form}`)).map((form) => `${key}_${form}`))
    .map((key) => ({ file: path, message: `lacks the plural form ${key}` }));
}

function checkLocale(locale: string, files: string[]): Finding[] {
  return files.flatMap((path) => {
    const texts = readTexts(path);
    if (locale === 'en') return missingPlurals(path, texts, locale);
    const other = path.replace('/en/', `/${locale}/`);
    return compare(other, texts, readTexts(other), locale);
  });
}

/** Words between tags or in a prop that people read or hear. */
function literalTexts({ path, text }: { path: string; text: string }): Finding[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: Finding[] = [];
  const visit = (node: ts.Node): void => {
    const words = literalWords(node);
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    if (words) found.push({ file: path, line, message: `literal text "${words}"; put it in web/locales` });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function literalWords(node: ts.Node): string | undefined {
  if (ts.isJsxText(node)) return wordsIn(node.text);
  const value = ts.isJsxAttribute(node) && TEXT_PROPS.has(node.name.getText()) ? node.initializer : undefined;
  return value && ts.isStringLiteral(value) ? wordsIn(value.text) : undefined;
}

function wordsIn(text: string): string | undefined {
  return /\p{L}{2}/u.test(text) ? text.trim() : undefined;
}

const english = listFiles(['web/locales/en'], /\.json$/);
const locales = [...new Set(listFiles(['web/locales'], /\.json$/).map((path) => path.split('/')[2] ?? 'en'))];
const screens = readFiles(['web/admin', 'web/portal', 'web/ui'], /\.tsx$/);
report([...locales.flatMap((locale) => checkLocale(locale, english)), ...screens.flatMap(literalTexts)]);
