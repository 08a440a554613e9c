import type { Referral, StripeCustomer } from '../model.ts';
import { first, idAt, isRecord, textAt } from './fields.ts';

/** Where metadata says who brought somebody. */
const CLICK = ['gw_click', 'goodword_click'];
const VISITOR = ['goodword_visitor', 'gw_visitor'];
const VIA = ['via', 'goodword_via', 'partner_code'];

/** What the metadata of one or several objects say about who brought the customer; the first that speaks counts. */
export function readReferral(...metadata: unknown[]): Referral {
  const find = (names: string[], limit: number) =>
    first(...metadata.flatMap((one) => names.map((name) => textAt({ value: metadatum(one, name) }, 'value', limit))));
  const click_token = find(CLICK, 2000);
  const visitor = find(VISITOR, 200);
  const via = find(VIA, 64);
  return { ...(click_token ? { click_token } : {}), ...(visitor ? { visitor } : {}), ...(via ? { via } : {}) };
}

/** A key of metadata may hold a point; it is no path. */
function metadatum(metadata: unknown, name: string): unknown {
  return isRecord(metadata) && Object.hasOwn(metadata, name) ? metadata[name] : undefined;
}

/** The product's own id of the account, as the metadata under `key` say. */
export function readAccount(key: string, ...metadata: unknown[]): string | undefined {
  return first(...metadata.map((one) => textAt({ value: metadatum(one, key) }, 'value', 200)));
}

/** A customer object itself. */
export function readCustomer(object: unknown, key: string): StripeCustomer | undefined {
  const customer_id = textAt(object, 'id', 200);
  if (!customer_id) return undefined;
  const metadata = isRecord(object) ? object.metadata : undefined;
  return describe(customer_id, readAccount(key, metadata), textAt(object, 'name'), emailAt(object, 'email'));
}

/** The customer that another object names, with what that object says about them. */
export function readCustomerOf(
  object: unknown,
  key: string,
  metadata: readonly unknown[],
  paths: { name: string[]; email: string[] },
): StripeCustomer | undefined {
  const customer_id = idAt(object, 'customer');
  if (!customer_id) return undefined;
  const name = first(...paths.name.map((path) => textAt(object, path)));
  const email = first(...paths.email.map((path) => emailAt(object, path)));
  return describe(customer_id, readAccount(key, ...metadata), name, email);
}

function emailAt(object: unknown, path: string): string | undefined {
  const found = textAt(object, path, 254);
  return found && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(found) ? found : undefined;
}

function describe(customer_id: string, account?: string, name?: string, email?: string): StripeCustomer {
  return { customer_id, ...(account ? { account } : {}), ...(name ? { name } : {}), ...(email ? { email } : {}) };
}
