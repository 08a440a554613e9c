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
  sub: Record<string, string> | null;
};

/**
 * Which commissions are in a state that a template tells of, and was not told of yet? Those made since the template is
 * there, the oldest first; each with what its click brought.
 */
export async function postbacksDue(ctx: Ctx, limit: number): Promise<Due[]> {
  const { rows } = await sql<Row>`
    select t.id as template_id, c.id as commission_id, c.state, t.url, c.gross_minor - c.reversed_minor as net_minor,
      c.currency, c.partner_id, i.external_id as invoice,
      (select k.sub from clicks k where k.link_id = b.link_id and k.id = b.click_id) as sub
    from postback_templates t
    join commissions c on c.programme_id = t.programme_id and (t.partner_id is null or t.partner_id = c.partner_id)
      and c.state = any(t.states) and c.created_at >= t.created_at
    left join invoices i on i.id = c.invoice_id
    left join attribution_decisions d on d.id = c.decision_id
    left join bindings b on b.id = d.binding_id
    where t.ended_at is null and not exists (
      select 1 from postbacks p where p.template_id = t.id and p.commission_id = c.id and p.event_state = c.state)
    order by c.created_at, c.id, t.id limit ${limit}`.execute(ctx.db);
  return rows.map(toDue);
}

function toDue(row: Row): Due {
  const { template_id, commission_id, state, url, currency, partner_id, sub } = row;
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
