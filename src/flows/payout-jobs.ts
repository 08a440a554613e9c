import { writeOffOldDebts } from '../money/debts/service.ts';
import { preparePayouts } from '../money/payouts/verbs/prepare-payouts.ts';
import { prepareRequested } from '../money/payouts/verbs/prepare-requested.ts';
import type { Ctx } from '../platform/ctx.ts';
import type { JobBinding } from '../platform/jobs.ts';
import type { TransferProvider } from '../platform/transfers.ts';
import { payByProvider } from './pay-by-provider.ts';

/** What payouts do by themselves. Each may run twice, or end at any moment. */
export function payoutJobs(systemCtx: (name: string) => Ctx, provider: TransferProvider | undefined): JobBinding[] {
  const byProvider: JobBinding[] = provider
    ? [
        {
          name: 'pay-by-provider',
          cron: '* * * * *',
          handler: async () => void (await payByProvider(systemCtx('pay-by-provider'), provider)),
        },
      ]
    : [];
  return [
    ...byProvider,
    {
      // Hourly, because midnight comes to each programme's zone at another hour.
      name: 'prepare-payouts',
      cron: '23 * * * *',
      handler: async () => {
        await preparePayouts(systemCtx('prepare-payouts'));
        await prepareRequested(systemCtx('prepare-payouts'));
      },
    },
    {
      name: 'write-off-debts',
      cron: '41 4 * * *',
      handler: async () => void (await writeOffOldDebts(systemCtx('write-off-debts'))),
    },
  ];
}
