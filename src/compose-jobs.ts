import { forgetOldMessages } from './access/webhooks/verbs/deliver.ts';
import { EXPIRE_ASKS } from './advocacy/asks/model.ts';
import { expireAsks } from './advocacy/asks/service.ts';
import { forgetQuarantined } from './customers/events/verbs/quarantine.ts';
import { decideAccountAgain } from './flows/decide-again.ts';
import { followAccounts } from './flows/follow-path.ts';
import { tendFirehoses } from './flows/keep-firehoses.ts';
import { matureAllCommissions } from './flows/mature-commissions.ts';
import { payoutJobs } from './flows/payout-jobs.ts';
import { postbackJobs } from './flows/postback-jobs.ts';
import { reconcileRewards } from './flows/reconcile-rewards.ts';
import { scoreAccounts } from './flows/score-accounts.ts';
import { SCORE_CHANGED, scoreChanged } from './flows/score-changed.ts';
import { runTraining, tendChurn } from './flows/score-churn.ts';
import { runPathSearch } from './flows/search-paths.ts';
import { REMIND_REFERRALS, remindOfReferrals } from './flows/settle-referral.ts';
import { suggestNeeds } from './flows/suggest-needs.ts';
import { CREDIT_LATE } from './flows/take-clicks.ts';
import { tendRewards } from './flows/tend-rewards.ts';
import { WATCH_HEALTH, watchHealth } from './flows/watch-health.ts';
import { MATURE_COMMISSIONS } from './money/commissions/jobs.ts';
import { RECONCILE_REWARDS, TEND_REWARDS } from './money/rewards/jobs.ts';
import { EXPIRE_PARKED } from './partners/attribution/jobs.ts';
import { expireParked } from './partners/attribution/verbs/expire-parked.ts';
import { issueFees } from './partners/gates/verbs/fees.ts';
import type { Ctx } from './platform/ctx.ts';
import type { JobBinding } from './platform/jobs.ts';
import { type Mailer, SEND_MAIL, sendQueuedMail } from './platform/mail.ts';
import type { TransferProvider } from './platform/transfers.ts';
import { SCORE_CHURN, TRAIN_CHURN, type TrainChurnPayload } from './success/churn/jobs.ts';
import { FOLLOW_PATH, SEARCH_PATHS, type SearchPathsPayload } from './success/paths/jobs.ts';

type JobDeps = {
  systemCtx(name: string): Ctx;
  mailer: Mailer | undefined;
  provider: TransferProvider | undefined;
  /** Whether webhooks may go to this machine and to private networks. */
  toPrivate: boolean;
};

/** Every job, by name, run as the system. */
export function jobBindings({ systemCtx, mailer, provider, toPrivate }: JobDeps): JobBinding[] {
  return [
    ...payoutJobs(systemCtx, provider),
    ...postbackJobs(systemCtx, { toPrivate }),
    {
      name: 'forget-webhook-messages',
      cron: '29 4 * * *',
      handler: async () => void (await forgetOldMessages(systemCtx('forget-webhook-messages'))),
    },
    {
      name: SEND_MAIL,
      handler: (job: { mail_id: string }) => sendQueuedMail(systemCtx(SEND_MAIL), mailer, job.mail_id),
    },
    {
      ...MATURE_COMMISSIONS,
      handler: async () => {
        await matureAllCommissions(systemCtx(MATURE_COMMISSIONS.name));
      },
    },
    {
      name: CREDIT_LATE,
      handler: (job: { account: string }) => decideAccountAgain(systemCtx(CREDIT_LATE), job.account),
    },
    { ...TEND_REWARDS, handler: () => tendRewards(systemCtx(TEND_REWARDS.name)) },
    {
      ...RECONCILE_REWARDS,
      handler: async () => void (await reconcileRewards(systemCtx(RECONCILE_REWARDS.name))),
    },
    {
      ...EXPIRE_PARKED,
      handler: async () => void (await expireParked(systemCtx(EXPIRE_PARKED.name))),
    },
    {
      ...REMIND_REFERRALS,
      handler: async () => void (await remindOfReferrals(systemCtx(REMIND_REFERRALS.name))),
    },
    ...customerJobs(systemCtx),
  ];
}

/** What is known and concluded of customers, kept fresh and kept small. */
function customerJobs(systemCtx: JobDeps['systemCtx']): JobBinding[] {
  return [
    {
      name: 'tend-firehoses',
      cron: '11 2 * * *',
      handler: async () => void (await tendFirehoses(systemCtx('tend-firehoses'))),
    },
    {
      name: 'forget-events',
      cron: '41 4 * * *',
      handler: async () => void (await forgetQuarantined(systemCtx('forget-events'))),
    },
    {
      name: 'issue-fees',
      cron: '7 * * * *',
      handler: async () => void (await issueFees(systemCtx('issue-fees'))),
    },
    {
      name: 'score-accounts',
      cron: '43 3 * * *',
      handler: async () => void (await scoreAccounts(systemCtx('score-accounts'))),
    },
    { ...SCORE_CHANGED, handler: async () => void (await scoreChanged(systemCtx(SCORE_CHANGED.name))) },
    { ...SCORE_CHURN, handler: () => tendChurn(systemCtx(SCORE_CHURN.name)) },
    {
      name: TRAIN_CHURN,
      handler: ({ training_id }: TrainChurnPayload) => runTraining(systemCtx(TRAIN_CHURN), training_id),
    },
    {
      name: 'suggest-needs',
      cron: '57 3 * * *',
      handler: async () => void (await suggestNeeds(systemCtx('suggest-needs'))),
    },
    {
      name: SEARCH_PATHS,
      handler: ({ search_id }: SearchPathsPayload) => runPathSearch(systemCtx(SEARCH_PATHS), search_id),
    },
    {
      ...FOLLOW_PATH,
      handler: async () => void (await followAccounts(systemCtx(FOLLOW_PATH.name))),
    },
    {
      ...WATCH_HEALTH,
      handler: async () => void (await watchHealth(systemCtx(WATCH_HEALTH.name))),
    },
    {
      name: EXPIRE_ASKS,
      cron: '17 * * * *',
      handler: async () => void (await expireAsks(systemCtx(EXPIRE_ASKS))),
    },
  ];
}
