import { putChannelCosts } from '../customers/company/service.ts';
import { addMonthsToDate } from '../kernel/time.ts';
import { seededRandom } from '../stats/random.ts';
import { CURRENCY } from './billing.ts';
import type { Channel } from './population.ts';
import type { Stage } from './stage.ts';

const MONTHS = 15;

/** What a month of each channel costs about, in cents: paid ads are dear, what customers tell each other is nearly free. */
const MONTHLY: Record<Channel, number> = {
  search: 4_400_000,
  content: 3_200_000,
  'paid ads': 8_600_000,
  events: 2_600_000,
  outbound: 4_800_000,
  'word of mouth': 400_000,
  partner: 600_000,
};

/** Sales and marketing cost of the last months by channel, a tenth up or down; draws of its own, so that lives stay. */
export async function spendOnChannels({ ctx, stamp }: Stage): Promise<void> {
  const random = seededRandom(18);
  const months = Array.from({ length: MONTHS }, (_, ago) => addMonthsToDate(stamp.today, -ago).slice(0, 7));
  const costs = months.flatMap((month) =>
    Object.entries(MONTHLY).map(([channel, minor]) => ({
      month,
      channel,
      currency: CURRENCY,
      amount_minor: Math.round((minor * (0.9 + 0.2 * random())) / 10_000) * 10_000,
    })),
  );
  await putChannelCosts(ctx, { costs });
}
