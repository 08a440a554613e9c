import { mailRoutes } from './access/mails/routes.ts';
import type { Config } from './config.ts';
import { companyRoutes } from './customers/company/routes.ts';
import { type App, buildApp, type Routes } from './http/app.ts';
import type { Identify, Identity } from './http/authenticate.ts';
import { SCOPES } from './kernel/scopes.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import type { Ctx } from './platform/ctx.ts';
import { type Database, keepSecret, openDatabase } from './platform/database.ts';
import { type JobBinding, makeJobs } from './platform/jobs.ts';
import { makeLog } from './platform/log.ts';
import { type Mailer, SEND_MAIL, sendQueuedMail, smtpMailer } from './platform/mail.ts';
import { migrate } from './platform/migrate.ts';
import { makeTokens } from './platform/token.ts';

export type Product = {
  config: Config;
  database: Database;
  ctx(identity: Identity): Ctx;
  /** The context of commands and jobs: every scope, named in the audit as `name`. */
  systemCtx(name: string): Ctx;
  app(): Promise<App>;
  startJobs(options: { work: boolean }): Promise<void>;
  stop(): Promise<void>;
};

export type Parts = { clock?: Clock; database?: Database };

/** The one place where things are constructed and wired. Opens the database and brings its schema up to date. */
export async function compose(config: Config, parts: Parts = {}): Promise<Product> {
  const log = makeLog(config.logLevel);
  const database = parts.database ?? (await openDatabase(config));
  await migrate(database.pool);
  const tokens = makeTokens(keepSecret(config));
  const jobs = makeJobs(database.pool, log);
  const clock = parts.clock ?? systemClock;
  const ctx = (identity: Identity): Ctx => ({
    db: database.db,
    clock,
    jobs,
    tokens,
    log,
    publicUrl: config.publicUrl,
    actor: identity.actor,
    scopes: identity.scopes,
  });
  const systemCtx = (name: string) => ctx({ actor: { kind: 'system', id: name }, scopes: new Set(SCOPES) });
  const identify: Identify = async () => undefined;
  const mailer = config.smtp ? smtpMailer(config.smtp) : undefined;
  let jobsStarted = false;
  return {
    config,
    database,
    ctx,
    systemCtx,
    app: () => buildApp({ identify, makeCtx: ctx }, routes()),
    async startJobs(options) {
      await jobs.start(jobBindings(systemCtx, mailer), options);
      jobsStarted = true;
    },
    async stop() {
      if (jobsStarted) await jobs.stop();
      await database.close();
    },
  };
}

/** Every slice's routes, by name. */
function routes(): Routes[] {
  return [companyRoutes, mailRoutes];
}

/** Every job, by name, run as the system. */
function jobBindings(systemCtx: (name: string) => Ctx, mailer: Mailer | undefined): JobBinding[] {
  return [
    {
      name: SEND_MAIL,
      handler: (job: { mail_id: string }) => sendQueuedMail(systemCtx(SEND_MAIL), mailer, job.mail_id),
    },
  ];
}
