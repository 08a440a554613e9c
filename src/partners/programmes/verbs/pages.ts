import { AppError, notFound } from '../../../kernel/errors.ts';
import { writeAudit } from '../../../platform/audit.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../../platform/ctx.ts';
import { say } from '../../../platform/locale.ts';
import type { Programme, ProgrammePage } from '../model.ts';
import type { NewPage, PageChange } from '../schema.ts';
import * as store from '../store/pages.ts';
import { findCompany, findProgramme } from '../store.ts';
import { describePage } from './describe-programme.ts';

/** The page a template speaks with, under the programme's own address or one like it. */
export async function addTemplatePage(ctx: Ctx, programme: Programme): Promise<void> {
  const company = (await findCompany(ctx))?.name ?? programme.name;
  const id = newId(ctx, 'programmePage');
  const now = ctx.clock.now();
  const words = (part: string) => say(`templates:${programme.template}.${part}`, { company });
  const page: ProgrammePage = {
    id,
    programme_id: programme.id,
    slug: programme.slug,
    language: 'en',
    state: 'published',
    audience: programme.audience,
    headline: words('headline'),
    offer: words('offer'),
    created_at: now,
    updated_at: now,
  };
  if (await store.insertPage(ctx, page)) return;
  await store.insertPage(ctx, { ...page, slug: `${programme.slug.slice(0, 50)}-${id.slice(-6).toLowerCase()}` });
}

/** Adds a page for another audience or language. @throws 404; 409 when the address is taken */
export async function addPage(ctx: Ctx, programmeId: string, input: NewPage) {
  requireScope(ctx, 'programmes:write');
  return inTransaction(ctx, async (ctx) => {
    if (!(await findProgramme(ctx, programmeId))) throw notFound('programme', programmeId);
    const now = ctx.clock.now();
    const id = newId(ctx, 'programmePage');
    const page: ProgrammePage = { id, programme_id: programmeId, ...input, created_at: now, updated_at: now };
    if (!(await store.insertPage(ctx, page))) throw taken(input.slug);
    await audit(ctx, programmeId, 'programme.page', { page_id: id, ...input });
    return describePage(page, ctx.publicUrl);
  });
}

/** Changes a page's address or words, or hides it. @throws 404; 409 when the address is taken */
export async function changePage(ctx: Ctx, key: { programme_id: string; page_id: string }, input: PageChange) {
  requireScope(ctx, 'programmes:write');
  return inTransaction(ctx, async (ctx) => {
    const before = await store.findPage(ctx, key.page_id);
    if (before?.programme_id !== key.programme_id) throw notFound('page', key.page_id);
    const other = input.slug && (await store.findPageBySlug(ctx, input.slug));
    if (other && other.id !== before.id) throw taken(other.slug);
    const page: ProgrammePage = { ...before, ...(input as Partial<ProgrammePage>), updated_at: ctx.clock.now() };
    await store.updatePage(ctx, page);
    await audit(ctx, key.programme_id, 'programme.page', { page_id: page.id, ...input });
    return describePage(page, ctx.publicUrl);
  });
}

function taken(slug: string): AppError {
  return new AppError('conflict', `Another page has the address ${slug}.`, { field: 'slug', hint: 'Choose another.' });
}

function audit(ctx: Ctx, id: string, action: string, detail: object): Promise<void> {
  return writeAudit(ctx, { action, subjectKind: 'programme', subjectId: id, detail });
}

/** The published page at an address with its programme; undefined when there is none, or the programme is not open. */
export async function findOpenPage(
  ctx: Ctx,
  slug: string,
): Promise<{ page: ProgrammePage; programme: Programme } | undefined> {
  const page = await store.findPageBySlug(ctx, slug);
  const programme = page && (await findProgramme(ctx, page.programme_id));
  if (!page || !programme || page.state !== 'published' || programme.state !== 'live') return undefined;
  return { page, programme };
}

export async function countPublishedPages(ctx: Ctx, programmeId: string): Promise<number> {
  return (await store.listPages(ctx, programmeId)).filter(({ state }) => state === 'published').length;
}
