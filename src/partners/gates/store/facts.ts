import { sql } from 'kysely';
import type { Ctx } from '../../../platform/ctx.ts';
import { type EnrolmentFact, type Evidence, type Gate, type GateFacts, isEvidenced } from '../model.ts';

export type GateKey = { programme_id: string; partner_id: string; at: Date };

type Row = {
  gates: Gate[];
  country: string | null;
  categories: string[];
  state: EnrolmentFact['state'] | null;
  origin: EnrolmentFact['origin'];
  enrolled_by: string;
  enrolled_at: Date;
  required: number | null;
  required_since: Date | null;
  accepted: number | null;
  accepted_at: Date | null;
};

/** All that decides about the partner's gates at an instant; undefined when one of the two does not exist. */
export async function findGateFacts(ctx: Ctx, key: GateKey): Promise<GateFacts | undefined> {
  const row = await findRow(ctx, key);
  if (!row) return undefined;
  const { gates, country, categories, state, origin, enrolled_by, enrolled_at, ...terms } = row;
  return {
    at: key.at,
    gates,
    enrolment: state && { state, origin, enrolled_by, enrolled_at },
    terms,
    partner: { country, categories },
    payout_details_since: gates.some(({ kind }) => kind === 'payout_details')
      ? await findPayoutDetails(ctx, key)
      : null,
    evidence: gates.some(({ kind }) => isEvidenced(kind)) ? await listEvidence(ctx, key) : [],
  };
}

async function findRow(ctx: Ctx, { programme_id, partner_id, at }: GateKey): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select p.gates, pa.country, pa.categories, e.state, e.origin, e.enrolled_by, e.enrolled_at,
      r.version as required, r.effective_at as required_since,
      coalesce(a.version, e.terms_accepted_version) as accepted, coalesce(a.accepted_at, e.terms_accepted_at) as accepted_at
    from programmes p
    join partners pa on pa.id = ${partner_id}
    left join enrolments e on e.programme_id = p.id and e.partner_id = pa.id
    left join lateral (select version, effective_at from programme_terms t
      where t.programme_id = p.id and t.needs_acceptance and t.effective_at <= ${at} order by version desc limit 1) r on true
    left join lateral (select version, accepted_at from terms_acceptances t
      where t.programme_id = p.id and t.partner_id = pa.id and t.accepted_at <= ${at} order by version desc limit 1) a on true
    where p.id = ${programme_id}`.execute(ctx.db);
  return rows[0];
}

/** Since when somebody can be paid; a detail that was replaced counts for its own time. */
async function findPayoutDetails(ctx: Ctx, { partner_id, at }: GateKey): Promise<Date | null> {
  const row = await ctx.db
    .selectFrom('payout_destinations')
    .select('created_at')
    .where('partner_id', '=', partner_id)
    .where('created_at', '<=', at)
    .orderBy('created_at')
    .executeTakeFirst();
  return row?.created_at ?? null;
}

/** What was recorded about the partner or about the company and had begun by then. */
async function listEvidence(ctx: Ctx, { programme_id, partner_id, at }: GateKey): Promise<Evidence[]> {
  const rows = await ctx.db
    .selectFrom('gate_evidence')
    .selectAll()
    .where('programme_id', '=', programme_id)
    .where((eb) => eb.or([eb('partner_id', '=', partner_id), eb('partner_id', 'is', null)]))
    .where('valid_from', '<=', at)
    .execute();
  return rows.map(toEvidence);
}

/** What was ever recorded about the partner's gates, newest first. */
export async function listHistory(ctx: Ctx, key: Omit<GateKey, 'at'>): Promise<Evidence[]> {
  const rows = await ctx.db
    .selectFrom('gate_evidence')
    .selectAll()
    .where('programme_id', '=', key.programme_id)
    .where((eb) => eb.or([eb('partner_id', '=', key.partner_id), eb('partner_id', 'is', null)]))
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
  return rows.map(toEvidence);
}

type EvidenceRow = Omit<Evidence, 'gate' | 'evidence'> & { gate: string; evidence: unknown };

function toEvidence(row: EvidenceRow): Evidence {
  return { ...row, gate: row.gate as Evidence['gate'], evidence: row.evidence as Evidence['evidence'] };
}

export async function insertEvidence(ctx: Ctx, evidence: Evidence): Promise<void> {
  await ctx.db
    .insertInto('gate_evidence')
    .values({ ...evidence, evidence: JSON.stringify(evidence.evidence) })
    .execute();
}

/** The gates the programme asks for, its currency and its zone. */
export async function findProgramme(ctx: Ctx, id: string) {
  const row = await ctx.db
    .selectFrom('programmes')
    .select(['id', 'name', 'gates', 'currency', 'zone', 'state'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row && { ...row, gates: row.gates as Gate[] };
}

/** The programmes the partner is in, with how it came in; newest last. */
export async function listEnrolled(ctx: Ctx, partnerId: string) {
  const rows = await ctx.db
    .selectFrom('enrolments')
    .innerJoin('programmes', 'programmes.id', 'enrolments.programme_id')
    .select(['programmes.id', 'programmes.name', 'programmes.gates', 'programmes.currency', 'enrolments.enrolled_at'])
    .where('enrolments.partner_id', '=', partnerId)
    .orderBy('enrolled_at')
    .execute();
  return rows.map((row) => ({ ...row, gates: row.gates as Gate[] }));
}
