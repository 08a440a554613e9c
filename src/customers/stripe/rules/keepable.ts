/**
 * A JSON text as a database can keep it: NUL characters and halves of characters are left out of every name and value.
 * @throws SyntaxError when it is not JSON
 */
export function parseKeepable(json: string): unknown {
  return JSON.parse(json, (_name, value: unknown) => {
    if (typeof value === 'string') return keepable(value);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    const entries = Object.entries(value);
    if (entries.every(([name]) => keepable(name) === name)) return value;
    return Object.fromEntries(entries.map(([name, inner]) => [keepable(name), inner]));
  });
}

/** A text without what no database keeps. */
export function keepable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
