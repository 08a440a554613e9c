const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** HTML that was made here. Only `html` makes it, so text from people cannot pass for it. */
export type Html = { readonly html: string };

/** A template whose values are escaped, unless they were made by `html` themselves. Lists are joined, nothing is left out. */
export function html(parts: TemplateStringsArray, ...values: (string | Html | Html[] | undefined)[]): Html {
  return { html: parts.map((part, index) => part + show(values[index])).join('') };
}

function show(value: string | Html | Html[] | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return value.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
  return Array.isArray(value) ? value.map((item) => item.html).join('') : value.html;
}
