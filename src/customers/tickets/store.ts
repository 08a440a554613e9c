import type { Insertable } from 'kysely';
import type { Tickets } from '../../../db/types.ts';
import { type BulkTable, type UpsertCounts, upsertRows } from '../../platform/bulk.ts';
import type { Db } from '../../platform/postgres.ts';

export type TicketRow = Omit<Insertable<Tickets>, 'attributes'> & { attributes?: object };

const TICKETS: BulkTable = {
  table: 'tickets',
  key: ['source', 'external_id'],
  fixed: ['id', 'created_at'],
  touched: ['updated_at'],
  merged: ['attributes'],
  defaults: { attributes: "'{}'", reopened_count: '0', status: "'closed'" },
  columns: {
    id: 'text',
    account_id: 'text',
    person_external_id: 'text',
    source: 'text',
    external_id: 'text',
    subject: 'text',
    topic: 'text',
    status: 'text',
    priority: 'text',
    severity: 'smallint',
    opened_at: 'timestamptz',
    closed_at: 'timestamptz',
    first_response_minutes: 'integer',
    resolution_minutes: 'integer',
    reopened_count: 'integer',
    satisfaction: 'numeric',
    satisfaction_scale: 'smallint',
    escalated: 'boolean',
    attributes: 'jsonb',
    created_at: 'timestamptz',
    updated_at: 'timestamptz',
  },
};

/** Adds or changes tickets by (source, external_id). */
export function upsertTickets(db: Db, rows: readonly TicketRow[]): Promise<UpsertCounts> {
  return upsertRows(db, TICKETS, rows);
}
