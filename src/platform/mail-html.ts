const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Makes any text safe inside HTML text and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const LINK = /https?:\/\/[^\s<>"']+/g;
const BUTTON =
  'display:inline-block;padding:12px 20px;border-radius:6px;background:#1c5cab;color:#ffffff;text-decoration:none';

/** The HTML twin of a plain-text mail: paragraphs, clickable links, a link alone on its line as a button. */
export function mailHtml(text: string): string {
  const paragraphs = text.split(/\n{2,}/).map((part) => `<p style="margin:0 0 16px">${paragraph(part)}</p>`);
  return `<!doctype html><html><body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;color:#1f2328"><div style="max-width:560px">${paragraphs.join('')}</div></body></html>`;
}

function paragraph(text: string): string {
  return text.split('\n').map(line).join('<br>');
}

function line(text: string): string {
  const alone = /^https?:\/\/[^\s<>"']+$/.test(text.trim());
  if (alone) return anchor(text.trim(), BUTTON);
  let html = '';
  let at = 0;
  for (const match of text.matchAll(LINK)) {
    html += escapeHtml(text.slice(at, match.index)) + anchor(match[0], 'color:#1c5cab');
    at = match.index + match[0].length;
  }
  return html + escapeHtml(text.slice(at));
}

function anchor(href: string, style: string): string {
  return `<a href="${escapeHtml(href)}" style="${style}">${escapeHtml(href)}</a>`;
}
