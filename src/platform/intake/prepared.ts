import { link, open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';

const PIECE = Buffer.alloc(256 * 1024);
/** Of the room that is made: on a disk that is nearly full none is kept ahead. */
const FREE_AT_LEAST = 8;

/**
 * A file of zeros made ahead. To write into room that a file has already, the disk need not note a new length in the
 * journal that everybody shares: half the wait, and a tenth of it where a database commits on the same disk.
 */
export class Prepared {
  readonly #folder: string;
  readonly #path: string;
  #making: Promise<boolean> = Promise.resolve(false);

  constructor(folder: string) {
    this.#folder = folder;
    this.#path = join(folder, 'next.prepared');
  }

  /** Gives the room that was made ahead the name `path`; false when there is none, such as on a full disk. */
  moveTo(path: string): Promise<boolean> {
    const moved = this.#making.then((isThere) => isThere && this.#give(path));
    // One after the other: of two segments that begin at once only one may get the room.
    this.#making = moved.then(() => false);
    return moved;
  }

  /** Makes the next room behind everybody's back. */
  make(bytes: number): void {
    this.#making = this.#making.then((isThere) => isThere || this.#fill(bytes)).then(undefined, () => this.#drop());
  }

  /** Resolves once nothing is made any more, and nothing made is left. */
  async end(): Promise<void> {
    await this.#making;
    await this.#drop();
  }

  /** A link, unlike a rename, never takes the place of a segment. */
  async #give(path: string): Promise<boolean> {
    const isGiven = await link(this.#path, path).then(
      () => true,
      () => false,
    );
    await this.#drop();
    return isGiven;
  }

  async #fill(bytes: number): Promise<boolean> {
    const { bavail, bsize } = await statfs(this.#folder);
    if (bavail * bsize < bytes * FREE_AT_LEAST) return false;
    // Never the bytes of a segment that still has this name too.
    await rm(this.#path, { force: true });
    const file = await open(this.#path, 'wx', 0o600);
    try {
      for (let at = 0; at < bytes; at += PIECE.length)
        await file.write(PIECE, 0, Math.min(PIECE.length, bytes - at), at);
      await file.sync();
    } finally {
      await file.close();
    }
    return true;
  }

  /** What cannot be removed now is when the next room is made. */
  async #drop(): Promise<false> {
    await rm(this.#path, { force: true }).catch(() => {});
    return false;
  }
}
