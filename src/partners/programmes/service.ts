import { AppError, invalidField, notFound } from '../../kernel/errors.ts';
import { writeAudit } from '../../platform/audit.ts';
import { type Ctx, inTransaction, newId, requireScope } from '../../platform/ctx.ts';
import { say } from '../../platform/locale.ts';
import type { Programme, ProgrammeState, Terms, TermsVersion } from './model.ts';
import { checkTerms } from './rules/check-terms.ts';
import { checkGates } from './rules/gates.ts';
import { checkAttribution, checkPlace, checkTransition, slugOf } from './rules/policy.ts';
import { TEMPLATES } from './rules/templates.ts';
import type { CreateProgramme, NewTerms, UpdateProgramme } from './schema.ts';
import { listPages } from './store/pages.ts';
import * as store from './store.ts';
import { describePage, describeProgramme, describeTerms, olderThan } from './verbs/describe-programme.ts';
import { addTemplatePage } from './verbs/pages.ts';

/** Makes a draft programme with its first terms from a template. @throws 422 naming the field that cannot be. */
export async function createProgramme(ctx: Ctx, input: CreateProgramme): Promise<Programme> {
  requireScope(ctx, 'programmes:write');
  return inTransaction(ctx, async (ctx) => {
    const programme = await draftProgramme(ctx, input);
    const terms = firstTerms(input);
    checkTerms(terms);
    checkGates(programme.gates);
    await store.insertProgramme(ctx, programme);
    const first = { programme_id: programme.id, version: 1, effective_at: ctx.clock.now(), terms };
    await addVersion(ctx, { ...first, needs_acceptance: true });
    await addTemplatePage(ctx, programme);
    await audit(ctx, programme.id, 'programme.create', { template: input.template, terms });
    return programme;
  });
}

/** Whoever says in their own words when money goes out says the day too, or pays by hand: the template's is not meant. */
function firstTerms({ template, terms }: CreateProgramme): Terms {
  const { payout, ...others } = TEMPLATES[template].terms;
  return { ...others, ...(payout && terms?.payout_schedule === undefined ? { payout } : {}), ...terms };
}

async function draftProgramme(ctx: Ctx, input: CreateProgramme): Promise<Programme> {
  const company = await store.findCompany(ctx);
  const place = {
    currency: input.currency ?? company?.reporting_currency ?? 'USD',
    zone: input.zone ?? company?.zone ?? 'UTC',
  };
  checkPlace(place);
  const attribution = { ...TEMPLATES[input.template].attribution, ...input.attribution };
  checkAttribution(attribution);
  const now = ctx.clock.now();
  return {
    id: newId(ctx, 'programme'),
    slug: await freeSlug(ctx, input),
    name: input.name,
    template: input.template,
    state: 'draft',
    ...place,
    attribution,
    audience: input.audience ?? say(`templates:${input.template}.audience`),
    visibility: input.visibility ?? TEMPLATES[input.template].visibility,
    gates: input.gates ?? TEMPLATES[input.template].gates,
    created_at: now,
    updated_at: now,
  };
}

async function freeSlug(ctx: Ctx, input: CreateProgramme): Promise<string> {
  const wanted = input.slug ?? slugOf(input.name);
  if (!(await store.slugIsTaken(ctx, wanted))) return wanted;
  if (input.slug) throw new AppError('conflict', `Another programme is already called ${wanted}.`, { field: 'slug' });
  return `${wanted}-${newId(ctx, 'programme').slice(-6).toLowerCase()}`;
}

async function addVersion(
  ctx: Ctx,
  version: Pick<TermsVersion, 'programme_id' | 'version' | 'effective_at' | 'terms' | 'needs_acceptance'>,
): Promise<TermsVersion> {
  await checkSharers(ctx, version.terms);
  const row = { ...version, id: newId(ctx, 'terms'), created_by: ctx.actor.id, created_at: ctx.clock.now() };
  await store.insertTerms(ctx, row);
  return row;
}

/** A share for nobody would keep every sale of the programme out. */
async function checkSharers(ctx: Ctx, { split }: Terms): Promise<void> {
  if (!split) return;
  const ids = split.map(({ partner_id }) => partner_id);
  const known = await store.listPartnersOf(ctx, ids);
  const stranger = ids.findIndex((id) => !known.has(id));
  if (stranger !== -1)
    throw invalidField(
      `terms.split[${stranger}].partner_id`,
      `There is no partner ${ids[stranger]} here who may earn.`,
    );
}

