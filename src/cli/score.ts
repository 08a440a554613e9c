import { type BacktestView, backtestHealth, showBacktest } from '../flows/backtest-health.ts';
import { scoreAccounts } from '../flows/score-accounts.ts';
import { formatPercent } from '../kernel/percent.ts';
import { type AddCommand, printJson, withProduct } from './command.ts';

/** `goodword score` scores every active account; `goodword backtest` tests the score against the past. */
export const addScore: AddCommand = (program) => {
  program
    .command('score')
    .description('score the health of every active account from the facts there are')
    .option('--json', 'print one JSON document')
    .action(score);
  program
    .command('backtest')
    .description('test whether health scores of the past told who would leave')
    .option('--json', 'print one JSON document')
    .action(backtest);
};

async function score(options: { json?: boolean }): Promise<void> {
  const summary = await withProduct((product) => scoreAccounts(product.systemCtx('goodword score')));
  if (options.json) return printJson(summary);
  const { scored, changed, ended } = summary.health;
  const { accounts, people, ready } = summary.readiness;
  process.stdout.write(
    [
      `Data until ${summary.data_until}`,
      `Health: ${scored} accounts scored, ${changed} changed, ${ended} left.`,
      `Readiness: ${accounts} accounts and ${people} people scored, ${ready} ready.\n`,
    ].join('\n'),
  );
}

async function backtest(options: { json?: boolean }): Promise<void> {
  const result = await withProduct((product) => backtestHealth(product.systemCtx('goodword backtest')));
  const shown = showBacktest(result);
  if (options.json) printJson(shown);
  else process.stdout.write(backtestTable(shown));
}

function percent(share: number | null): string {
  return share === null ? '–' : formatPercent(share, { exactly: 1 });
}

/** The verdict first, then observed churn by band. */
export function backtestTable(shown: BacktestView): string {
  const result = shown.results[shown.judged_by];
  const bands = result.bands.map(
    (one) =>
      `${one.band.padEnd(8)}${percent(one.rate).padStart(9)}  (${percent(one.low)} to ${percent(one.high)})  n=${one.n}`,
  );
  const seen = `${result.snapshots} months, ${result.accounts} accounts, ${result.churned_accounts} churned`;
  return `${shown.sentence}\n${shown.judged_by_reason}\n${seen}\n\nChurn within ${shown.horizon_days} days, by band\n${bands.join('\n')}\n`;
}
