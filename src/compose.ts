import { join } from 'node:path';
import { auditRoutes } from './access/audit/routes.ts';
import { keyRoutes } from './access/keys/routes.ts';
import { mailRoutes } from './access/mails/routes.ts';
import { linkRoutes, memberRoutes, passwordRoutes, signInRoutes } from './access/members/routes.ts';
import { viewRoutes } from './access/views/routes.ts';
import { messageRoutes, webhookRoutes } from './access/webhooks/routes.ts';
import { advocateRoutes } from './advocacy/advocates/routes.ts';
import { askRoutes } from './advocacy/asks/routes.ts';
import { exposureRoutes } from './advocacy/exposures/routes.ts';
import { scenarioRoutes } from './advocacy/scenarios/routes.ts';
import { makeBasics } from './compose-basics.ts';
import { type OpenEdge, openEdge } from './compose-edge.ts';
import { jobBindings } from './compose-jobs.ts';
import { type Config, makeSecret } from './config.ts';
import { companyRoutes } from './customers/company/routes.ts';
import { touchRoutes } from './customers/touches/routes.ts';
import { applicationRoutes } from './flows/application-routes.ts';
import { inviteRoutes } from './flows/ask-routes.ts';
import { conversionRoutes } from './flows/conversion-routes.ts';
import { deliverWebhooks } from './flows/deliver-webhooks.ts';
import { doctorRoutes } from './flows/doctor-routes.ts';
import { draftTermsRoutes } from './flows/draft-terms-routes.ts';
import { dubRoutes } from './flows/dub-routes.ts';
import { earningRoutes } from './flows/earning-routes.ts';
import { eventRoutes } from './flows/event-routes.ts';
import { examine } from './flows/examine.ts';
import { giftAddressRoutes } from './flows/grant-address-routes.ts';
import { healthModelRoutes } from './flows/health-model-routes.ts';
import { healthStoryRoutes } from './flows/health-routes.ts';
import { identifyCaller } from './flows/identify-caller.ts';
import { importRoutes } from './flows/import-routes.ts';
import { invitationRoutes } from './flows/invitation-routes.ts';
import { joinRoutes } from './flows/join-routes.ts';
import { needRoutes } from './flows/need-routes.ts';
import { pathRoutes } from './flows/path-routes.ts';
import { payoutProviderRoutes } from './flows/payout-provider-routes.ts';
import { payoutConfirmRoutes } from './flows/payout-routes.ts';
import { playbookResultRoutes } from './flows/playbook-result-routes.ts';
import { portalProgrammeRoutes } from './flows/portal-programme-routes.ts';
import { portalInviteRoutes } from './flows/portal-routes.ts';
import { postbackDoorRoutes } from './flows/postback-routes.ts';
import { publishRoutes } from './flows/programme-routes.ts';
import { referralFormRoutes } from './flows/referral-form-routes.ts';
import { portalReferralRoutes, referralRoutes, referralSettingsRoutes } from './flows/referral-routes.ts';
import { retentionRoutes } from './flows/retention-routes.ts';
import { segmentRoutes } from './flows/segment-routes.ts';
import { stripeRoutes } from './flows/stripe-routes.ts';
import { type App, buildApp, type Routes } from './http/app.ts';
import type { Identity } from './http/authenticate.ts';
import type { Check } from './kernel/check.ts';
import { SCOPES } from './kernel/scopes.ts';
import { commissionRoutes } from './money/commissions/routes.ts';
import { debtRoutes } from './money/debts/routes.ts';
import { ledgerRoutes } from './money/ledger/routes.ts';
import { payoutDestinationRoutes, payoutRequestRoutes, payoutRoutes } from './money/payouts/routes.ts';
import { giftRoutes, ownRewardRoutes, rewardRoutes } from './money/rewards/routes.ts';
import { taxRoutes } from './money/tax/routes.ts';
import { domainRoutes } from './partners/domains/routes.ts';
import { enrolmentRoutes } from './partners/enrolments/routes.ts';
import { gateRoutes } from './partners/gates/routes.ts';
import { linkRoutes as partnerLinkRoutes } from './partners/links/routes.ts';
import { partnerRoutes } from './partners/partners/routes.ts';
import { postbackRoutes } from './partners/postbacks/routes.ts';
import { programmeRoutes } from './partners/programmes/routes.ts';
import { type Auth, makeAuth, SESSION_COOKIE } from './platform/auth.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import type { Ctx } from './platform/ctx.ts';
import { type Database, openDatabase } from './platform/database.ts';
import { requireRoom } from './platform/disk-space.ts';
import { fakeTransfers } from './platform/fake-transfers.ts';
import { makeJobs } from './platform/jobs.ts';
import { makeLog } from './platform/log.ts';
import { smtpMailer } from './platform/mail.ts';
import { migrate } from './platform/migrate.ts';
import { makeDb, makePool } from './platform/postgres.ts';
import { type Repeating, repeat } from './platform/repeat.ts';
import { stripeTransfers } from './platform/stripe-transfers.ts';
import { makeTokens } from './platform/token.ts';
import type { TransferProvider } from './platform/transfers.ts';
import { accountRoutes } from './reports/account-routes.ts';
import { askLearningRoutes } from './reports/ask-learning/routes.ts';
import { attributionReportRoutes } from './reports/attribution-routes.ts';
import { careRoutes } from './reports/care/routes.ts';
import { churnRoutes } from './reports/churn-routes.ts';
import { dataQualityRoutes } from './reports/data-quality/routes.ts';
import { leaderboardRoutes } from './reports/leaderboard-routes.ts';
import { partnerQualityRoutes } from './reports/partner-quality/routes.ts';
import { partnerRiskRoutes } from './reports/partner-risk/routes.ts';
import { partnerReportRoutes } from './reports/partner-routes.ts';
import { portalRoutes } from './reports/portal-routes.ts';
import { programmeSpendRoutes } from './reports/programme-spend.ts';
import { reconciliationRoutes } from './reports/reconciliation-routes.ts';
import { reportRoutes } from './reports/routes.ts';
import { scenarioReportRoutes } from './reports/scenarios/routes.ts';
import { statementRoutes } from './reports/statements/routes.ts';
import { successRoutes } from './reports/success/routes.ts';
import { survivalRoutes } from './reports/survival/routes.ts';
import { churnTrainingRoutes } from './success/churn/routes.ts';
import { healthRoutes } from './success/health/routes.ts';
import { outcomeRuleRoutes } from './success/outcome/routes.ts';
import { pathSearchRoutes } from './success/paths/routes.ts';
import { playbookRoutes } from './success/playbooks/routes.ts';