/** Changes who a programme is for, its gates, its name or its attribution policy; decisions already made stay. */
export async function updateProgramme(ctx: Ctx, id: string, input: UpdateProgramme): Promise<Programme> {
  requireScope(ctx, 'programmes:write');
  return inTransaction(ctx, async (ctx) => {
    const programme = await lockOrThrow(ctx, id);
    const attribution = { ...programme.attribution, ...input.attribution };
    checkAttribution(attribution);
    checkGates(input.gates ?? []);
    const { name, audience, visibility, gates } = { ...programme, ...input };
    const change = { name, attribution, audience, visibility, gates };
    await store.updateProgramme(ctx, id, change);
    const before = Object.fromEntries(Object.keys(change).map((key) => [key, programme[key as keyof typeof change]]));
    await audit(ctx, id, 'programme.update', { before, after: change });
    return { ...programme, ...change };
  });
}

/** Adds a version of the terms that applies to invoices from `effective_at` on. @throws 422 when that is in the past. */
export async function addTerms(
  ctx: Ctx,
  id: string,
  input: NewTerms,
): Promise<{ version: TermsVersion; currency: string; before?: TermsVersion }> {
  requireScope(ctx, 'programmes:write');
  return inTransaction(ctx, async (ctx) => {
    const { currency } = await lockOrThrow(ctx, id);
    checkTerms(input.terms);
    const effectiveAt = input.effective_at ? new Date(input.effective_at) : ctx.clock.now();
    if (effectiveAt < ctx.clock.now())
      throw invalidField('effective_at', 'New terms cannot start in the past.', 'Leave it out to start now.');
    const before = (await store.listTerms(ctx, [id]))[0];
    const version = {
      programme_id: id,
      version: (before?.version ?? 0) + 1,
      effective_at: effectiveAt,
      terms: input.terms,
    };
    const added = await addVersion(ctx, { ...version, needs_acceptance: input.needs_acceptance ?? false });
    await audit(ctx, id, 'programme.terms', { version: added.version, terms: input.terms });
    return { version: added, currency, ...(before ? { before } : {}) };
  });
}

/** Lets partners earn. Who may publish below the LTV:CAC guard is decided in `flows/publish-programme`. */
export async function openProgramme(ctx: Ctx, id: string, detail: object = {}): Promise<Programme> {
  return changeState(ctx, id, 'live', detail);
}

/** New sales earn nothing until it is published again; what was earned stays. */
export async function pauseProgramme(ctx: Ctx, id: string): Promise<Programme> {
  return changeState(ctx, id, 'paused');
}

/** It ends for good: nobody can join or earn any more; what was earned stays and is paid. */
export async function closeProgramme(ctx: Ctx, id: string, input: { reason: string }): Promise<Programme> {
  return changeState(ctx, id, 'closed', input);
}

type Next = Exclude<ProgrammeState, 'draft'>;

async function changeState(ctx: Ctx, id: string, state: Next, detail: object = {}): Promise<Programme> {
  requireScope(ctx, 'programmes:write');
  return inTransaction(ctx, async (ctx) => {
    const programme = await lockOrThrow(ctx, id);
    if (programme.state === state) return programme;
    checkTransition(programme, state);
    await store.updateProgramme(ctx, id, { state });
    await audit(ctx, id, `programme.${state}`, detail);
    return { ...programme, state };
  });
}

/** A programme as the API answers it, with every version of its terms. @throws 404 */
export async function getProgramme(ctx: Ctx, id: string) {
  requireScope(ctx, 'programmes:read');
  const programme = await store.findProgramme(ctx, id);
  if (!programme) throw notFound('programme', id);
  const versions = await store.listTerms(ctx, [id]);
  return {
    ...describeProgramme(programme, versions, ctx.clock.now()),
    terms_versions: versions.map((one) => describeTerms(one, programme.currency, olderThan(one, versions))),
    enrolled: await store.countEnrolled(ctx, id),
    pages: (await listPages(ctx, id)).map((page) => describePage(page, ctx.publicUrl)),
  };
}

/** The programme with every version of its terms, newest first, for whoever computes with it. @throws 404 */
export async function findProgrammeWithTerms(
  ctx: Ctx,
  id: string,
): Promise<{ programme: Programme; versions: TermsVersion[] }> {
  const programme = await store.findProgramme(ctx, id);
  if (!programme) throw notFound('programme', id);
  return { programme, versions: await store.listTerms(ctx, [id]) };
}

/** All programmes as the API answers them, with the terms in force now. */
export async function listProgrammes(ctx: Ctx) {
  requireScope(ctx, 'programmes:read');
  const programmes = await store.listProgrammes(ctx);
  const versions = Map.groupBy(
    await store.listTerms(
      ctx,
      programmes.map(({ id }) => id),
    ),
    (version) => version.programme_id,
  );
  return programmes.map((programme) => describeProgramme(programme, versions.get(programme.id) ?? [], ctx.clock.now()));
}

async function lockOrThrow(ctx: Ctx, id: string): Promise<Programme> {
  const programme = await store.lockProgramme(ctx, id);
  if (!programme) throw notFound('programme', id);
  return programme;
}

async function audit(ctx: Ctx, id: string, action: string, detail: object): Promise<void> {
  await writeAudit(ctx, { action, subjectKind: 'programme', subjectId: id, detail });
}
