import { type RawBuilder, sql } from 'kysely';

/** `and account_id = …` when one account is asked about, nothing when all are. */
export function ofAccount(only: string | undefined, column = 'account_id'): RawBuilder<unknown> {
  return only === undefined ? sql`` : sql`and ${sql.ref(column)} = ${only}`;
}
