import { AppError } from '../kernel/errors.ts';
import type { CommissionView } from '../money/commissions/schema.ts';
import { listCommissions } from '../money/commissions/verbs/read-commissions.ts';
import { listLedgerAccounts } from '../money/ledger/service.ts';
import { findDecision } from '../partners/attribution/verbs/attribute.ts';
import { findInvoiceEvent } from '../partners/attribution/verbs/receive-event.ts';
import { settableClock } from '../platform/clock.ts';
import { type Ctx, inTransaction, requireScope } from '../platform/ctx.ts';
import { type Scenario, type ScenarioEvent, type ScenarioFile, scenarioSchema } from './replay-format.ts';
import { deliver, type Stage, type StageCtx, setStage } from './replay-stage.ts';

export type ScenarioResult = {
  id: string;
  title: string;
  result: 'passed' | 'failed' | 'unsupported';
  /** What differs from what the scenario expects, or what of it is not run. */
  differences: string[];
};

/** Plays every scenario of a file through the real flows and store; each is undone afterwards. */
export async function replayFile(ctx: Ctx, file: ScenarioFile): Promise<ScenarioResult[]> {
  requireScope(ctx, 'settings:write');
  const results: ScenarioResult[] = [];
  for (const { id, title, ...given } of file.scenarios) {
    const settings = { ...file.defaults.settings, ...given.settings };
    const parsed = scenarioSchema.safeParse({ ...given, settings, partners: given.partners ?? file.defaults.partners });
    if (parsed.success) results.push({ id, title, ...(await playScenario(ctx, parsed.data)) });
    else results.push({ id, title, result: 'unsupported', differences: unsupported(parsed.error.issues) });
  }
  return results;
}

function unsupported(issues: readonly { path: PropertyKey[]; message: string }[]): string[] {
  return issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

/** Carries the outcome out of the transaction that is rolled back. */
class Played extends Error {
  readonly differences: string[];

  constructor(differences: string[]) {
    super('played');
    this.differences = differences;
  }
}

async function playScenario(ctx: Ctx, scenario: Scenario): Promise<Pick<ScenarioResult, 'result' | 'differences'>> {
  requireScope(ctx, 'settings:write');
  try {
    return await inTransaction(ctx, async (inner) => {
      throw new Played(await play(inner, scenario));
    });
  } catch (error) {
    if (error instanceof Played)
      return { result: error.differences.length ? 'failed' : 'passed', differences: error.differences };
    if (error instanceof AppError) return { result: 'failed', differences: [error.message] };
    throw error;
  }
}

async function play(ctx: Ctx, scenario: Scenario): Promise<string[]> {
  const order = scenario.events.map((event, index) => ({ event, index, at: receivedAt(event) }));
  order.sort((a, b) => a.at.getTime() - b.at.getTime() || a.index - b.index);
  const first = Math.min(...scenario.events.map(({ at }) => Date.parse(at)));
  const clock = settableClock(new Date(first));
  const staged: StageCtx = { ...ctx, clock };
  const stage = await setStage(staged, scenario);
  const eventIds = new Set<string>();
  for (const { event, at } of order) {
    clock.set(at);
    const answer = await deliver(staged, stage, event);
    if (event.type === 'signup' || event.type === 'invoice_paid') eventIds.add((answer as { id: string }).id);
  }
  return compare(staged, stage, scenario, [...eventIds]);
}

function receivedAt(event: ScenarioEvent): Date {
  return new Date(event.received_at ?? event.at);
}

async function compare(ctx: Ctx, stage: Stage, { expect }: Scenario, eventIds: string[]): Promise<string[]> {
  return [
    ...(expect.commissions ? await compareCommissions(ctx, stage, expect.commissions) : []),
    ...(await compareUnattributed(ctx, expect.unattributed ?? [])),
    ...(await compareFlags(ctx, expect.flags, eventIds)),
    ...(await compareBalances(ctx, stage, expect.balances ?? {})),
  ];
}

type ExpectedCommission = NonNullable<Scenario['expect']['commissions']>[number];

async function compareCommissions(ctx: Ctx, stage: Stage, expected: ExpectedCommission[]): Promise<string[]> {
  const { items } = await listCommissions(ctx, { page: 1, per_page: 10_000, sort: 'earned_at', order: 'asc' });
  const earned = items.filter(({ state }) => state !== 'refused');
  const differences = expected.flatMap((wanted) => {
    const partnerId = stage.partners.get(wanted.partner)?.id;
    const found = earned.find(
      ({ partner, invoice }) => partner.id === partnerId && invoice?.external_id === wanted.invoice,
    );
    return found ? compareCommission(wanted, found) : [`no commission of ${wanted.partner} for ${wanted.invoice}`];
  });
  if (earned.length <= expected.length) return differences;
  return [...differences, `${earned.length} commissions instead of ${expected.length}`];
}

function compareCommission(wanted: ExpectedCommission, found: CommissionView): string[] {
  const instant = (text: string | undefined) => (text === undefined ? undefined : new Date(text).toISOString());
  const pairs: [string, unknown, unknown][] = [
    ['gross', wanted.gross, found.gross_minor],
    ['net', wanted.net, found.net_minor],
    ['state', wanted.state, found.state],
    ['currency', wanted.currency, found.currency],
    ['available_at', instant(wanted.available_at), instant(found.available_at)],
  ];
  return pairs
    .filter(([, want, got]) => want !== undefined && want !== got)
    .map(([key, want, got]) => `${wanted.partner}/${wanted.invoice}: ${key} is ${got}, not ${want}`);
}

async function compareUnattributed(ctx: Ctx, invoices: string[]): Promise<string[]> {
  const states = await Promise.all(
    invoices.map(async (invoice) => (await findInvoiceEvent(ctx, 'api', invoice))?.state),
  );
  return invoices.filter((_, index) => states[index] === 'decided').map((invoice) => `${invoice} is credited`);
}

async function compareFlags(ctx: Ctx, expected: string[] | undefined, eventIds: string[]): Promise<string[]> {
  if (!expected) return [];
  const decisions = await Promise.all(eventIds.map((id) => findDecision(ctx, id)));
  const raised = new Set(decisions.flatMap((decision) => decision?.flags ?? []));
  const missing = expected.filter((flag) => !raised.has(flag)).map((flag) => `the flag ${flag} is not raised`);
  const extra = [...raised].filter((flag) => !expected.includes(flag)).map((flag) => `the flag ${flag} is raised`);
  return [...missing, ...extra];
}

type Balances = NonNullable<Scenario['expect']['balances']>;

async function compareBalances(ctx: Ctx, stage: Stage, expected: Balances): Promise<string[]> {
  const differences: string[] = [];
  for (const [name, balances] of Object.entries(expected)) {
    const owner_id = stage.partners.get(name)?.id ?? '';
    const { items } = await listLedgerAccounts(ctx, { owner_id, currency: stage.currency, page: 1, per_page: 100 });
    for (const [kind, wanted] of Object.entries(balances)) {
      const found = items.find((account) => account.kind === `partner.${kind}`)?.balance_minor ?? 0;
      if (found !== wanted) differences.push(`${name}: ${kind} is ${found}, not ${wanted}`);
    }
  }
  return differences;
}
