import { sql } from 'kysely';
import type { Db } from '../../platform/postgres.ts';
import { type Counted, type Finding, finding } from './finding.ts';

/** The latest finished import of each file: what an earlier import of the same file said no longer counts. */
const LATEST = sql`latest as (
  select distinct on (f.file, f.entity) f.* from import_files f
  where f.state = 'done' order by f.file, f.entity, f.finished_at desc, f.import_id desc)`;

/** What could not be stored: rows without their account, ids that came twice, ends before starts, unreadable values. */
export async function rejectedRows(db: Db): Promise<Finding[]> {
  const { rows } = await sql<Counted>`with ${LATEST},
    rejected as (
      select r.*, case
        when r.repeated is not null then 'repeated_ids'
        when r.reason like '%known here' then 'orphans'
        when r.field = 'ended_on' and r.reason like '%before the start%' then 'ended_before_started'
        else 'unusable_rows' end as code
      from import_rejects r join latest using (import_id, file, entity))
    select code, case code when 'orphans' then (select sum(rows_orphaned)::bigint from latest) else count(*) end as count, (select sum(rows_read)::bigint from latest) as of,
      (array_agg(file || ', line ' || line || ': ' || coalesce(field || ' ', '') || reason order by file, line))[1:5] as examples
    from rejected group by code order by code`.execute(db);
  return rows.flatMap((row) => finding(row, { severity: row.code === 'orphans' ? 'serious' : 'notable' }));
}
