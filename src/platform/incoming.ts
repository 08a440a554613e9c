import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { AppError } from '../kernel/errors.ts';

const unzip = promisify(gunzip);

export type BodyLimits = {
  /** What one body may weigh, as it comes and once it is inflated. */
  bytes: number;
  /** What the bodies of all requests under way may weigh together; beyond it the one that takes longest has to go. */
  bytesTogether: number;
  /** How long one body may take to arrive; the connection is closed then. */
  ms: number;
};

/** Reads bodies of requests outside the API's shell: UTF-8, plain or gzipped, never more than the limits in memory. */
export function makeBodyReader(limits: BodyLimits): (req: IncomingMessage) => Promise<Buffer> {
  let together = 0;
  /** How each that is under way is refused, the oldest first: whoever keeps the room half full gives way to who is quick. */
  const underWay = new Set<(error: Error) => void>();
  const tooLarge = () => new AppError('too_large', `A request holds at most ${limits.bytes / 1024} KB.`);

  async function readBytes(req: IncomingMessage): Promise<Buffer> {
    if (Number(req.headers['content-length'] ?? 0) > limits.bytes) throw tooLarge();
    const chunks: Buffer[] = [];
    let bytes = 0;
    const late = setTimeout(() => req.destroy(), limits.ms);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    underWay.add(reject);
    try {
      req.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        bytes += chunk.length;
        together += chunk.length;
        if (bytes > limits.bytes) reject(tooLarge());
        else if (together > limits.bytesTogether)
          [...underWay.values().take(1)][0]?.(new AppError('unavailable', 'Too much is under way.'));
      });
      req.on('end', resolve);
      req.on('close', () => reject(new AppError('bad_request', 'The request broke off.')));
      await promise;
    } finally {
      clearTimeout(late);
      underWay.delete(reject);
      together -= bytes;
      req.removeAllListeners('data').resume();
    }
    return chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
  }

  async function inflate(raw: Buffer): Promise<Buffer> {
    try {
      return await unzip(raw, { maxOutputLength: limits.bytes });
    } catch (error) {
      const isLarge = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
      throw isLarge ? tooLarge() : new AppError('bad_request', 'The body is not gzip.');
    }
  }

  return async (req) => {
    const isPacked = isZipped(req);
    const raw = await readBytes(req);
    const body = isPacked ? await inflate(raw) : raw;
    if (!isUtf8(body)) throw new AppError('bad_request', 'The body is not UTF-8.');
    return body;
  };
}

function isZipped({ headers, url = '' }: IncomingMessage): boolean {
  const encoding = headers['content-encoding']?.toLowerCase() ?? 'identity';
  if (encoding === 'gzip' || /[?&]compression=gzip/.test(url)) return true;
  if (encoding !== 'identity') throw new AppError('bad_request', 'Send gzip or no content-encoding.');
  return false;
}
