import { type Html, html } from './escape.ts';
import type { Say } from './invitation.ts';
import { publicPage } from './shell.ts';

const FIELDS = [
  { name: 'company_name', type: 'text', autocomplete: 'off', required: true },
  { name: 'contact_name', type: 'text', autocomplete: 'off', required: true },
  { name: 'contact_email', type: 'email', autocomplete: 'off', required: true },
] as const;

export type ReferralForm = {
  company: string;
  partner: string;
  /** What whoever fills it in confirms, word for word; it is kept with the referral. */
  consent: string;
  /** What was typed already, when the page is shown again, and why it is. */
  typed?: Partial<Record<string, string>>;
  alert?: string;
};

/** The page on which anybody can name a prospect for a partner, in twenty seconds and without script. */
export function referralFormPage(form: ReferralForm, say: Say): string {
  const names = { company: form.company, partner: form.partner };
  const title = say('referrals:form.title', names);
  const alert = form.alert ? html`<p class="alert" role="alert">${form.alert}</p>` : undefined;
  return publicPage(
    title,
    html`<h1>${title}</h1><p>${say('referrals:form.intro', names)}</p>${alert}
<form method="post" class="card">${FIELDS.map((field) => input(field, form, say))}
<label class="field"><span>${say('referrals:form.note')}</span><textarea name="note" rows="3" maxlength="2000">${form.typed?.note ?? ''}</textarea></label>
<label><input type="checkbox" name="consent" value="yes"><span>${form.consent}</span></label>
<button class="yes">${say('referrals:form.send')}</button>
<p class="note" style="margin-block:1rem 0">${say('referrals:form.disclosure', names)}</p></form>`,
  );
}

function input({ name, type, autocomplete }: (typeof FIELDS)[number], { typed }: ReferralForm, say: Say): Html {
  return html`<label class="field"><span>${say(`referrals:form.${name}`)}</span><input name="${name}" type="${type}" autocomplete="${autocomplete}" required maxlength="200" value="${typed?.[name] ?? ''}"></label>`;
}
