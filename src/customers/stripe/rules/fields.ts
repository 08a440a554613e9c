/** What stands at a dotted path of a JSON value; undefined when nothing does, or null. */
export function at(value: unknown, path: string): unknown {
  const found = path
    .split('.')
    .reduce<unknown>((inner, name) => (isRecord(inner) && Object.hasOwn(inner, name) ? inner[name] : undefined), value);
  return found ?? undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text that is not empty, at most `limit` characters of it. */
export function textAt(value: unknown, path: string, limit = 300): string | undefined {
  const found = at(value, path);
  return typeof found === 'string' && found.trim() !== '' ? found.trim().slice(0, limit) : undefined;
}

/** A safe integer. */
export function wholeAt(value: unknown, path: string): number | undefined {
  const found = at(value, path);
  return Number.isSafeInteger(found) ? (found as number) : undefined;
}

/** Stripe names another object by its id or, expanded, by the object itself. */
export function idAt(value: unknown, path: string): string | undefined {
  const found = at(value, path);
  return isRecord(found) ? textAt(found, 'id', 200) : textAt({ found }, 'found', 200);
}

/** The members of an array, or of Stripe's `{object: "list", data: […]}`. */
export function listAt(value: unknown, path: string): unknown[] {
  const found = at(value, path);
  const list = isRecord(found) ? found.data : found;
  return Array.isArray(list) ? list : [];
}

/** An instant that Stripe writes in seconds. */
export function timeAt(value: unknown, path: string): Date | undefined {
  const seconds = wholeAt(value, path);
  return seconds === undefined || seconds < 0 || seconds > 32_503_680_000 ? undefined : new Date(seconds * 1000);
}

/** The first that is there. */
export function first<T>(...found: (T | undefined)[]): T | undefined {
  return found.find((value) => value !== undefined);
}

export function present<T>(values: readonly (T | undefined)[]): T[] {
  return values.filter((value) => value !== undefined);
}
