import type { Scope } from '../../kernel/scopes.ts';

/** A link in a mail lets in whoever holds it, so it is shown only to those who could let that person in themselves. */
const SECRET_LINKS: { link: RegExp; needs: Scope }[] = [
  { link: /(\/welcome\/)[\w.-]{16,}/g, needs: 'settings:write' },
  { link: /(\/reset#)[\w.-]{16,}/g, needs: 'settings:write' },
  { link: /(\/i\/)[\w.-]{16,}/g, needs: 'advocates:write' },
  { link: /(\/gift\/)[\w.-]{16,}/g, needs: 'rewards:write' },
  { link: /(\?invite=)[\w.-]{16,}/g, needs: 'partners:write' },
];

/** The mail's text with the links this reader may not use cut short. */
export function hideLinks(text: string, may: ReadonlySet<Scope>): string {
  return SECRET_LINKS.filter(({ needs }) => !may.has(needs)).reduce(
    (shown, { link }) => shown.replace(link, '$1…'),
    text,
  );
}
