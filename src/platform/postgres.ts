import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from '../../db/types.ts';

export type Db = Kysely<DB> | Transaction<DB>;

const OID = { int8: 20, date: 1082, numeric: 1700 } as const;

function readInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`the database returned ${text}, beyond 2^53-1`);
  return value;
}

/** One parser for every connection: bigint is a safe integer, numeric stays an exact string, date is `YYYY-MM-DD`. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === OID.int8) return readInt8;
    if (oid === OID.date || oid === OID.numeric) return (text: string) => text;
    return pg.types.getTypeParser(oid, format as 'text');
  }) as pg.CustomTypesConfig['getTypeParser'],
};

export type PoolOptions = {
  connectionString?: string;
  host?: string;
  user?: string;
  database?: string;
  max?: number;
  /** How long a caller waits for a connection before it is told that the database is away, in milliseconds. */
  connectMs?: number;
};

const CONNECT_MS = 10_000;

export function makePool({ connectMs = CONNECT_MS, ...options }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    ...options,
    types,
    max: options.max ?? 10,
    connectionTimeoutMillis: connectMs,
    // Compiling a question takes seconds where answering it takes a tenth: what gains by it asks for it.
    options: '-c TimeZone=UTC -c jit=off',
  });
  // An idle connection that dies is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  // So would one that dies while it is used; whoever uses it hears of it from their query.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

const POOLS = new WeakMap<Db, pg.Pool>();

export function makeDb(pool: pg.Pool): Kysely<DB> {
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) });
  POOLS.set(db, pool);
  return db;
}

/** One connection, to be spoken to through Kysely and directly (COPY, session locks) by turns. */
export type Held = { db: Kysely<DB>; client: pg.PoolClient };

/**
 * Runs `work` on one connection that keeps the plans of its questions, for thousands of the same in a row: planning is
 * what an embedded query costs most. Only plain SELECTs: the plan of an upsert may depend on its parameters.
 */
export async function withKeptPlans<T>(db: Db, work: (db: Kysely<DB>) => Promise<T>): Promise<T> {
  const pool = POOLS.get(db);
  if (!pool) throw new Error('plans are kept from the root database on, not inside a transaction');
  const client = await pool.connect();
  const names = new Map<string, string>();
  const nameOf = (text: string) => names.get(text) ?? names.set(text, `kept_${names.size + 1}`).get(text);
  const query = (text: string, values?: unknown[]) =>
    /^\s*select\b/i.test(text) && values?.length
      ? client.query({ name: nameOf(text), text, values })
      : client.query(text, values);
  const lone = { connect: async () => ({ query, release: () => {} }), end: async () => {} } as unknown as pg.Pool;
  try {
    return await work(new Kysely<DB>({ dialect: new PostgresDialect({ pool: lone }) }));
  } finally {
    await client.query('deallocate all').catch(() => {});
    client.release(true);
  }
}

/** Takes a connection of `db` out of its pool for as long as `work` lasts. */
export async function holdConnection<T>(db: Db, work: (held: Held) => Promise<T>): Promise<T> {
  const pool = POOLS.get(db);
  if (!pool) throw new Error('a connection is held from the root database, not from inside a transaction');
  const client = await pool.connect();
  const query = client.query.bind(client) as typeof client.query;
  const lone = { connect: async () => ({ query, release: () => {} }), end: async () => {} } as unknown as pg.Pool;
  try {
    return await work({ db: new Kysely<DB>({ dialect: new PostgresDialect({ pool: lone }) }), client });
  } finally {
    client.release();
  }
}

/** Where a connection string leads, for messages: never with its password. Undefined when it is none. */
export function addressOf(connectionString: string): string | undefined {
  if (!/^postgres(ql)?:\/\//.test(connectionString)) return undefined;
  try {
    const { host, port, database, user } = new pg.Client({ connectionString });
    return `${database ?? user} at ${host.startsWith('/') ? host : `${host}:${port}`}`;
  } catch {
    return undefined;
  }
}

/** PostgreSQL's error fields, when `error` came from the database. */
export function databaseError(error: unknown): { code: string; constraint?: string } | undefined {
  const candidate = error as { code?: unknown; constraint?: string } | null;
  if (typeof candidate?.code !== 'string' || !/^[0-9A-Z]{5}$/.test(candidate.code)) return undefined;
  return { code: candidate.code, constraint: candidate.constraint };
}

export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const found = databaseError(error);
  return found?.code === '23505' && (constraint === undefined || found.constraint === constraint);
}
