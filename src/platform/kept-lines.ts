import { createReadStream } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import { createInterface } from 'node:readline';

const LINES_AT_ONCE = 500;

/** The values of a file of JSON lines, up to where it is damaged; none when there is no file. */
export async function* readKeptLines(file: string): AsyncGenerator<unknown> {
  try {
    for await (const line of createInterface(createReadStream(file))) yield JSON.parse(line);
  } catch {
    // What cannot be read is as if it had not been kept.
  }
}

/**
 * Writes a file of JSON lines whole or not at all, readable by its owner alone; a few hundred lines at a time, so that
 * nothing else has to wait for it.
 */
export async function keepLines(file: string, values: Iterable<unknown>): Promise<void> {
  const out = await open(`${file}.new`, 'w', 0o600);
  try {
    let lines: string[] = [];
    for (const value of values) {
      lines.push(`${JSON.stringify(value)}\n`);
      if (lines.length < LINES_AT_ONCE) continue;
      await out.write(lines.join(''));
      lines = [];
    }
    await out.write(lines.join(''));
  } finally {
    await out.close();
  }
  await rename(`${file}.new`, file);
}
