/** `Ann.Lee+x@Gmail.com` → `annlee@gmail.com`: one key for every spelling of a mailbox (lower case, +tag cut, dots cut for gmail). */
export function normaliseEmail(email: string): string {
  const text = email.trim().toLowerCase();
  const at = text.lastIndexOf('@');
  if (at < 1) return text;
  const host = text.slice(at + 1) === 'googlemail.com' ? 'gmail.com' : text.slice(at + 1);
  const local = text.slice(0, at).replace(/(?!^)\+.*$/, '');
  return `${host === 'gmail.com' ? local.replaceAll('.', '') : local}@${host}`;
}

/** The part after the @, lower case; empty when there is none. */
export function emailDomain(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 0
    ? ''
    : email
        .slice(at + 1)
        .trim()
        .toLowerCase();
}

/** Mailbox hosts that say nothing about the company behind a person. */
const FREE_MAIL = new Set([
  'aol.com',
  'citromail.hu',
  'freemail.hu',
  'gmail.com',
  'gmx.com',
  'gmx.de',
  'gmx.net',
  'googlemail.com',
  'hotmail.com',
  'icloud.com',
  'libero.it',
  'live.com',
  'mac.com',
  'mail.com',
  'mail.ru',
  'me.com',
  'msn.com',
  'orange.fr',
  'outlook.com',
  'proton.me',
  'protonmail.com',
  'qq.com',
  't-online.de',
  'web.de',
  'wanadoo.fr',
  'yahoo.com',
  'yandex.ru',
  'ymail.com',
  'zoho.com',
  '126.com',
  '163.com',
]);

export function isFreeMail(domain: string): boolean {
  return FREE_MAIL.has(domain) || /^(yahoo|hotmail|outlook|live)\.[a-z.]{2,6}$/.test(domain);
}

/** Mailboxes that are made to be thrown away. */
const DISPOSABLE = new Set([
  '10minutemail.com',
  'discard.email',
  'dispostable.com',
  'fakeinbox.com',
  'getnada.com',
  'guerrillamail.com',
  'maildrop.cc',
  'mailinator.com',
  'mailnesia.com',
  'mintemail.com',
  'mohmal.com',
  'sharklasers.com',
  'temp-mail.org',
  'tempmail.com',
  'throwawaymail.com',
  'trashmail.com',
  'yopmail.com',
]);

export function isDisposableMail(domain: string): boolean {
  return DISPOSABLE.has(domain);
}
