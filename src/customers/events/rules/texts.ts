import { type Fields, NAME_CHARACTERS, type Refusal } from '../model.ts';

export const NO_FIELDS: Fields = Object.freeze({});

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : NO_FIELDS;
}

/** The first of the values that is there at all. */
export function firstOf(...values: unknown[]): unknown {
  return values.find((value) => value !== undefined && value !== null && value !== '');
}

/** Whether PostgreSQL can keep the text: no NUL, no half character. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/** A name as text; null when there is none. What is no name (an object, a list) is none. */
export function nameOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : null;
}

/** What is wrong with names as a whole; undefined when all can be kept. */
export function refuseNames(names: readonly (string | null)[]): Refusal | undefined {
  for (const name of names) {
    if (name === null) continue;
    if (name.length > NAME_CHARACTERS) return 'name_too_long';
    if (!isStorable(name)) return 'bad_text';
  }
  return undefined;
}
