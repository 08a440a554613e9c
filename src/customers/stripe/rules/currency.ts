import { isCurrency } from '../../../kernel/money.ts';
import { first, textAt } from './fields.ts';

/** The ISO 4217 currency an object names; undefined when there is no such currency. */
export function currencyOf(object: unknown, ...paths: string[]): string | undefined {
  const found = first(...['currency', ...paths].map((path) => textAt(object, path, 3)))?.toUpperCase();
  return found && isCurrency(found) ? found : undefined;
}
