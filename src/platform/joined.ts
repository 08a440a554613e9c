import { type RawBuilder, sql } from 'kysely';

/** Between two texts of a list, and in place of a text that is missing: neither occurs in JSON, ids or words. */
const BETWEEN = '\u001e';
const MISSING = '\u001d';

/**
 * Texts as one parameter, a `text[]` of the statement: for thousands of long ones, such as JSON, far cheaper to send and to
 * read than an array, whose every quote is escaped. The list may not be empty, the texts hold no separators.
 */
export function joinedTexts(texts: readonly (string | number | null)[]): RawBuilder<unknown> {
  return sql`string_to_array(${texts.map((text) => text ?? MISSING).join(BETWEEN)}::text, ${BETWEEN}::text, ${MISSING}::text)`;
}

/** The same of anything, each as JSON; null where it is null. */
export function joinedJson(values: readonly unknown[]): RawBuilder<unknown> {
  return joinedTexts(values.map((value) => (value === null ? null : JSON.stringify(value))));
}