export type Product = {
  config: Config;
  database: Database;
  ctx(identity: Identity): Ctx;
  /** The context of commands and jobs: every scope, named in the audit as `name`. */
  systemCtx(name: string): Ctx;
  /** Opens the edge with it. */
  app(): Promise<App>;
  /** @throws before the app is opened */
  readonly edge: OpenEdge;
  startJobs(options: { work: boolean }): Promise<void>;
  stop(): Promise<void>;
};

/** The built web app, next to the source. */
export const WEB_DIR = join(import.meta.dirname, '../web/dist');

const DELIVER_EVERY_MS = 2_000;

export type Parts = { clock?: Clock; database?: Database };

/** The one place where things are constructed and wired. Opens the database and brings its schema up to date. */
export async function compose(config: Config, parts: Parts = {}): Promise<Product> {
  const log = makeLog(config.logLevel);
  const database = parts.database ?? (await openDatabase(config));
  await migrateOrClose(database);
  const { db } = database;
  const { secret, jobs, ctx, systemCtx } = makeBasics({ config, log, pool: database.pool, db, clock: parts.clock });
  const auth = makeAuth({ db, secret, publicUrl: config.publicUrl, log });
  const provider = openProvider(config);
  const mailer = config.smtp ? smtpMailer(config.smtp) : undefined;
  const deliver = () => deliverWebhooks(systemCtx('webhooks'), { toPrivate: config.webhooksToPrivate });
  let jobsStarted = false;
  let delivering: Repeating | undefined;
  let edge: OpenEdge | undefined;
  const room = database.rung === 'embedded' ? () => requireRoom(config.dataDir) : undefined;
  return {
    config,
    database,
    ctx,
    systemCtx,
    get edge() {
      if (edge) return edge;
      throw new Error('the edge is opened with the app');
    },
    async app() {
      edge = await openEdge({ config, systemCtx, pool: database.pool, webDir: WEB_DIR, mayStore: () => room?.() });
      return buildApp(
        {
          front: edge,
          identify: identifyCaller(auth, systemCtx),
          makeCtx: ctx,
          log,
          publicUrl: config.publicUrl,
          sessionCookie: SESSION_COOKIE,
          parts: { database: () => database.pool.query('select 1'), intake: () => edge?.check() },
          metricsToken: config.metricsToken,
          checkRoom: room,
          trustProxy: config.trustProxy,
          webDir: WEB_DIR,
        },
        [
          ...routes(auth, { ...config, provider }),
          doctorRoutes((caller) => examine(caller, { config, database, webDir: WEB_DIR })),
        ],
      );
    },
    async startJobs(options) {
      await jobs.start(jobBindings({ systemCtx, mailer, provider, toPrivate: config.webhooksToPrivate }), options);
      jobsStarted = true;
      if (options.work) delivering = repeat('sending webhooks', deliver, { everyMs: DELIVER_EVERY_MS, log });
    },
    async stop() {
      await delivering?.stop();
      await edge?.stop();
      if (jobsStarted) await jobs.stop();
      await database.close();
    },
  };
}

