import { type Html, html } from './escape.ts';

const STYLE = `*{box-sizing:border-box}body{margin:0;font:1.0625rem/1.6 system-ui,sans-serif;color:#1f2328;background:#f6f8fa}
main{max-inline-size:40rem;margin-inline:auto;padding:1.5rem 1.25rem 3rem}section,.card{background:#fff;border:1px solid #d0d7de;border-radius:.75rem;padding:1.25rem;margin-block:1rem}
h1{font-size:1.625rem;line-height:1.25;margin-block:.5rem .75rem}h2{font-size:1.125rem;margin-block:0 .5rem}p{margin-block:0 .75rem}ul{margin:0;padding-inline-start:1.25rem}li{margin-block:.375rem}
.from{color:#57606a}.note{color:#57606a;font-size:.9375rem}.alert{border-inline-start:.25rem solid #9a6700;background:#fff8c5;padding:.75rem 1rem;border-radius:.5rem}
label{display:flex;gap:.75rem;align-items:flex-start;margin-block:.75rem}input[type=checkbox]{inline-size:1.5rem;block-size:1.5rem;flex:none;margin:0;accent-color:#1c5cab}
label.field{display:block}.field span{display:block;margin-block-end:.25rem}.field input,.field textarea,.field select{font:inherit;inline-size:100%;padding:.625rem .75rem;border:1px solid #8c959f;border-radius:.5rem;background:transparent;color:inherit;min-block-size:2.75rem}
button{font:inherit;font-weight:600;padding:.875rem 1.5rem;border-radius:.5rem;border:1px solid transparent;inline-size:100%;cursor:pointer;min-block-size:3rem}
.yes{background:#1c5cab;color:#fff}.no{background:transparent;color:inherit;border-color:#8c959f;margin-block-start:.75rem}
.link{font-size:1.125rem;overflow-wrap:anywhere;font-weight:600}a{color:#1c5cab}:focus-visible{outline:3px solid #1c5cab;outline-offset:2px}
@media(min-width:30rem){button{inline-size:auto}.no{margin-block-start:0;margin-inline-start:.75rem}}
@media(prefers-color-scheme:dark){body{background:#0d1117;color:#e6edf3}section,.card{background:#161b22;border-color:#30363d}.from,.note{color:#9198a1}.alert{background:#2e2a1f}.yes{background:#2f6fd0}a{color:#79b8ff}}`;

/** A whole public page: one purpose, no script, readable on a phone outdoors. `findable`: search engines may list it. */
export function publicPage(title: string, body: Html, { language = 'en', findable = false } = {}): string {
  const robots = findable ? undefined : html`<meta name="robots" content="noindex">`;
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
${robots}<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">
<title>${title}</title><style>${{ html: STYLE }}</style></head><body><main>${body}</main></body></html>
`.html;
}
