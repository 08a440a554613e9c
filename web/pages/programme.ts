import { type Html, html } from './escape.ts';
import type { Say } from './invitation.ts';
import { publicPage } from './shell.ts';

export type AskedField = {
  key: string;
  label: string;
  kind: 'text' | 'long_text' | 'url' | 'number' | 'choice' | 'choices';
  required: boolean;
  help?: string;
  choices?: string[];
};

export type OpenProgramme = {
  company: string;
  programme: string;
  language: string;
  audience: string;
  headline: string;
  /** Paragraphs, with an empty line between them. */
  offer: string;
  get: string[];
  counts: string[];
  asks: string[];
  version: number;
  consent: string;
  fields: AskedField[];
  countries: { code: string; name: string }[];
  /** Somebody looks at what is sent. */
  reviewed: boolean;
  /** Carried through the form when the page was opened from an invitation. */
  invite?: string;
  typed: Record<string, string | string[] | undefined>;
  problems: Record<string, string>;
  /** Why the page is shown again, when it is. */
  alert?: string;
  isPrivate: boolean;
};

/** The public page of a programme: to whom it speaks, what one gets, what counts, what is asked, and the form. */
export function programmePage(page: OpenProgramme, say: Say): string {
  const words = (key: string, params?: Record<string, unknown>) => say(`applications:page.${key}`, params);
  const paragraphs = page.offer.split(/\n\s*\n/).map((text) => html`<p>${text}</p>`);
  const body = html`<p class="from">${page.company} · ${page.programme}</p><h1>${page.headline}</h1>
<p class="from">${words('for', { audience: page.audience })}</p>${alertOf(page.alert)}${paragraphs}
${list(words('get'), page.get)}${list(words('asks'), page.asks)}${list(words('counts'), page.counts)}${form(page, words)}`;
  return publicPage(`${page.headline} · ${page.company}`, body, {
    language: page.language,
    findable: !page.isPrivate,
  });
}

type Words = (key: string, params?: Record<string, unknown>) => string;

function form(page: OpenProgramme, words: Words): Html {
  const invite = page.invite ? html`<input type="hidden" name="invite" value="${page.invite}">` : undefined;
  const own: AskedField[] = [
    { key: 'name', label: words('name'), kind: 'text', required: true },
    { key: 'email', label: words('email'), kind: 'text', required: true },
  ];
  return html`<form method="post" class="card" id="apply"><h2>${words(page.reviewed ? 'apply' : 'join')}</h2>${invite}
<input type="hidden" name="terms_version" value="${String(page.version)}">
<p hidden><label>${words('optional')}<input name="company_fax" tabindex="-1" autocomplete="off"></label></p>
${own.map((one) => field(one, page, words))}${country(page, words)}${page.fields.map((one) => field(one, page, words))}
<label><input type="checkbox" name="agree" value="yes"${page.typed.agree === 'yes' ? html` checked` : undefined}><span>${page.consent}</span></label>
${problem(page.problems.agree)}<button class="yes">${words(page.reviewed ? 'apply' : 'join')}</button>
<p class="note" style="margin-block:1rem 0">${words(page.reviewed ? 'review' : 'at_once')}</p></form>`;
}

function country(page: OpenProgramme, words: Words): Html {
  const options = page.countries.map(
    ({ code, name }) =>
      html`<option value="${code}"${page.typed.country === code ? html` selected` : undefined}>${name}</option>`,
  );
  return html`<label class="field"><span>${words('country')}</span>
<select name="country" required autocomplete="country"><option value="">${words('choose')}</option>${options}</select></label>${problem(page.problems.country)}`;
}

function field(one: AskedField, page: OpenProgramme, words: Words): Html {
  const value = [page.typed[one.key] ?? []].flat();
  const label = html`${one.label}${one.required ? undefined : html` ${words('optional')}`}`;
  const help = one.help ? html`<span class="note">${one.help}</span>` : undefined;
  const trouble = problem(page.problems[one.key]);
  if (one.kind === 'choices')
    return html`<fieldset style="border:0;padding:0;margin:0"><legend>${label}</legend>${help}${choices(one, value)}</fieldset>${trouble}`;
  return html`<label class="field"><span>${label}</span>${help}${control(one, value[0] ?? '', words)}</label>${trouble}`;
}

function control(one: AskedField, value: string, words: Words): Html {
  const required = one.required ? html` required` : undefined;
  if (one.kind === 'long_text')
    return html`<textarea name="${one.key}" rows="4" maxlength="5000"${required}>${value}</textarea>`;
  if (one.kind === 'choice')
    return html`<select name="${one.key}"${required}><option value="">${words('choose')}</option>${(
      one.choices ?? []
    ).map((text) => html`<option${text === value ? html` selected` : undefined}>${text}</option>`)}</select>`;
  return html`<input name="${one.key}" value="${value}" maxlength="500" ${attributes(one)}${required}>`;
}

/** The keyboard a phone shows. */
function attributes({ key, kind }: AskedField): Html {
  if (key === 'email') return html`type="email" autocomplete="email"`;
  if (key === 'name') return html`autocomplete="name"`;
  if (kind === 'url') return html`type="url" placeholder="https://"`;
  return kind === 'number' ? html`inputmode="decimal"` : html``;
}

/** Without script a form sends one text a name, so each box has its own. */
function choices(one: AskedField, chosen: string[]): Html[] {
  return (one.choices ?? []).map(
    (text, index) =>
      html`<label><input type="checkbox" name="${one.key}.${String(index)}" value="${text}"${chosen.includes(text) ? html` checked` : undefined}><span>${text}</span></label>`,
  );
}

function problem(text: string | undefined): Html | undefined {
  return text ? html`<p class="alert" role="alert">${text}</p>` : undefined;
}

function alertOf(text: string | undefined): Html | undefined {
  return text ? html`<p class="alert" role="alert">${text}</p>` : undefined;
}

function list(heading: string, sentences: string[]): Html | undefined {
  if (sentences.length === 0) return undefined;
  return html`<section><h2>${heading}</h2><ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul></section>`;
}
