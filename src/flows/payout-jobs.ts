import type { Ctx } from '../platform/ctx.ts';
import type { JobBinding } from '../platform/jobs.ts';
import type { TransferProvider } from '../platform/transfers.ts';
import { payByProvider } from './pay-by-provider.ts';

/** What payouts do by themselves. Each may run twice, or end at any moment. */
export function payoutJobs(systemCtx: (name: string) => Ctx, provider: TransferProvider | undefined): JobBinding[] {
  if (!provider) return [];
  return [
    {
      name: 'pay-by-provider',
      cron: '* * * * *',
      handler: async () => void (await payByProvider(systemCtx('pay-by-provider'), provider)),
    },
  ];
}
