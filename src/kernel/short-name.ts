/** "Acme Industries Ltd" → "Acme …": enough to recognise one's own recommendation, no more. */
export function shortName(name: string): string {
  const first = name.trim().split(/[\s@]/)[0] ?? '';
  const short = [...first].slice(0, 12).join('');
  return short === name.trim() ? short : `${short} …`;
}
