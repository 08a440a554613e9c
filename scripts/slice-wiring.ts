import type { SliceWords } from './slice-words.ts';
import type { Owners } from './table-owners.ts';

/** Two letters of the noun that no other id begins with. */
export function freePrefix(noun: string, ids: string): string {
  const letters = noun.replace(/[^a-z]/g, '');
  const taken = new Set([...ids.matchAll(/: '([a-z]{2,3})',/g)].map((match) => match[1]));
  const candidates = [...letters.slice(1), ...'abcdefghijklmnopqrstuvwxyz'].map((letter) => letters.charAt(0) + letter);
  const free = candidates.find((prefix) => !taken.has(prefix));
  if (free === undefined)
    throw new Error(`every two-letter id prefix that begins with "${letters.charAt(0)}" is taken`);
  return free;
}

export function addIdPrefix(ids: string, { one, prefix }: SliceWords): string {
  return replaceOnce(ids, /(export const ID_PREFIX = \{\n)/, `$1  ${one}: '${prefix}',\n`);
}

/** Names the routes in the composition root, the one list of them. */
export function addRoutes(compose: string, { wing, noun, one }: SliceWords): string {
  const listed = replaceOnce(compose, /(function routes\([^)]*\): Routes\[\] \{\s+return \[)/, `$1${one}Routes, `);
  return `import { ${one}Routes } from './${wing}/${noun}/routes.ts';\n${listed}`;
}

export function addOwner(json: string, { wing, noun, table }: SliceWords): string {
  const owners: Owners = JSON.parse(json);
  owners.local[`${wing}/${noun}`] = [table];
  return `${JSON.stringify(owners, null, 2)}\n`;
}

function replaceOnce(text: string, pattern: RegExp, replacement: string): string {
  if (!pattern.test(text)) throw new Error(`the place to edit was not found: ${pattern.source}`);
  return text.replace(pattern, replacement);
}
