import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { batchParams, batchView, confirmBody } from '../money/payouts/schema.ts';
import { showBatch } from '../money/payouts/verbs/read-batches.ts';
import { confirmPayoutBatch } from './run-payout.ts';

export const payoutConfirmRoutes: Routes = (app) => {
  app.post(
    '/v1/payout-batches/:id/confirm',
    {
      schema: {
        tags: ['Payouts'],
        summary: 'Tell what the bank answered: everything paid, or payout by payout',
        params: batchParams,
        body: confirmBody,
        response: { 200: batchView },
      },
      config: { access: 'payouts:write' },
    },
    async (request) => {
      await confirmPayoutBatch(ctxOf(request), { id: request.params.id, answers: request.body });
      return showBatch(ctxOf(request), request.params.id);
    },
  );
};
