/** The least of MaxMind's format (version 2.0): IPv4 networks of 8 bits, each with the code of a country. */
export function countryDatabase(countries: Record<number, string>): Buffer {
  const codes = [...new Set(Object.values(countries))];
  const data = codes.map((code) => map({ country: map({ iso_code: text(code) }) }));
  const offsetOf = (code: string) => data.slice(0, codes.indexOf(code)).reduce((sum, { length }) => sum + length, 0);
  const tree = Array.from({ length: NODES }, (_, node) => {
    const record = Buffer.alloc(6);
    for (const side of [0, 1]) record.writeUIntBE(childOf(node * 2 + side + 2, countries, offsetOf), side * 3, 3);
    return record;
  });
  const about = map({
    node_count: number(NODES),
    record_size: number(24),
    ip_version: number(4),
    database_type: text('Test-Country'),
    binary_format_major_version: number(2),
    binary_format_minor_version: number(0),
    build_epoch: number(1_767_225_600),
    languages: Buffer.from([0x00, 0x04]),
    description: map({}),
  });
  return Buffer.concat([
    ...tree,
    Buffer.alloc(16),
    ...data,
    Buffer.from('abcdef', 'hex'),
    Buffer.from('MaxMind.com'),
    about,
  ]);
}

/** A whole binary tree of the first octet. */
const NODES = 255;

/** `place` numbers the nodes of the whole tree from 1 on, so that the leaves are 256 to 511. */
function childOf(place: number, countries: Record<number, string>, offsetOf: (code: string) => number): number {
  if (place < 256) return place - 1;
  const code = countries[place - 256];
  return code === undefined ? NODES : NODES + 16 + offsetOf(code);
}

const text = (value: string) => Buffer.concat([Buffer.from([0x40 | value.length]), Buffer.from(value)]);

function number(value: number): Buffer {
  const bytes = Buffer.alloc(5);
  bytes[0] = 0xc4;
  bytes.writeUInt32BE(value, 1);
  return bytes;
}

function map(entries: Record<string, Buffer>): Buffer {
  const pairs = Object.entries(entries).flatMap(([key, value]) => [text(key), value]);
  return Buffer.concat([Buffer.from([0xe0 | Object.keys(entries).length]), ...pairs]);
}
