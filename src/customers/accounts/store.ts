import type { Insertable } from 'kysely';
import type { Accounts, ChurnClaims } from '../../../db/types.ts';
import { type BulkTable, type UpsertCounts, upsertRows } from '../../platform/bulk.ts';
import type { Db } from '../../platform/postgres.ts';

export type AccountRow = Omit<Insertable<Accounts>, 'attributes'> & { attributes?: object };
export type ChurnClaimRow = Omit<Insertable<ChurnClaims>, 'attributes'> & { attributes?: object };

const ACCOUNTS: BulkTable = {
  table: 'accounts',
  key: ['source', 'external_id'],
  fixed: ['id', 'created_at'],
  touched: ['updated_at'],
  merged: ['attributes'],
  defaults: { attributes: "'{}'" },
  columns: {
    id: 'text',
    source: 'text',
    external_id: 'text',
    name: 'text',
    domain: 'text',
    industry: 'text',
    country: 'text',
    size_band: 'text',
    employees: 'integer',
    plan: 'text',
    seats: 'integer',
    is_trial: 'boolean',
    owner_name: 'text',
    use_case: 'text',
    pain_point: 'text',
    signed_up_at: 'timestamptz',
    first_touch_channel: 'text',
    last_touch_channel: 'text',
    imported_source: 'text',
    self_reported_source: 'text',
    imported_churned: 'boolean',
    imported_tenure_months: 'integer',
    churn_notice_at: 'timestamptz',
    merged_into_id: 'text',
    attributes: 'jsonb',
    created_at: 'timestamptz',
    updated_at: 'timestamptz',
  },
};

const CHURN_CLAIMS: BulkTable = {
  table: 'churn_claims',
  key: ['source', 'external_id'],
  fixed: ['id'],
  merged: ['attributes'],
  defaults: { attributes: "'{}'" },
  columns: {
    id: 'text',
    account_id: 'text',
    source: 'text',
    external_id: 'text',
    churned_on: 'date',
    reason_code: 'text',
    refund_minor: 'bigint',
    currency: 'text',
    is_reactivation: 'boolean',
    feedback: 'text',
    attributes: 'jsonb',
  },
};

/** Adds or changes accounts by (source, external_id). */
export function upsertAccounts(db: Db, rows: readonly AccountRow[]): Promise<UpsertCounts> {
  return upsertRows(db, ACCOUNTS, rows);
}

/** Adds or changes what a file says about churn, by (source, external_id). */
export function upsertChurnClaims(db: Db, rows: readonly ChurnClaimRow[]): Promise<UpsertCounts> {
  return upsertRows(db, CHURN_CLAIMS, rows);
}

/** Every account of a source: its id by the id the source gave it. */
export async function mapAccountIds(db: Db, source: string): Promise<Map<string, string>> {
  const rows = await db.selectFrom('accounts').select(['external_id', 'id']).where('source', '=', source).execute();
  return new Map(rows.map((row) => [row.external_id, row.id]));
}
