/** Letters that do not fall apart into a base letter and a mark. */
const SPELLED: Record<string, string> = {
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ł: 'l',
  Ł: 'L',
  þ: 'th',
  Þ: 'TH',
  ð: 'd',
  Ð: 'D',
  ı: 'i',
  '&': '+',
  '€': 'EUR',
  '’': "'",
  '‘': "'",
  '–': '-',
  '—': '-',
  _: '-',
};

/**
 * The text in the SEPA character set (EPC217-08: letters, digits, / - ? : ( ) . , ' + and space), cut to `max`.
 * Diacritics are dropped, what has no counterpart becomes a full stop; never empty.
 */
export function sepaText(text: string, max: number): string {
  const spelled = [...text].map((letter) => SPELLED[letter] ?? letter).join('');
  const latin = spelled.normalize('NFD').replace(/\p{M}/gu, '');
  const allowed = latin.replace(/[^A-Za-z0-9/\-?:().,'+ ]/gu, '.').replace(/\s+/g, ' ');
  // A leading or doubled slash is not allowed in references, and harmless to lose in names.
  const clean = allowed
    .replace(/\/{2,}/g, '/')
    .replace(/^[/ ]+/, '')
    .slice(0, max)
    .trim();
  return clean === '' ? 'NOTPROVIDED' : clean;
}
