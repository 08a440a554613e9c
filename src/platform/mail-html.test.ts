import { describe, expect, it } from 'vitest';
import { escapeHtml, mailHtml } from './mail-html.ts';

describe('the HTML of a mail', () => {
  it('escapes what people typed', () => {
    expect(mailHtml('<script>alert(1)</script> & "Co"')).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Co&quot;',
    );
  });

  it('makes links clickable and a link on its own line a button', () => {
    const html = mailHtml('See https://a.io/x?a=1&b=2 now\nhttps://a.io/go');
    expect(html).toContain('<a href="https://a.io/x?a=1&amp;b=2" style="color:#1c5cab">');
    expect(html).toContain('<a href="https://a.io/go" style="display:inline-block');
  });

  it('lets no link break out of its attribute', () => {
    expect(mailHtml(`https://a.io/"onmouseover="alert(1)`)).not.toContain('"onmouseover=');
    expect(escapeHtml(`'"<>&`)).toBe('&#39;&quot;&lt;&gt;&amp;');
  });

  it('keeps paragraphs and line breaks', () => {
    expect(mailHtml('a\nb\n\nc')).toContain('>a<br>b</p><p style="margin:0 0 16px">c</p>');
  });
});
