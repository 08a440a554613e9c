export type Seen = 'new' | 'identical' | 'different';

/**
 * Remembers which ids a file has had and what their rows said, in 12 bytes of hashes an id (64 bits of the id, 32 of the
 * row) instead of the texts, so that a file of millions of rows is checked for repeats in bounded memory.
 */
export function seenIds(): { see(id: string, fields: readonly string[]): Seen } {
  let table = new Int32Array(3 * 4_096);
  let slots = 4_096;
  let used = 0;
  const grow = () => {
    const old = table;
    slots *= 2;
    table = new Int32Array(3 * slots);
    for (let at = 0; at < old.length; at += 3) {
      if (old[at] !== 0 || old[at + 1] !== 0) put(old[at] ?? 0, old[at + 1] ?? 0, old[at + 2] ?? 0);
    }
  };
  const slotOf = (high: number, low: number) => {
    let slot = (high ^ Math.imul(low, 0x9e3779b1)) & (slots - 1);
    while (true) {
      const at = slot * 3;
      if ((table[at] === high && table[at + 1] === low) || (table[at] === 0 && table[at + 1] === 0)) return at;
      slot = (slot + 1) & (slots - 1);
    }
  };
  const put = (high: number, low: number, content: number) => {
    const at = slotOf(high, low);
    table[at] = high;
    table[at + 1] = low;
    table[at + 2] = content;
  };
  return {
    see(id, fields) {
      const high = hash(id, 0x811c9dc5) | 1;
      const low = hash(id, 0x2545f491);
      const content = hashRow(fields);
      const at = slotOf(high, low);
      if (table[at] !== 0 || table[at + 1] !== 0) return table[at + 2] === content ? 'identical' : 'different';
      put(high, low, content);
      used += 1;
      if (used * 5 > slots * 3) grow();
      return 'new';
    },
  };
}

/** MurmurHash3's mixing over UTF-16 units. */
function hash(text: string, seed: number): number {
  let state = seed;
  for (let at = 0; at < text.length; at += 1) {
    let unit = Math.imul(text.charCodeAt(at), 0xcc9e2d51);
    unit = (unit << 15) | (unit >>> 17);
    state ^= Math.imul(unit, 0x1b873593);
    state = (state << 13) | (state >>> 19);
    state = (Math.imul(state, 5) + 0xe6546b64) | 0;
  }
  return finish(state ^ text.length);
}

function finish(value: number): number {
  let state = value;
  state ^= state >>> 16;
  state = Math.imul(state, 0x85ebca6b);
  state ^= state >>> 13;
  state = Math.imul(state, 0xc2b2ae35);
  return state ^ (state >>> 16);
}

/** FNV-1a over every field, with the fields' ends counted in. */
function hashRow(fields: readonly string[]): number {
  let state = 0x811c9dc5;
  for (const field of fields) {
    for (let at = 0; at < field.length; at += 1) state = Math.imul(state ^ field.charCodeAt(at), 0x01000193);
    state = Math.imul(state ^ 0x1f, 0x01000193);
  }
  return state;
}
