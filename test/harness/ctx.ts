import { SCOPES, type Scope } from '../../src/kernel/scopes.ts';
import { settableClock } from '../../src/platform/clock.ts';
import type { Ctx } from '../../src/platform/ctx.ts';
import type { Database } from '../../src/platform/database.ts';
import { collectJobs } from '../../src/platform/jobs.ts';
import { makeLog } from '../../src/platform/log.ts';
import { makeTokens } from '../../src/platform/token.ts';

export type TestCtx = Ctx & { clock: ReturnType<typeof settableClock>; jobs: ReturnType<typeof collectJobs> };

/** A context on a test database: every scope unless some are named, a clock that stands still, jobs kept in a list. */
export function testCtx(database: Database, options: { at?: string; scopes?: Scope[] } = {}): TestCtx {
  return {
    db: database.db,
    clock: settableClock(options.at ?? '2026-03-01T00:00:00Z'),
    actor: { kind: 'system', id: 'test' },
    scopes: new Set(options.scopes ?? SCOPES),
    jobs: collectJobs(),
    tokens: makeTokens('test-secret'),
    log: makeLog('silent'),
    publicUrl: 'http://localhost:4400',
  };
}
