import type { Ctx } from '../platform/ctx.ts';
import type { JobBinding } from '../platform/jobs.ts';
import { firePostbacks, type Reach } from './fire-postbacks.ts';

const NAME = 'fire-postbacks';
const ROUNDS_AT_MOST = 100;

/** Every minute: networks are told what became of their referrals. */
export function postbackJobs(systemCtx: (name: string) => Ctx, reach: Reach): JobBinding[] {
  return [
    {
      name: NAME,
      cron: '* * * * *',
      handler: async () => {
        for (let round = 0; round < ROUNDS_AT_MOST; round += 1)
          if (!(await firePostbacks(systemCtx(NAME), reach))) return;
      },
    },
  ];
}
