import { AppError, notFound } from '../../kernel/errors.ts';
import { writeAudit } from '../../platform/audit.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../platform/ctx.ts';
import type { Coupon, Link, LinkState, RedirectLink } from './model.ts';
import { checkTarget, checkTargetRules, codeStem } from './rules.ts';
import type { CreateCoupon, CreateLink, UpdateLink } from './schema.ts';
import * as store from './store.ts';

/**
 * Makes a link of an enrolled partner; a partner may have several (aliases).
 * @throws 409 when the partner is not enrolled or the code is taken; 422 when the target is not on the product's domain.
 */
export async function createLink(ctx: Ctx, input: CreateLink): Promise<Link> {
  requireScope(ctx, 'partners:write');
  return inTransaction(ctx, async (ctx) => {
    const enrolled = await findEnrolled(ctx, input);
    const link = await insertWithCode(ctx, { ...input, ...(await checkTargets(ctx, input)) }, enrolled.name);
    await writeAudit(ctx, { action: 'link.create', subjectKind: 'link', subjectId: link.id, detail: { ...input } });
    return link;
  });
}

type Targets = Pick<Link, 'target_url' | 'target_rules'>;

async function checkTargets(ctx: Ctx, { target_url, target_rules = [] }: Partial<Targets>): Promise<Targets> {
  const verified = await store.listVerifiedDomains(ctx);
  const product = await store.findProductUrl(ctx);
  return {
    target_url: checkTarget(target_url, product, verified),
    target_rules: checkTargetRules(target_rules, product, verified),
  };
}

async function findEnrolled(ctx: Ctx, key: Pick<Link, 'partner_id' | 'programme_id'>) {
  const enrolled = await store.findEnrolled(ctx, key);
  if (enrolled?.state === 'active') return enrolled;
  throw new AppError('conflict', 'The partner is not enrolled in this programme.', { field: 'partner_id' });
}

async function insertWithCode(ctx: Ctx, input: CreateLink & Targets, name: string): Promise<Link> {
  const now = ctx.clock.now();
  const base = {
    programme_id: input.programme_id,
    partner_id: input.partner_id,
    target_url: input.target_url,
    target_rules: input.target_rules,
    state: 'active' as const,
    expires_at: input.expires_at ? new Date(input.expires_at) : null,
    created_at: now,
  };
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const id = newId(ctx, 'link');
    const random = id.slice(-6).toLowerCase();
    const code = input.code ?? [codeStem(name), random].filter(Boolean).join('-');
    const link = await store.insertLink(ctx, { id, code, ...base });
    if (link) return link;
    if (input.code) break;
  }
  throw new AppError('conflict', `The code ${input.code ?? ''} is taken.`, { field: 'code', hint: 'Choose another.' });
}

/** Pauses, ends or wakes a link. An ended link stays ended. */
export function changeLinkState(ctx: Ctx, id: string, state: LinkState): Promise<Link> {
  return changeLink(ctx, id, { state });
}

/**
 * Pauses, ends or wakes a link, or leads it elsewhere; processes that redirect hear of it at commit.
 * @throws 404; 409 when it ended; 422 when a target is not on one of the company's domains
 */
export async function changeLink(ctx: Ctx, id: string, change: UpdateLink): Promise<Link> {
  requireScope(ctx, 'partners:write');
  return inTransaction(ctx, async (ctx) => {
    const link = await store.lockLink(ctx, id);
    if (!link) throw notFound('link', id);
    const { state = link.state, target_url = link.target_url, target_rules = link.target_rules } = change;
    if (link.state === 'ended' && state !== 'ended') throw new AppError('conflict', 'An ended link stays ended.');
    const leads = change.target_url !== undefined || change.target_rules !== undefined;
    const targets = leads ? await checkTargets(ctx, { target_url, target_rules }) : { target_url, target_rules };
    await store.updateLink(ctx, { ...link, state, ...targets });
    const subject = { subjectKind: 'link', subjectId: id };
    if (change.state !== undefined) await writeAudit(ctx, { action: `link.${state}`, ...subject });
    if (leads) await writeAudit(ctx, { action: 'link.targets', ...subject, detail: targets });
    return { ...link, state, ...targets };
  });
}

/** Gives an enrolled partner a code that names it on invoices. @throws 409 when the code is taken. */
export async function createCoupon(ctx: Ctx, input: CreateCoupon): Promise<Coupon> {
  requireScope(ctx, 'partners:write');
  return inTransaction(ctx, async (ctx) => {
    await findEnrolled(ctx, input);
    const coupon: Coupon = {
      ...input,
      code: input.code.toUpperCase(),
      state: 'active',
      accounts_at_most: input.accounts_at_most ?? null,
      expires_at: input.expires_at ? new Date(input.expires_at) : null,
    };
    if (!(await store.insertCoupon(ctx, coupon)))
      throw new AppError('conflict', `The coupon ${coupon.code} exists already.`, { field: 'code' });
    await writeAudit(ctx, {
      action: 'coupon.create',
      subjectKind: 'partner',
      subjectId: input.partner_id,
      detail: coupon,
    });
    return coupon;
  });
}

/** Ends a coupon, or makes it count again; invoices credited meanwhile stay as they are. @throws 404 */
export async function changeCouponState(ctx: Ctx, code: string, state: Coupon['state']): Promise<Coupon> {
  requireScope(ctx, 'partners:write');
  return inTransaction(ctx, async (ctx) => {
    const coupon = await store.updateCouponState(ctx, code.toUpperCase(), state);
    if (!coupon) throw notFound('coupon', code);
    const subject = { subjectKind: 'partner', subjectId: coupon.partner_id };
    await writeAudit(ctx, { action: `coupon.${state}`, ...subject, detail: { code: coupon.code } });
    return coupon;
  });
}

/** What redirects have to know about links; no permission is asked of the public. Codes nobody has are left out. */
export function listForRedirect(ctx: Ctx, codes: readonly string[]): Promise<RedirectLink[]> {
  return store.listForRedirect(ctx, { codes });
}

/** The same of one link. */
export async function findForRedirect(ctx: Ctx, code: string): Promise<RedirectLink | undefined> {
  return (await listForRedirect(ctx, [code]))[0];
}

/** The same of up to `limit` links, by code, from behind `after` on. */
export function pageForRedirect(ctx: Ctx, after: string, limit: number): Promise<RedirectLink[]> {
  return store.listForRedirect(ctx, { after, limit });
}

/** A partner's links, oldest first. */
export async function listLinks(ctx: Ctx, partnerId: string): Promise<Link[]> {
  requireScope(ctx, 'partners:read');
  return store.listLinks(ctx, partnerId);
}
