import type { Config } from '../../config.ts';
import { type Check, fail, ok, warn } from '../../kernel/check.ts';
import { DAY_MS, MINUTE_MS } from '../../kernel/time.ts';
import type { Clock } from '../clock.ts';
import { type Database, serverVersion } from '../database.ts';
import { schemaState } from '../migrate.ts';

/** What can be known from the database about itself, beside this machine's clock. */
export async function checkDatabase(database: Database, clock: Clock): Promise<Check[]> {
  return [
    await checkVersion(database),
    await checkDurability(database),
    await checkSchema(database),
    await checkClock(database, clock),
    await checkJobs(database, clock.now()),
    await checkRejects(database),
  ];
}

async function checkVersion({ pool, rung }: Database): Promise<Check> {
  const version = await serverVersion(pool);
  if (rung === 'embedded') return ok('database', `embedded (PostgreSQL ${version} inside)`);
  if (version <= 18) return ok('database', `PostgreSQL ${version}`);
  return warn('database', `PostgreSQL ${version} is newer than what was tested`, 'Use PostgreSQL 15 to 18.');
}

const DURABLE = { fsync: 'on', full_page_writes: 'on' };

async function checkDurability({ pool, rung }: Database): Promise<Check> {
  if (rung === 'embedded') {
    return warn(
      'durability',
      'The embedded database does not force its writes to the disk: a crash of Goodword loses nothing, but a power cut can lose the last seconds or damage the folder',
      'Keep real money in a PostgreSQL server (DATABASE_URL). Until then copy the data folder regularly, while Goodword is stopped.',
    );
  }
  const { rows } = await pool.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit')`,
  );
  const settings = Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
  const off = Object.entries(DURABLE).filter(([name, wanted]) => settings[name] !== wanted);
  if (off.length > 0) {
    const names = off.map(([name]) => name).join(' and ');
    return fail('durability', `The server runs without ${names}: a power cut can damage it`, `Turn ${names} on.`);
  }
  if (settings.synchronous_commit !== 'off')
    return ok('durability', 'every commit is on the disk before it is acknowledged');
  return warn(
    'durability',
    'synchronous_commit is off: a crash can lose the last moments',
    'Turn synchronous_commit on.',
  );
}

async function checkSchema({ pool }: Database): Promise<Check> {
  const { applied, missing, unknown, changed } = await schemaState(pool);
  if (unknown.length > 0) {
    return fail(
      'schema',
      `The database is newer than this program: ${unknown.join(', ')}`,
      'Start the newer Goodword.',
    );
  }
  if (changed.length > 0) {
    return fail(
      'schema',
      `Edited after they were applied: ${changed.join(', ')}`,
      'Restore the files as they were released.',
    );
  }
  if (missing.length > 0) {
    return warn(
      'schema',
      `${missing.length} migrations are not applied yet`,
      'Start Goodword, or run "goodword migrate".',
    );
  }
  return ok('schema', `up to date, ${applied} migrations`);
}

async function checkClock({ pool }: Database, clock: Clock): Promise<Check> {
  const before = clock.now().getTime();
  const { rows } = await pool.query<{ now: Date }>('select clock_timestamp() as now');
  const middle = (before + clock.now().getTime()) / 2;
  const skew = Math.abs((rows[0]?.now.getTime() ?? 0) - middle);
  const says = `This machine and the database differ by ${(skew / 1000).toFixed(1)} s`;
  if (skew < 5_000) return ok('clock', says);
  if (skew < MINUTE_MS) return warn('clock', says, 'Keep both on time (NTP).');
  return fail('clock', says, 'Set both clocks by NTP: links and payouts go by the time.');
}

async function checkJobs({ pool }: Database, now: Date): Promise<Check> {
  const known = await pool.query(`select to_regclass('jobs.job') is not null as there`);
  if (!known.rows[0]?.there) return ok('jobs', 'none have run yet');
  const { rows } = await pool.query<{ name: string; failed: number; waiting: number }>(
    `select name, count(*) filter (where state = 'failed' and completed_on > $1) as failed,
       count(*) filter (where state in ('created', 'retry') and start_after < $2) as waiting
     from jobs.job where name not like '\\_\\_%' group by name order by name`,
    [new Date(now.getTime() - 7 * DAY_MS), new Date(now.getTime() - 15 * MINUTE_MS)],
  );
  const failed = rows.filter((row) => row.failed > 0).map((row) => `${row.name} (${row.failed})`);
  const waiting = rows.filter((row) => row.waiting > 0).map((row) => `${row.name} (${row.waiting})`);
  if (failed.length > 0) {
    return warn('jobs', `Failed for good in the last 7 days: ${failed.join(', ')}`, 'The log says why.');
  }
  if (waiting.length === 0) return ok('jobs', 'none failed, none is late');
  return warn(
    'jobs',
    `Waiting for more than 15 minutes: ${waiting.join(', ')}`,
    'Start Goodword, or a worker (--role worker).',
  );
}

/** What the edge acknowledged and the database could not hold: it is kept, and somebody has to look at it. */
async function checkRejects({ pool }: Database): Promise<Check> {
  const known = await pool.query(`select to_regclass('public.intake_rejects') is not null as there`);
  if (!known.rows[0]?.there) return ok('intake', 'nothing has come in yet');
  const { rows } = await pool.query<{ reason: string; records: number }>(
    `select left(reason, 120) as reason, count(*) as records from intake_rejects group by 1 order by 2 desc, 1 limit 3`,
  );
  if (rows.length === 0) return ok('intake', 'every record that was acknowledged could be stored');
  const reasons = rows.map(({ reason, records }) => `${records} × ${reason}`).join('; ');
  return warn(
    'intake',
    `Clicks or events that could not be stored are kept in the table intake_rejects: ${reasons}`,
    'Report the reason with the version of Goodword; the records stay until you delete them there.',
  );
}

export async function countFailedMails({ pool }: Database): Promise<number> {
  const { rows } = await pool.query<{ failed: number }>(`select count(*) as failed from mails where state = 'failed'`);
  return rows[0]?.failed ?? 0;
}

/** Settings that work and will still surprise somebody. */
export function checkSettings(
  config: Pick<Config, 'publicUrl' | 'databaseUrl' | 'smtp'>,
  mailsFailed: number,
): Check[] {
  const { hostname, protocol } = new URL(config.publicUrl);
  const local = hostname === 'localhost' || hostname === '127.0.0.1';
  return [
    config.smtp
      ? mailCheck(mailsFailed)
      : warn(
          'mail',
          'No mail server: mails are kept and shown under Mail, and reach nobody',
          'Set SMTP_URL and MAIL_FROM.',
        ),
    local && config.databaseUrl
      ? warn(
          'address',
          `Links in mails lead to ${config.publicUrl}, which only this machine can open`,
          'Set PUBLIC_URL.',
        )
      : ok('address', config.publicUrl),
    ...(local || protocol === 'https:'
      ? []
      : [
          warn(
            'https',
            'Passwords and sessions cross the network unencrypted',
            'Put https in front and set PUBLIC_URL to it.',
          ),
        ]),
  ];
}

function mailCheck(failed: number): Check {
  if (failed === 0) return ok('mail', 'a mail server is set, and no mail waits for it in vain');
  return warn('mail', `${failed} mails were refused by the mail server`, 'The reason stands beside each under Mail.');
}
