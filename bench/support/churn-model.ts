import type { Ctx } from '../../src/platform/ctx.ts';
import { churnSnapshot } from '../../src/reports/churn-snapshot.ts';
import { companyFacts } from '../../src/reports/company.ts';
import { dataTime } from '../../src/reports/data-time.ts';
import { trainChurn } from '../../src/success/churn/rules/train.ts';
import { recordChurnModel } from '../../src/success/churn/service.ts';
import { seededNumbers } from './seeded.ts';

const LEARNED_FROM = 3_000;

/** Puts a model in force that was learned from some of the present accounts, of whom the less active were made to leave. */
export async function putChurnModel(ctx: Ctx): Promise<void> {
  const { on } = await dataTime(ctx);
  const snapshot = await churnSnapshot(ctx, await companyFacts(ctx), on);
  const draw = seededNumbers(1);
  const step = Math.max(1, Math.floor(snapshot.accountIds.length / LEARNED_FROM));
  const kept = snapshot.accountIds.flatMap((_, row) => (row % step === 0 ? [row] : []));
  const columns = snapshot.columns.map(({ key, values }) => ({ key, values: kept.map((row) => values[row] ?? null) }));
  const active = columns.find(({ key }) => key === 'active_days')?.values ?? [];
  const rows = kept.map((row, at) => ({
    accountId: snapshot.accountIds[row] as string,
    on: null,
    churned: draw() < 0.9 - Number(active[at]) / 40,
    group: snapshot.accountIds[row] as string,
  }));
  const data = { horizonDays: 90 as const, basis: 'history' as const, rows, columns, refused: [] };
  const training = trainChurn(data);
  if (!training.parameters) throw new Error(`The model for the bench came to: ${training.outcome}`);
  const { outcome, quality, challenger, parameters, features, refused, seed, accounts } = training;
  await recordChurnModel(ctx, {
    parameters,
    card: {
      outcome,
      horizon_days: 90,
      basis: 'history',
      churn_definition: 'subscriptions',
      data_until: on,
      data_hash: 'bench',
      seed,
      rows: rows.length,
      accounts,
      churned_accounts: training.churnedAccounts,
      churned_accounts_needed: 50,
      shared_groups: 0,
      trained_on: null,
      tested_on: null,
      features,
      refused,
      chosen: parameters.fitted.kind,
      quality,
      challenger,
      base_rate: parameters.baseRate,
    },
  });
}
