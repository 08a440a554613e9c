import { type RawBuilder, sql } from 'kysely';

/** `and account_id = …` when some accounts are asked about, nothing when all are. */
export function ofAccount(only: readonly string[] | undefined, column = 'account_id'): RawBuilder<unknown> {
  return only === undefined ? sql`` : sql`and ${sql.ref(column)} = any(${only}::text[])`;
}

/** The same where there is no other condition. */
export function ofAccounts(only: readonly string[] | undefined, column = 'account_id'): RawBuilder<unknown> {
  return only === undefined ? sql`` : sql`where true ${ofAccount(only, column)}`;
}
