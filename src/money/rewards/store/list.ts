import { sql } from 'kysely';
import type { RewardKind, RewardReceiver } from '../../../partners/programmes/model.ts';
import type { Ctx, PartnerId } from '../../../platform/ctx.ts';
import type { Address, Grant, GrantState } from '../model.ts';
import { toGrant } from './grants.ts';

/** A grant with the names a reader knows things by. */
export type NamedGrant = Grant & {
  programmeName: string;
  partnerName: string;
  customerName: string | null;
  receiverName: string | null;
  giftName: string | null;
  /** Today in the programme's zone. */
  today: string;
  address: Address | null;
  addressErasedAt: Date | null;
};

export type GrantFilter = {
  state?: GrantState | undefined;
  kind?: RewardKind | undefined;
  receiver?: RewardReceiver | undefined;
  programme_id?: string | undefined;
  partner_id?: string | undefined;
  account_id?: string | undefined;
  q?: string | undefined;
};

const SORTS = {
  promised_at: sql`g.promised_at`,
  due_on: sql`g.due_on`,
  state: sql`g.state`,
  kind: sql`g.kind`,
  partner: sql`lower(p.name)`,
} as const;

type NamedRow = Parameters<typeof toGrant>[0] & {
  programme_name: string;
  partner_name: string;
  customer_name: string | null;
  receiver_name: string | null;
  gift_name: string | null;
  today: string;
  address: unknown;
  address_erased_at: Date | null;
};

const FROM = sql`from grants g join programmes o on o.id = g.programme_id join partners p on p.id = g.partner_id
  left join accounts a on a.id = g.account_id left join accounts r on r.id = g.receiver_account_id`;

function select(now: Date) {
  return sql`select g.*, o.name as programme_name, p.name as partner_name, a.name as customer_name,
    r.name as receiver_name, i.name as gift_name, (${now}::timestamptz at time zone o.zone)::date::text as today,
    d.address, d.erased_at as address_erased_at ${FROM}
    left join gifts i on i.id = g.gift_id left join grant_addresses d on d.grant_id = g.id`;
}

function toNamed(row: NamedRow): NamedGrant {
  const { programme_name, partner_name, customer_name, receiver_name, gift_name, today, ...rest } = row;
  const { address, address_erased_at, ...grant } = rest;
  return {
    ...toGrant(grant),
    programmeName: programme_name,
    partnerName: partner_name,
    customerName: customer_name,
    receiverName: receiver_name,
    giftName: gift_name,
    today,
    address: address as Address | null,
    addressErasedAt: address_erased_at,
  };
}

function matching(filter: GrantFilter) {
  const conditions = [sql`true`];
  for (const column of ['state', 'kind', 'receiver', 'programme_id', 'partner_id'] as const)
    if (filter[column]) conditions.push(sql`g.${sql.ref(column)} = ${filter[column]}`);
  if (filter.account_id) conditions.push(sql`${filter.account_id} in (g.account_id, g.receiver_account_id)`);
  if (filter.q) {
    const text = `%${filter.q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
    conditions.push(sql`(lower(p.name) like ${text} or lower(a.name) like ${text} or lower(r.name) like ${text})`);
  }
  return sql`where ${sql.join(conditions, sql` and `)}`;
}

export type GrantPage = GrantFilter & {
  sort: keyof typeof SORTS;
  order: 'asc' | 'desc';
  limit: number;
  offset: number;
};

export async function listGrants(ctx: Ctx, page: GrantPage): Promise<{ items: NamedGrant[]; total: number }> {
  const direction = page.order === 'asc' ? sql`asc nulls last` : sql`desc nulls last`;
  const { rows } = await sql<NamedRow>`${select(ctx.clock.now())} ${matching(page)}
    order by ${SORTS[page.sort]} ${direction}, g.id ${direction} limit ${page.limit} offset ${page.offset}`.execute(
    ctx.db,
  );
  const counted = await sql<{ total: number }>`select count(*) as total ${FROM} ${matching(page)}`.execute(ctx.db);
  return { items: rows.map(toNamed), total: counted.rows[0]?.total ?? 0 };
}

export async function findNamed(ctx: Ctx, id: string): Promise<NamedGrant | undefined> {
  const { rows } = await sql<NamedRow>`${select(ctx.clock.now())} where g.id = ${id}`.execute(ctx.db);
  return rows[0] && toNamed(rows[0]);
}

/** A partner's own rewards and its company's, newest first. Its id comes from its session and from nowhere else. */
export function listOwn(ctx: Ctx, partnerId: PartnerId, page: { limit: number; offset: number }) {
  const own = sql`where g.partner_id = ${partnerId} and g.receiver <> 'friend'`;
  const query = sql<NamedRow>`${select(ctx.clock.now())} ${own}
    order by g.promised_at desc, g.id desc limit ${page.limit} offset ${page.offset}`;
  const count = sql<{ total: number }>`select count(*) as total ${FROM} ${own}`;
  return query.execute(ctx.db).then(async ({ rows }) => {
    const counted = await count.execute(ctx.db);
    return { items: rows.map(toNamed), total: counted.rows[0]?.total ?? 0 };
  });
}

const BY_HAND = sql`g.kind in ('gift', 'gift_card', 'donation') and g.state = 'ready'`;

/** What a person has to send: everything known, the longest due first. */
export async function listQueue(ctx: Ctx, page: { limit: number; offset: number }): Promise<NamedGrant[]> {
  const { rows } = await sql<NamedRow>`${select(ctx.clock.now())}
    where ${BY_HAND} and g.waits_for is distinct from 'address'
    order by g.due_on nulls last, g.id limit ${page.limit} offset ${page.offset}`.execute(ctx.db);
  return rows.map(toNamed);
}

export async function countQueue(ctx: Ctx): Promise<{ total: number; overdue: number; waiting: number }> {
  const { rows } = await sql<{ total: number; overdue: number; waiting: number }>`
    select count(*) filter (where g.waits_for is distinct from 'address') as total,
      count(*) filter (where g.due_on < (${ctx.clock.now()}::timestamptz at time zone o.zone)::date) as overdue,
      count(*) filter (where g.waits_for = 'address') as waiting
    ${FROM} where ${BY_HAND}`.execute(ctx.db);
  return rows[0] ?? { total: 0, overdue: 0, waiting: 0 };
}

export type StoredStep = {
  state: GrantState;
  reason: string;
  reason_params: Record<string, unknown>;
  actor_kind: string;
  actor_id: string;
  actor: string;
  at: Date;
};

/** A grant's steps with the names of who made them, oldest first. */
export async function listSteps(ctx: Ctx, grantId: string): Promise<StoredStep[]> {
  const { rows } = await sql<StoredStep>`
    select c.state, c.reason, c.reason_params, c.actor_kind, c.actor_id,
      coalesce(u.name, k.name, p.name, c.actor_id) as actor, c.at
    from grant_changes c left join auth."user" u on u.id = c.actor_id left join api_keys k on k.id = c.actor_id
      left join partners p on p.id = c.actor_id
    where c.grant_id = ${grantId} order by c.seq`.execute(ctx.db);
  return rows;
}
