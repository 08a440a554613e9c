import { z } from 'zod';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { batchView } from '../money/payouts/schema.ts';
import { showBatch } from '../money/payouts/verbs/read-batches.ts';
import { type Ctx, requireScope } from '../platform/ctx.ts';
import type { TransferProvider } from '../platform/transfers.ts';
import { askAgain } from './pay-by-provider.ts';

const tags = ['Payouts'];
const params = z.object({ id: z.string().max(40).describe('The payout, po_…') });
const providerView = z.object({
  provider: z.enum(['stripe', 'fake']).nullable().describe('null: none is connected; fake pays nobody'),
});

/** Who pays through an interface, and asking it what became of a payout. */
export function payoutProviderRoutes(provider: TransferProvider | undefined): Routes {
  return (app) => {
    app.get(
      '/v1/payout-provider',
      {
        schema: { tags, summary: 'Who makes payouts of the rail "provider"', response: { 200: providerView } },
        config: { access: 'money:read' },
      },
      (request) => describeProvider(ctxOf(request), provider),
    );
    app.post(
      '/v1/payouts/:id/ask',
      {
        schema: {
          tags,
          summary: 'Ask the provider what became of a payout of unknown outcome, under the same key',
          params,
          response: { 200: batchView },
        },
        config: { access: 'payouts:write' },
      },
      async (request) => {
        const batchId = await askAgain(ctxOf(request), provider, request.params.id);
        return showBatch(ctxOf(request), batchId);
      },
    );
  };
}

function describeProvider(ctx: Ctx, provider: TransferProvider | undefined): z.infer<typeof providerView> {
  requireScope(ctx, 'money:read');
  return { provider: (provider?.name as 'stripe' | 'fake' | undefined) ?? null };
}
