import { notFound } from '../../../kernel/errors.ts';
import { offsetOf, type Page } from '../../../kernel/page.ts';
import { type Ctx, requireScope } from '../../../platform/ctx.ts';
import { say } from '../../../platform/locale.ts';
import type { GrantQuery, GrantView, GrantWhy, QueuePage, QueueQuery } from '../schema.ts';
import { countQueue, findNamed, listQueue, listGrants as listRows, listSteps } from '../store/list.ts';
import { stepReason, toView } from './describe-grant.ts';

/** Every reward promised, and every one that is not owed after all, each with its reason. */
export async function listGrants(ctx: Ctx, query: GrantQuery): Promise<Page<GrantView>> {
  requireScope(ctx, 'money:read');
  const { items, total } = await listRows(ctx, { ...query, limit: query.per_page, offset: offsetOf(query) });
  return { items: items.map(toView), total, page: query.page, per_page: query.per_page };
}

/** One reward and everything behind it. @throws 404 */
export async function whyGrant(ctx: Ctx, id: string): Promise<GrantWhy> {
  requireScope(ctx, 'money:read');
  const grant = await findNamed(ctx, id);
  if (!grant) throw notFound('reward', id);
  const steps = await listSteps(ctx, id);
  return {
    ...toView(grant),
    history: steps.map((step) => ({
      state: step.state,
      reason: stepReason(step, grant),
      actor_kind: step.actor_kind,
      actor: step.actor_kind === 'system' ? say('rewards:system') : step.actor,
      at: step.at.toISOString(),
    })),
    address: maySeeAddress(ctx) ? grant.address : null,
    address_erased_at: grant.addressErasedAt?.toISOString() ?? null,
  };
}

/** Where somebody lives is for those who send. */
function maySeeAddress(ctx: Ctx): boolean {
  return ctx.scopes.has('rewards:write');
}

/** What a person has to send, overdue first. */
export async function readQueue(ctx: Ctx, query: QueueQuery): Promise<QueuePage> {
  requireScope(ctx, 'rewards:write');
  const items = await listQueue(ctx, { limit: query.per_page, offset: offsetOf(query) });
  return {
    items: items.map((grant) => ({ ...toView(grant), address: grant.address })),
    ...(await countQueue(ctx)),
    page: query.page,
    per_page: query.per_page,
  };
}
