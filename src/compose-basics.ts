import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { DB } from '../db/types.ts';
import type { Config } from './config.ts';
import type { Identity } from './http/authenticate.ts';
import { SCOPES } from './kernel/scopes.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import type { Ctx } from './platform/ctx.ts';
import { keepSecret } from './platform/database.ts';
import { type JobRunner, makeJobs } from './platform/jobs.ts';
import type { Log } from './platform/log.ts';
import { makeTokens } from './platform/token.ts';

type BasicParts = { config: Config; log: Log; pool: pg.Pool; db: Kysely<DB>; clock?: Clock | undefined };

export type Basics = {
  secret: string;
  jobs: JobRunner;
  ctx(identity: Identity): Ctx;
  /** The context of what runs by itself: every scope, named in the audit as `name`. */
  systemCtx(name: string): Ctx;
};

/** What every context of a process has in common, on one database that may be away for now. */
export function makeBasics({ config, log, pool, db, clock = systemClock }: BasicParts): Basics {
  const secret = keepSecret(config);
  const jobs = makeJobs(pool, log);
  const same = { db, clock, jobs, tokens: makeTokens(secret), log, publicUrl: config.publicUrl };
  const ctx = ({ actor, scopes }: Identity): Ctx => ({ ...same, actor, scopes });
  const systemCtx = (name: string) => ctx({ actor: { kind: 'system', id: name }, scopes: new Set(SCOPES) });
  return { secret, jobs, ctx, systemCtx };
}
