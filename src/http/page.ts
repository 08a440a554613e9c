export type PageContent = {
  title: string;
  text: string;
  /** A button that posts to the page's own address, or leads to `href`. */
  action?: { label: string; href?: string };
};

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0;min-block-size:100vh;display:grid;place-items:center}
main{max-inline-size:28rem;padding:2rem}h1{font-size:1.5rem;line-height:1.25;margin-block:0 .75rem}p{margin-block:0 1.5rem;white-space:pre-line}
button,a.button{font:inherit;font-weight:600;display:inline-block;padding:.625rem 1.25rem;border:0;border-radius:.5rem;background:#1f5fd0;color:#fff;text-decoration:none;cursor:pointer}
:focus-visible{outline:3px solid #7aa7f7;outline-offset:2px}`;

/** A whole small page without script: for the moments before, or without, the web app. */
export function htmlPage(page: PageContent): string {
  const action = page.action ? button(page.action) : '';
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${escapeHtml(page.title)}</title><style>${STYLE}</style></head>
<body><main><h1>${escapeHtml(page.title)}</h1><p>${escapeHtml(page.text)}</p>${action}</main></body></html>
`;
}

function button(action: { label: string; href?: string }): string {
  const label = escapeHtml(action.label);
  if (action.href) return `<a class="button" href="${escapeHtml(action.href)}">${label}</a>`;
  return `<form method="post"><button type="submit">${label}</button></form>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
