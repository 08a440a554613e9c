import { type Html, html } from './escape.ts';
import { publicPage } from './shell.ts';

/** Reads a sentence of the locale files; `src` hands it in, so that a page needs nothing else. */
export type Say = (key: string, params?: Record<string, unknown>) => string;

export type OpenInvitation = {
  kind: 'review' | 'case_study' | 'reference' | 'referral' | 'partnership';
  company: string;
  account: string;
  name: string | null;
  results: string[];
  terms?: { version: number; sentences: string[]; attribution: string[] };
  until: string;
  /** What the person agrees to, word for word; it is kept with their answer. */
  consent: string;
  /** Why the page is shown again, when it is. */
  alert?: string;
};

/** The page on which an invited person decides: who asks, what they get, what they agree to, two buttons. */
export function invitationPage(invitation: OpenInvitation, say: Say): string {
  const { company, account, name, kind } = invitation;
  const title = say(`pages:invitation.title.${kind}`, { company, account });
  const from = say(name ? 'pages:invitation.from' : 'pages:invitation.from_unnamed', { company, account, name });
  return publicPage(
    title,
    html`<p class="from">${from}</p><h1>${title}</h1>${alert(invitation.alert)}
${list(say('pages:invitation.results'), invitation.results)}${offer(invitation, say)}${form(invitation, say)}`,
  );
}

function offer({ terms, kind, company }: OpenInvitation, say: Say): Html {
  if (!terms) return html`<section><p>${say(`pages:invitation.request.${kind}`, { company })}</p></section>`;
  return html`${list(say('pages:invitation.get'), terms.sentences)}${list(say('pages:invitation.counts'), terms.attribution)}`;
}

function form({ terms, consent, until }: OpenInvitation, say: Say): Html {
  const version = terms ? html`<input type="hidden" name="terms_version" value="${String(terms.version)}">` : undefined;
  const disclosure = terms ? html`<p class="note">${say('pages:invitation.disclosure')}</p>` : undefined;
  return html`<form method="post" class="card">${version}
<label><input type="checkbox" name="consent" value="yes"><span>${consent}</span></label>${disclosure}
<button class="yes" name="answer" value="yes">${say('pages:invitation.accept')}</button>
<button class="no" name="answer" value="no">${say('pages:invitation.decline')}</button>
<p class="note" style="margin-block:1rem 0">${say('pages:invitation.decline_note')} ${say('pages:invitation.until', { date: until })}</p></form>`;
}

function list(heading: string, sentences: string[]): Html {
  if (sentences.length === 0) return html``;
  return html`<section><h2>${heading}</h2><ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul></section>`;
}

function alert(text: string | undefined): Html {
  return text ? html`<p class="alert" role="alert">${text}</p>` : html``;
}

/** The page after an answer, or behind a link that is not open: one sentence, and the partner's link when there is one. */
export function answerPage(page: { title: string; text: string; link_url?: string; note?: string }): string {
  const link = page.link_url ? html`<p class="link"><a href="${page.link_url}">${page.link_url}</a></p>` : undefined;
  const note = page.note ? html`<p class="note">${page.note}</p>` : undefined;
  return publicPage(page.title, html`<h1>${page.title}</h1><div class="card"><p>${page.text}</p>${link}${note}</div>`);
}