/** Examines an installation as it is: nothing is migrated, started or made. */
export async function inspect(config: Config): Promise<Check[]> {
  const database = await openDatabase(config);
  try {
    const log = makeLog('silent');
    const tokens = makeTokens(makeSecret());
    const actor = { kind: 'system', id: 'goodword doctor' } as const;
    const scopes = new Set(SCOPES);
    const jobs = makeJobs(database.pool, log);
    const { publicUrl } = config;
    const ctx: Ctx = { db: database.db, clock: systemClock, jobs, tokens, log, publicUrl, actor, scopes };
    return await examine(ctx, { config, database, webDir: WEB_DIR });
  } finally {
    await database.close();
  }
}

/** A database that cannot be used is let go of at once, with its folder lock. */
async function migrateOrClose(database: Database): Promise<void> {
  try {
    await migrate(database.pool);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** The API's OpenAPI document, without a database: every route is registered, none is run. */
export async function describeApi(): Promise<object> {
  const log = makeLog('silent');
  const db = makeDb(makePool({}));
  const publicUrl = 'http://localhost:4400';
  const refuse = () => Promise.reject(new Error('The API is only described here.'));
  const makeCtx = () => {
    throw new Error('The API is only described here.');
  };
  const auth = makeAuth({ db, secret: makeSecret(), publicUrl, log });
  const shell = { identify: refuse, makeCtx, log, publicUrl, sessionCookie: SESSION_COOKIE, parts: {} };
  const app = await buildApp(shell, [
    ...routes(auth, { dataDir: '', webhooksToPrivate: false, provider: undefined }),
    doctorRoutes(refuse),
  ]);
  await app.ready();
  const document = app.swagger();
  await app.close();
  return document;
}

type RouteSettings = Pick<Config, 'dataDir' | 'webhooksToPrivate'> & { provider: TransferProvider | undefined };

/** Who makes payouts through an interface; undefined: nobody. */
function openProvider({ payoutProvider, dataDir }: Config): TransferProvider | undefined {
  if (payoutProvider?.kind === 'stripe') return stripeTransfers(payoutProvider);
  return payoutProvider && fakeTransfers(join(dataDir, 'fake-provider'));
}

/** Every slice's routes, by name. */
function routes(auth: Auth, settings: RouteSettings): Routes[] {
  return [...customerDoors(auth, settings), ...moneyDoors(settings), ...partnerDoors(settings)];
}

/** Who may come in, what the company knows of its customers, and whom it asks. */
function customerDoors(auth: Auth, { dataDir, webhooksToPrivate }: RouteSettings): Routes[] {
  return [
    signInRoutes(auth),
    linkRoutes(auth),
    passwordRoutes(auth),
    memberRoutes,
    keyRoutes,
    webhookRoutes({ toPrivate: webhooksToPrivate }),
    messageRoutes,
    auditRoutes,
    viewRoutes,
    companyRoutes,
    retentionRoutes,
    eventRoutes,
    importRoutes(dataDir),
    dataQualityRoutes,
    mailRoutes,
    advocateRoutes,
    askRoutes,
    inviteRoutes,
    invitationRoutes,
    reportRoutes,
    accountRoutes,
    attributionReportRoutes,
    healthRoutes,
    healthStoryRoutes,
    churnRoutes,
    askLearningRoutes,
    exposureRoutes,
    partnerRiskRoutes,
    churnTrainingRoutes,
    needRoutes,
    pathRoutes,
    pathSearchRoutes,
    playbookRoutes,
    careRoutes,
    playbookResultRoutes,
    touchRoutes,
    healthModelRoutes,
    segmentRoutes,
    outcomeRuleRoutes,
    successRoutes,
  ];
}

function moneyDoors({ provider }: RouteSettings): Routes[] {
  return [
    ledgerRoutes,
    commissionRoutes,
    rewardRoutes,
    giftRoutes,
    ownRewardRoutes,
    giftAddressRoutes,
    reconciliationRoutes,
    payoutRoutes,
    payoutDestinationRoutes,
    payoutRequestRoutes,
    taxRoutes,
    statementRoutes,
    survivalRoutes,
    partnerQualityRoutes,
    debtRoutes,
    payoutConfirmRoutes,
    payoutProviderRoutes(provider),
  ];
}

/** Programmes, partners, and the doors through which what they bring arrives. */
function partnerDoors({ webhooksToPrivate }: RouteSettings): Routes[] {
  return [
    portalInviteRoutes,
    programmeRoutes,
    publishRoutes,
    scenarioReportRoutes,
    scenarioRoutes,
    draftTermsRoutes,
    enrolmentRoutes,
    earningRoutes,
    gateRoutes,
    applicationRoutes,
    programmeSpendRoutes,
    leaderboardRoutes,
    joinRoutes,
    portalProgrammeRoutes,
    partnerRoutes,
    partnerLinkRoutes,
    domainRoutes,
    referralRoutes,
    referralSettingsRoutes,
    portalReferralRoutes,
    referralFormRoutes,
    partnerReportRoutes,
    portalRoutes,
    conversionRoutes,
    stripeRoutes,
    dubRoutes,
    postbackRoutes({ toPrivate: webhooksToPrivate }),
    postbackDoorRoutes,
  ];
}
