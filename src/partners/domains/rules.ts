import { invalidField } from '../../kernel/errors.ts';

/** "https://Blog.Example.com/x" → "blog.example.com". @throws 422 when no public domain is in it */
export function readDomain(text: string): string {
  const bare = text
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/[/?#].*$/s, '');
  const domain = /^[^\s@:]+$/.test(bare) ? (URL.parse(`http://${bare}`)?.hostname.replace(/\.$/, '') ?? '') : '';
  const isPublic = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/.test(domain);
  if (isPublic && !/\.(local|internal|localhost)$/.test(domain)) return domain;
  throw invalidField('domain', 'This is not a public domain.', 'Write it like blog.example.com.');
}

/** Whether one of a name's TXT records, each in its chunks (RFC 1035, section 3.3.14), is the token. */
export function holdsToken(records: readonly (readonly string[])[], token: string): boolean {
  return records.some((chunks) => chunks.join('').trim() === token);
}
