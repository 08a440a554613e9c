import type { TFunction } from 'i18next';
import type { Said } from '../../../../src/advocacy/scenarios/model.ts';

/** A sentence of the rules in the reader's language. */
export function speak(t: TFunction<'screens-scenarios'>, { key, params }: Said): string {
  const spoken = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'object' ? speak(t, value) : value,
  ]);
  return t(key as never, Object.fromEntries(spoken) as never) as unknown as string;
}
