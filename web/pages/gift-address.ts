import { type Html, html } from './escape.ts';
import type { Say } from './invitation.ts';
import { publicPage } from './shell.ts';

export type AddressPage = {
  company: string;
  gift: string;
  /** What one agrees to, word for word; it is kept with the address. */
  consent: string;
  /** Countries the gift is sent to, as codes with names. */
  countries: { code: string; name: string }[];
  /** What was typed before the page came back. */
  values: Record<string, string>;
  /** Why the page is shown again, when it is. */
  alert?: string | undefined;
};

const FIELDS = [
  { name: 'name', autocomplete: 'shipping name', required: true },
  { name: 'street', autocomplete: 'shipping address-line1', required: true },
  { name: 'street2', autocomplete: 'shipping address-line2', required: false },
  { name: 'postcode', autocomplete: 'shipping postal-code', required: true },
  { name: 'city', autocomplete: 'shipping address-level2', required: true },
  { name: 'region', autocomplete: 'shipping address-level1', required: false },
];

const STYLE = `.field{display:block}.field span{display:block;font-weight:600;margin-block-end:.25rem}
.field input,.field select{font:inherit;inline-size:100%;padding:.625rem .75rem;border:1px solid #8c959f;border-radius:.5rem;background:#fff;color:#1f2328;min-block-size:3rem}
@media(prefers-color-scheme:dark){.field input,.field select{background:#0d1117;color:#e6edf3;border-color:#656d76}}`;

/** The page on which somebody says where their gift goes: no script, one purpose. */
export function giftAddressPage(page: AddressPage, say: Say): string {
  const alert = page.alert ? html`<p class="alert" role="alert">${page.alert}</p>` : undefined;
  return publicPage(
    say('rewards:address.title'),
    html`<style>${{ html: STYLE }}</style><p class="from">${say('rewards:address.from', { company: page.company })}</p>
<h1>${say('rewards:address.title')}</h1><p>${say('rewards:address.intro', { gift: page.gift })}</p>${alert}
<form method="post" class="card">${FIELDS.map((field) => input(field, page, say))}${country(page, say)}
<label><input type="checkbox" name="consent" value="yes"><span>${page.consent}</span></label>
<button class="yes">${say('rewards:address.submit')}</button></form>`,
  );
}

function input(field: (typeof FIELDS)[number], { values }: AddressPage, say: Say): Html {
  const required = field.required ? html` required` : undefined;
  return html`<label class="field"><span>${say(`rewards:address.${field.name}`)}</span>
<input name="${field.name}" autocomplete="${field.autocomplete}" maxlength="120" value="${values[field.name] ?? ''}"${required}></label>`;
}

function country({ countries, values }: AddressPage, say: Say): Html {
  const options = countries.map(({ code, name }) =>
    code === values.country
      ? html`<option value="${code}" selected>${name}</option>`
      : html`<option value="${code}">${name}</option>`,
  );
  return html`<label class="field"><span>${say('rewards:address.country')}</span>
<select name="country" autocomplete="shipping country" required><option value=""></option>${options}</select></label>`;
}
