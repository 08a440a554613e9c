import { sql } from 'kysely';
import type { NeedKind, Saying } from '../../customers/needs/model.ts';
import { type Ctx, requireScope } from '../../platform/ctx.ts';

/** Of each kind of text, the newest so many are read. */
const MOST_TEXTS = 100_000;

/**
 * What is written of accounts, in their records, or said by them: what imports filled in as pain point and use case, own
 * attributes of these names, answers in words, and subjects of tickets.
 */
export async function sayings(ctx: Ctx): Promise<Saying[]> {
  requireScope(ctx, 'customers:read');
  const { rows } = await sql<Saying>`
    select a.id as account_id, 'record' as source, f.kind, f.text, null::timestamptz as said_at
    from accounts a cross join lateral (values ('pain_point', a.pain_point), ('use_case', a.use_case),
      ('pain_point', a.attributes ->> 'pain_point'), ('use_case', a.attributes ->> 'use_case')) as f(kind, text)
    where a.merged_into_id is null and f.text <> ''
    union all (
      select v.account_id, 'answer', null, v.answer_text, v.answered_at
      from survey_answers v join surveys s on s.id = v.survey_id and s.kind <> 'partner_satisfaction'
      where v.account_id is not null and v.answer_text <> '' order by v.answered_at desc limit ${MOST_TEXTS})
    union all (
      select t.account_id, 'ticket', null, concat_ws(' · ', t.subject, t.topic), t.opened_at
      from tickets t where t.account_id is not null and coalesce(t.subject, t.topic) <> ''
      order by t.opened_at desc limit ${MOST_TEXTS})`.execute(ctx.db);
  return rows;
}

export type Named = { kind: NeedKind; name: string; accounts: number };

/** Pain points and use cases that records name and that are not in the list yet, the commonest first. */
export async function namedInRecords(ctx: Ctx, most = 50): Promise<Named[]> {
  requireScope(ctx, 'customers:read');
  const { rows } = await sql<Named>`
    select f.kind, min(trim(f.text)) as name, count(distinct a.id) as accounts
    from accounts a cross join lateral (values ('pain_point', a.pain_point), ('use_case', a.use_case),
      ('pain_point', a.attributes ->> 'pain_point'), ('use_case', a.attributes ->> 'use_case')) as f(kind, text)
    where a.merged_into_id is null and length(trim(f.text)) between 1 and 80 and not exists (
      select from needs n where n.kind = f.kind and lower(n.name) = lower(trim(f.text)) and n.archived_at is null)
    group by f.kind, lower(trim(f.text)) order by accounts desc, f.kind, name limit ${most}`.execute(ctx.db);
  return rows;
}
