import { sql } from 'kysely';
import { formatMajor } from '../kernel/money.ts';
import type { Due, ToldState } from '../partners/postbacks/model.ts';
import type { Ctx } from '../platform/ctx.ts';

type Row = {
  template_id: string;
  commission_id: string;
  state: ToldState;
  url: string;
  net_minor: number;
  currency: string;
  partner_id: string;
  invoice: string | null;
  link_id: string | null;
  click_id: string | null;
};
type Sub = Record<string, string>;

/**
 * Which commissions are in a state that a template tells of, and was not told of yet? Those made since the template is
 * there, the oldest first; each with what its click brought.
 */
export async function postbacksDue(ctx: Ctx, limit: number): Promise<Due[]> {
  const { rows } = await sql<Row>`
    select t.id as template_id, c.id as commission_id, c.state, t.url, c.gross_minor - c.reversed_minor as net_minor,
      c.currency, c.partner_id, i.external_id as invoice, b.link_id, b.click_id
    from postback_templates t
    join commissions c on c.programme_id = t.programme_id and (t.partner_id is null or t.partner_id = c.partner_id)
      and c.state = any(t.states) and c.created_at >= t.created_at
    left join invoices i on i.id = c.invoice_id
    left join attribution_decisions d on d.id = c.decision_id
    left join bindings b on b.id = d.binding_id
    where t.ended_at is null and not exists (
      select 1 from postbacks p where p.template_id = t.id and p.commission_id = c.id and p.event_state = c.state)
    order by c.created_at, c.id, t.id limit ${limit}`.execute(ctx.db);
  const subs = await subsOf(ctx, rows);
  return rows.map((row) => toDue(row, subs.get(`${row.link_id} ${row.click_id}`)));
}

/** What networks wrote on the links that were clicked, by link and click. */
async function subsOf(ctx: Ctx, rows: readonly Row[]): Promise<Map<string, Sub>> {
  const named = rows.flatMap(({ link_id, click_id }) => (click_id === null ? [] : [{ link_id, click_id }]));
  if (named.length === 0) return new Map();
  const found = await sql<{ link_id: string; id: string; sub: Sub }>`
    with named as materialized (
      select link_id, click_id from json_to_recordset(${JSON.stringify(named)}::json) as n(link_id text, click_id text))
    select link_id, id, sub from clicks
    where sub is not null and (link_id, id) in (select link_id, click_id from named)`.execute(ctx.db);
  return new Map(found.rows.map(({ link_id, id, sub }) => [`${link_id} ${id}`, sub]));
}

function toDue(row: Row, sub: Sub | undefined): Due {
  const { template_id, commission_id, state, url, currency, partner_id } = row;
  const of = (name: string) => sub?.[name] ?? '';
  return {
    template_id,
    commission_id,
    event_state: state,
    url,
    values: {
      click_id: of('click_id'),
      sub1: of('sub1'),
      sub2: of('sub2'),
      sub3: of('sub3'),
      sub4: of('sub4'),
      sub5: of('sub5'),
      payout: formatMajor(row.net_minor, currency),
      currency,
      state,
      commission_id,
      partner_id,
      invoice_id: row.invoice ?? '',
    },
  };
}
