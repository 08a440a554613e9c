import { sql } from 'kysely';
import type { Db } from '../postgres.ts';
import { FIREHOSES, type FirehoseName, type Month, monthsAhead, shiftMonth } from './model.ts';
import { dropMonth, ensureMonths, listMonths, tableOf } from './months.ts';
import { closeBefore, findRetention } from './retention.ts';

/** `kept_back`: months due to be dropped, from the first whose days do not count all its events; a rebuild mends them. */
export type Tended = { firehose: FirehoseName; dropped: Month[]; kept_back: Month[] };

/** Makes the months to come, gives rows that came without a month their own, and drops what is no longer kept. */
export async function tendFirehose(db: Db, firehose: FirehoseName, now: Date): Promise<Tended> {
  await ensureMonths(db, firehose, { months: [...monthsAhead(now), ...(await straysOf(db, firehose))], now });
  const { months_kept } = await findRetention(db, firehose);
  const due = months_kept === null ? [] : await monthsBefore(db, firehose, shiftMonth(monthOfDay(now), -months_kept));
  const dropped: Month[] = [];
  for (const month of due) {
    if (!(await countedInDays(db, firehose, month))) break;
    await dropMonth(db, firehose, month);
    await closeBefore(db, firehose, `${shiftMonth(month, 1)}-01`);
    dropped.push(month);
  }
  return { firehose, dropped, kept_back: due.slice(dropped.length) };
}

function monthOfDay(now: Date): Month {
  return now.toISOString().slice(0, 7);
}

async function monthsBefore(db: Db, firehose: FirehoseName, first: Month): Promise<Month[]> {
  return (await listMonths(db, firehose)).filter((month) => month < first);
}

async function straysOf(db: Db, firehose: FirehoseName): Promise<Month[]> {
  const { rows } = await sql<{ month: Month }>`
    select distinct to_char(occurred_at at time zone 'UTC', 'YYYY-MM') as month
    from ${sql.table(tableOf(firehose))}`.execute(db);
  return rows.map(({ month }) => month);
}

/** Whether the days of the month count at least the events that would go. */
async function countedInDays(db: Db, firehose: FirehoseName, month: Month): Promise<boolean> {
  const { daily } = FIREHOSES[firehose];
  const { rows } = await sql<{ counted: boolean }>`
    select (select count(*) from ${sql.table(tableOf(firehose, month))})
      <= (select coalesce(sum(${sql.ref(firehose === 'usage' ? 'events' : 'clicks')}), 0) from ${sql.table(daily)}
        where on_date >= ${`${month}-01`}::date and on_date < ${`${shiftMonth(month, 1)}-01`}::date) as counted`.execute(
    db,
  );
  return rows[0]?.counted ?? false;
}
