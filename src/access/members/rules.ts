import type { Role } from '../../kernel/scopes.ts';
import type { LinkPayload } from './model.ts';

/** True when the change would leave nobody who may change settings: the only owner leaves or steps down. */
export function leavesNoOwner(change: { userId: string; from: Role; to: Role | undefined }, owners: string[]): boolean {
  return change.from === 'owner' && change.to !== 'owner' && owners.every((id) => id === change.userId);
}

/** Only a path on this installation may follow a sign-in; anything else becomes the person's home. */
export function landingPath(to: string | undefined, role: Role): string {
  const home = role === 'partner' ? '/portal' : '/';
  if (!to || !/^\/(?![/\\])[^\s\\]*$/.test(to) || to.startsWith('/welcome')) return home;
  return to === '/' ? home : to;
}

export function isExpired(link: LinkPayload, now: Date): boolean {
  return link.expires * 1000 <= now.getTime();
}

/** Shows whose link it is without handing the address to whoever holds the link: `a…@example.com`. */
export function maskEmail(email: string): string {
  return email.replace(/^(.)[^@]*/, '$1…');
}
