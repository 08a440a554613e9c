import { z } from 'zod';
import type { Routes } from '../http/app.ts';
import { ctxOf } from '../http/authenticate.ts';
import { setEarning } from '../partners/enrolments/verbs/set-earning.ts';
import { checkEarning } from '../partners/programmes/rules/check-terms.ts';
import { earningSchema } from '../partners/programmes/schema.ts';

const ownEarning = z.strictObject({
  earning: earningSchema.nullable().describe("In place of every rate of the terms; null: the terms' again"),
});

export const earningRoutes: Routes = (app) => {
  app.put(
    '/v1/programmes/:id/enrolments/:partner_id/earning',
    {
      schema: {
        tags: ['Programmes'],
        summary: "Give one partner its own rate in place of the terms' rates",
        params: z.object({ id: z.string().max(40), partner_id: z.string().max(40) }),
        body: ownEarning,
        response: { 200: ownEarning },
      },
      config: { access: 'programmes:write' },
    },
    async (request) => {
      const { id: programme_id, partner_id } = request.params;
      const { earning } = request.body;
      if (earning) checkEarning(earning, 'earning');
      await setEarning(ctxOf(request), { programme_id, partner_id }, earning);
      return request.body;
    },
  );
};
