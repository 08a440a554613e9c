import { AppError, invalidField, notFound } from '../../../kernel/errors.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../../platform/ctx.ts';
import { refusalOf } from '../../../platform/post-outside.ts';
import { MACROS, type Macro, type Template } from '../model.ts';
import { checkTemplate, renderUrl } from '../rules/render.ts';
import type { TemplateInput } from '../schema.ts';
import * as store from '../store/doors.ts';

/** Whether addresses inside our own network may be written to. */
export type Reach = { toPrivate: boolean };

/**
 * Says where a network is told about commissions. Commissions made from now on are told.
 * @throws 404 for a programme that is not there; 409 for a partner without a place in it; 422 naming url
 */
export async function addTemplate(ctx: Ctx, input: TemplateInput, { toPrivate }: Reach): Promise<Template> {
  requireScope(ctx, 'programmes:write');
  checkUrl(input.url, toPrivate);
  return inTransaction(ctx, async (ctx) => {
    const partner_id = input.partner_id ?? null;
    const place = await store.hasPlace(ctx, { programme_id: input.programme_id, partner_id });
    if (!place.programme) throw notFound('programme', input.programme_id);
    if (!place.partner)
      throw new AppError('conflict', 'The partner is not enrolled in this programme.', { field: 'partner_id' });
    const id = newId(ctx, 'postbackTemplate');
    const states = [...new Set(input.states)];
    const template: Template = { ...input, states, partner_id, id, created_at: ctx.clock.now(), ended_at: null };
    await store.insertTemplate(ctx, template);
    const detail = { url: input.url, states };
    await writeAudit(ctx, {
      action: 'postback_template.added',
      subjectKind: 'postback_template',
      subjectId: id,
      detail,
    });
    return template;
  });
}

function checkUrl(url: string, toPrivate: boolean): void {
  checkTemplate(url);
  const filled = renderUrl(url, Object.fromEntries(MACROS.map((name) => [name, 'x'])) as Record<Macro, string>);
  const refusal = refusalOf(filled, toPrivate);
  if (refusal) throw invalidField('url', refusal, 'Write it like https://network.example/postback?cid={click_id}.');
}

export function listTemplates(ctx: Ctx): Promise<Template[]> {
  requireScope(ctx, 'programmes:read');
  return store.listTemplates(ctx);
}

/** Tells nothing new by it any more; what is queued still goes. @throws 404 */
export async function endTemplate(ctx: Ctx, id: string): Promise<void> {
  requireScope(ctx, 'programmes:write');
  await inTransaction(ctx, async (ctx) => {
    if (!(await store.endTemplate(ctx, id))) throw notFound('template', id);
    await writeAudit(ctx, { action: 'postback_template.ended', subjectKind: 'postback_template', subjectId: id });
  });
}
