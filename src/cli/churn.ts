import { trainAndScore } from '../flows/score-churn.ts';
import { AppError } from '../kernel/errors.ts';
import { formatMoney } from '../kernel/money.ts';
import { cardInWords, churnOutlook } from '../reports/churn-outlook.ts';
import { listRisks, type RiskRow } from '../reports/churn-risks.ts';
import type { CardView, Outlook } from '../reports/churn-schema.ts';
import { HORIZONS, type Horizon } from '../success/churn/model.ts';
import { activeChurnModel } from '../success/churn/service.ts';
import { type AddCommand, printJson, withProduct } from './command.ts';

type Options = { train?: boolean; horizon: string; json?: boolean };

const SHOWN = 10;

/** `goodword churn` says who may leave; with `--train` it learns that first. */
export const addChurn: AddCommand = (program) => {
  program
    .command('churn')
    .description('who may leave, how sure that is, and why')
    .option('--train', 'train the model again from everything known, and score everybody')
    .option('--horizon <days>', 'so many days ahead: 30, 90 or 180', '90')
    .option('--json', 'print one JSON document')
    .action(churn);
};

function readHorizon(text: string): Horizon {
  const found = HORIZONS.find((horizon) => String(horizon) === text);
  if (found) return found;
  throw new AppError('bad_request', `A forecast looks 30, 90 or 180 days ahead, not ${text}.`, { field: 'horizon' });
}

async function churn(options: Options): Promise<void> {
  const horizon = readHorizon(options.horizon);
  await withProduct(async (product) => {
    const ctx = product.systemCtx('goodword churn');
    if (options.train) await trainAndScore(ctx, horizon, { onProgress: showProgress() });
    const model = await activeChurnModel(ctx, horizon);
    const card = model ? cardInWords(model) : null;
    const outlook = await churnOutlook(ctx, horizon);
    const query = { horizon_days: horizon, sort: 'risk', order: 'desc', page: 1, per_page: SHOWN } as const;
    const { items } = await listRisks(ctx, query);
    if (options.json) printJson({ outlook, model: card, at_risk: items });
    else process.stdout.write(churnTable({ outlook, card, items }));
  });
}

function showProgress(): ((share: number) => void) | undefined {
  if (!process.stderr.isTTY) return undefined;
  return (share) => process.stderr.write(`\r${share < 1 ? `training ${Math.floor(share * 100)} %` : ''}\u001b[K`);
}

type Shown = { outlook: Outlook; card: CardView | null; items: readonly RiskRow[] };

/** The answer first, then how good it is, what was refused, and who is most at risk. */
export function churnTable({ outlook, card, items }: Shown): string {
  const lines = [outlook.sentence];
  if (outlook.needed.length > 0) lines.push('What would be needed:', ...outlook.needed.map((one) => `  - ${one}`));
  if (card) lines.push(...qualityLines(card), ...refusedLines(card));
  if (outlook.drift) lines.push(`Drift: ${outlook.drift.sentence}`);
  if (items.length > 0) lines.push(...riskLines(outlook, items));
  return `${lines.join('\n')}\n`;
}

type Measured = { value: number; low: number; high: number };
const measured = ({ value, low, high }: Measured) => `${value.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)})`;

function qualityLines({ quality, challenger, chosen, features, data_hash, seed }: CardView): string[] {
  if (!quality) return [];
  return [
    '',
    `Tested on ${quality.rows} forecasts of ${quality.accounts} accounts, ${quality.churned} of them of leavers (${quality.kind})`,
    `AUC                ${measured(quality.auc)}   by fold ${quality.fold_aucs.map((auc) => auc.toFixed(3)).join(' ')}`,
    `Average precision  ${measured(quality.average_precision)}`,
    `Brier              ${measured(quality.brier)}   always saying the mean: ${quality.brier_of_mean.toFixed(3)}`,
    `Calibration error  ${measured(quality.calibration_error)}`,
    `Lift of top tenth  ${measured(quality.lift_top_decile)}`,
    ...(challenger ? [challenger.sentence] : []),
    ...(chosen
      ? [
          `Told by: ${features
            .slice(0, 6)
            .map(({ name }) => name)
            .join(', ')}`,
        ]
      : []),
    `Data ${data_hash.slice(0, 12)}, seed ${seed}`,
  ];
}

function refusedLines({ refused }: CardView): string[] {
  return refused.length === 0 ? [] : ['', ...refused.map(({ reason }) => reason)];
}

function riskLines({ exposed }: Outlook, items: readonly RiskRow[]): string[] {
  const money = (minor: number) => (exposed.currency ? formatMoney(minor, exposed.currency) : '');
  const head =
    exposed.mrr_minor > 0
      ? `${exposed.high} accounts at high risk pay ${money(exposed.high_mrr_minor)} a month; expected loss ${money(exposed.expected_loss_minor)} of ${money(exposed.mrr_minor)}`
      : `${exposed.high} of ${exposed.accounts} accounts are at high risk`;
  const rows = items.map(
    ({ risk, name, reasons }) =>
      `${`${Math.round(risk * 100)} %`.padStart(6)}  ${name}  ${reasons.find(({ direction }) => direction === 'raises')?.reason ?? ''}`,
  );
  return ['', head, ...rows];
}
