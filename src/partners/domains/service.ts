import { resolveTxt } from 'node:dns/promises';
import { AppError, notFound } from '../../kernel/errors.ts';
import { writeAudit } from '../../platform/audit.ts';
import { type Ctx, inTransaction, requireScope } from '../../platform/ctx.ts';
import { type LinkDomain, recordName } from './model.ts';
import { holdsToken, readDomain } from './rules.ts';
import * as store from './store.ts';

/** Names a host of the company; links may lead there once it is verified. @throws 422 when it is no public domain */
export async function addDomain(ctx: Ctx, text: string): Promise<LinkDomain> {
  requireScope(ctx, 'settings:write');
  const domain = readDomain(text);
  return inTransaction(ctx, async (ctx) => {
    const token = `goodword-${ctx.tokens.keyedHash('link-domain', domain).slice(0, 32)}`;
    const added = { domain, token, verified_at: null, created_by: ctx.actor.id, created_at: ctx.clock.now() };
    const kept = await store.insertDomain(ctx, added);
    await writeAudit(ctx, { action: 'link_domain.add', subjectKind: 'link_domain', subjectId: domain });
    return kept;
  });
}

/**
 * Looks whether the domain's TXT record holds its token. @throws 404; 409 when it does not (yet)
 * @param lookUp asks the domain name system for the TXT records of a name
 */
export async function verifyDomain(ctx: Ctx, text: string, lookUp = resolveTxt): Promise<LinkDomain> {
  requireScope(ctx, 'settings:write');
  const domain = await store.findDomain(ctx, text);
  if (!domain) throw notFound('domain', text);
  const name = recordName(domain.domain);
  const records = await lookUp(name).catch((error: { code?: string }) => unanswered(name, error.code));
  if (!holdsToken(records, domain.token)) throw missing(name, 'No TXT record of this name holds the value.');
  const verified_at = ctx.clock.now();
  return inTransaction(ctx, async (ctx) => {
    await store.updateVerified(ctx, domain.domain, verified_at);
    await writeAudit(ctx, { action: 'link_domain.verify', subjectKind: 'link_domain', subjectId: domain.domain });
    return { ...domain, verified_at };
  });
}

/** A name without records is an answer; silence is not. */
function unanswered(name: string, code: string | undefined): string[][] {
  if (code === 'ENOTFOUND' || code === 'ENODATA') return [];
  throw missing(name, 'The domain name system does not answer.');
}

function missing(name: string, why: string): AppError {
  const hint = `Set the TXT record ${name} where you manage the domain, wait some minutes, and check again.`;
  return new AppError('conflict', why, { field: 'domain', hint });
}

/** New links may not lead there any more; links made before stay. @throws 404 */
export async function removeDomain(ctx: Ctx, domain: string): Promise<void> {
  requireScope(ctx, 'settings:write');
  return inTransaction(ctx, async (ctx) => {
    if (!(await store.deleteDomain(ctx, domain))) throw notFound('domain', domain);
    await writeAudit(ctx, { action: 'link_domain.remove', subjectKind: 'link_domain', subjectId: domain });
  });
}

export async function listDomains(ctx: Ctx): Promise<LinkDomain[]> {
  requireScope(ctx, 'settings:read');
  return store.listDomains(ctx);
}
