import { accountIds } from '../customers/accounts/service.ts';
import { invoiceDays, subscriptionAccounts } from '../customers/billing/service.ts';
import type { ExchangeRate } from '../customers/company/model.ts';
import { toReporting } from '../customers/company/rules.ts';
import type { Entity, EntityMapping } from '../customers/imports/model.ts';
import type { Facts } from '../customers/imports/rules/shape.ts';
import { personIds } from '../customers/people/service.ts';
import { surveyIds } from '../customers/surveys/service.ts';
import { DAY_MS } from '../kernel/time.ts';
import { type Ctx, newId } from '../platform/ctx.ts';

export type NewSurvey = {
  id: string;
  source: string;
  external_id: string;
  kind: string;
  title: string;
  created_at: Date;
};

/** What rows of a source refer to, by the ids the source uses. Grows with the customers, not with the rows. */
export type References = {
  source: string;
  accounts: Map<string, string>;
  subscriptions: Map<string, string>;
  people: Map<string, { id: string; account_id: string | null }>;
  invoices: Map<string, { id: string; issued_on: string }>;
  surveys: Map<string, string>;
  newSurveys: NewSurvey[];
};

const NEEDS: Record<Entity, { subscriptions?: true; people?: true; invoices?: true; surveys?: true }> = {
  accounts: {},
  people: { people: true },
  subscriptions: { subscriptions: true },
  invoices: { invoices: true },
  refunds: { invoices: true },
  usage: { subscriptions: true },
  tickets: { people: true },
  survey_answers: { people: true, surveys: true },
  churn_events: {},
};

/** Reads what the entities of a file refer to. */
export async function readReferences(ctx: Ctx, source: string, entities: readonly Entity[]): Promise<References> {
  const needs = entities.map((entity) => NEEDS[entity]);
  const some = (what: 'subscriptions' | 'people' | 'invoices' | 'surveys') => needs.some((need) => need[what]);
  return {
    source,
    accounts: await accountIds(ctx, source),
    subscriptions: some('subscriptions') ? await subscriptionAccounts(ctx, source) : new Map(),
    people: some('people') ? await personIds(ctx, source) : new Map(),
    invoices: some('invoices') ? await invoiceDays(ctx, source) : new Map(),
    surveys: some('surveys') ? await surveyIds(ctx, source) : new Map(),
    newSurveys: [],
  };
}

export type Money = { currency: string | undefined; reportingCurrency: string; rates: readonly ExchangeRate[] };

/** What one entity's rows may ask while they take shape. */
export function factsFor(ctx: Ctx, mapping: EntityMapping, references: References, money: Money): Facts {
  const amounts = Object.values(mapping.columns).filter((column) => column.type === 'amount');
  return {
    account: (external) => references.accounts.get(external),
    subscription: (external) => references.subscriptions.get(external),
    person: (external) => references.people.get(external),
    invoice: (external) => references.invoices.get(external),
    survey: (external, kind) => references.surveys.get(external) ?? addSurvey(ctx, references, external, kind),
    latest: ctx.clock.now().getTime() + DAY_MS,
    currency: mapping.constants?.currency ?? money.currency,
    units: Object.fromEntries(amounts.map((column) => [column.to, column.unit === 'minor' ? 'minor' : 'major'])),
    reporting: (amount) => toReporting(amount, money.reportingCurrency, money.rates) ?? {},
  };
}

function addSurvey(ctx: Ctx, references: References, external: string, kind: string): string {
  const id = newId(ctx, 'survey');
  const made = {
    id,
    source: references.source,
    external_id: external,
    kind,
    title: external,
    created_at: ctx.clock.now(),
  };
  references.newSurveys.push(made);
  references.surveys.set(external, id);
  return id;
}
