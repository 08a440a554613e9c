import { formatPercent } from '../kernel/percent.ts';
import { channelSuccess } from '../reports/success/channels.ts';
import { type OutcomePreview, previewOutcome } from '../reports/success/preview.ts';
import { ruleInForce } from '../reports/success/rule.ts';
import { type SuccessTraits, successTraits } from '../reports/success/traits.ts';
import { type AddCommand, printJson, withProduct } from './command.ts';

/** `goodword outcome`: which customers succeed, why others do not, and what those who do have in common. */
export const addOutcome: AddCommand = (program) => {
  program
    .command('outcome')
    .description('how many customers succeed, why others do not, and which traits and channels go with success')
    .option('--json', 'print one JSON document')
    .action(showOutcome);
};

async function showOutcome(options: { json?: boolean }): Promise<void> {
  await withProduct(async (product) => {
    const ctx = product.systemCtx('goodword outcome');
    const outcome = await previewOutcome(ctx, await ruleInForce(ctx));
    const traits = await successTraits(ctx);
    const channels = await channelSuccess(ctx);
    if (options.json) printJson({ outcome, traits, channels });
    else process.stdout.write(outcomeTable({ outcome, traits, channels }));
  });
}

type Shown = {
  outcome: Pick<OutcomePreview, 'on' | 'sentence' | 'succeeded' | 'failed' | 'too_young' | 'share' | 'reasons'>;
  traits: { answer: string; items: readonly Pick<SuccessTraits['items'][number], 'verdict' | 'sentence'>[] };
  channels: { answer: string };
};

/** The answer first, then why the others did not succeed, then what goes with success as far as it is confirmed. */
export function outcomeTable({ outcome, traits, channels }: Shown): string {
  const { on, sentence, succeeded, failed, too_young, share, reasons } = outcome;
  const range = share ? ` (${formatPercent(share.low)} to ${formatPercent(share.high)})` : '';
  const judged = `${succeeded} of ${succeeded + failed} customers that can be judged succeeded${range}; ${too_young} are too young to tell.`;
  const confirmed = traits.items.filter(({ verdict }) => verdict === 'confirmed');
  const lines = [
    `Data until ${on}`,
    '',
    sentence,
    judged,
    ...(reasons.length > 0 ? ['', 'Why others did not:'] : []),
    ...reasons.map(({ reason, accounts }) => `${String(accounts).padStart(6)}  ${reason}`),
    '',
    `Traits: ${traits.answer}`,
    ...confirmed.map((one) => `  - ${one.sentence}`),
    `Channels: ${channels.answer}`,
  ];
  return `${lines.join('\n')}\n`;
}
