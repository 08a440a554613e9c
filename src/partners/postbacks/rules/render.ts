import { invalidField } from '../../../kernel/errors.ts';
import { MACROS, type Macro } from '../model.ts';

const MACRO = /\{([^{}]*)\}/g;

/** Checks that an address names only what we can fill in, and never where it leads. @throws 422 naming url */
export function checkTemplate(url: string): void {
  const unknown = [...url.matchAll(MACRO)].map(([, name = '']) => name).find((name) => !isMacro(name));
  if (unknown !== undefined)
    throw invalidField(
      'url',
      `There is nothing called {${unknown}}.`,
      `Use ${MACROS.map((name) => `{${name}}`).join(' ')}.`,
    );
  if (/^[a-z]+:\/\/[^/?#]*[{}]/i.test(url))
    throw invalidField('url', 'The host of an address is fixed, not filled in.');
}

function isMacro(name: string): name is Macro {
  return (MACROS as readonly string[]).includes(name);
}

/** The address with every `{name}` filled in, written so that no value can change anything but itself. */
export function renderUrl(url: string, values: Readonly<Record<Macro, string>>): string {
  return url.replace(MACRO, (_all, name: string) =>
    isMacro(name) ? encodeURIComponent(values[name].toWellFormed()) : '',
  );
}

/** What an address needs that the click did not bring; undefined when nothing is missing. */
export function missingOf(url: string, values: Readonly<Record<Macro, string>>): Macro | undefined {
  const named = [...url.matchAll(MACRO)].map(([, name = '']) => name);
  return named.includes('click_id') && values.click_id === '' ? 'click_id' : undefined;
}
