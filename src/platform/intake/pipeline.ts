import { Group } from './group.ts';
import { sizeOf } from './records.ts';

export type PipelineOptions = {
  /** Resolves once the bytes, and all that were given before them, are on the disk. */
  write(bytes: Buffer): Promise<void>;
  /** After the records of a group were acknowledged. */
  written(group: Group): void;
  /** What those who wait for the records of a write that failed are told. */
  refused(error: NodeJS.ErrnoException): Error;
};

const GROUP_BYTES = 4 * 1024 * 1024;
/** While a write is under way others begin when they are worth it: each costs the processor as much as a few requests. */
const UNDER_WAY = { most: 3, worthBytes: 64 * 1024 };
/** Behind a write that many shared, the next waits a moment for company, as PostgreSQL's commit_delay does with siblings. */
const COMPANY = { bytes: 16 * 1024, waitMs: 6 };

/** Gathers records into groups, and keeps the disk busy with them: alone at once, in company together. */
export class Pipeline {
  readonly #options: PipelineOptions;
  /** What waits for its write; records come to the last. */
  #groups: Group[] = [];
  #waitingBytes = 0;
  #underWay = 0;
  #isDue = false;
  #isInCompany = false;
  #waiting: NodeJS.Timeout | undefined;
  #latest = Promise.resolve();

  constructor(options: PipelineOptions) {
    this.#options = options;
  }

  /** What is not on the disk yet. */
  get waitingBytes(): number {
    return this.#waitingBytes;
  }

  /** Resolves once the record is on the disk. */
  add(kind: number, atMs: number, payload: Uint8Array | string): Promise<void> {
    let group = this.#groups.at(-1);
    if (!group || group.length + sizeOf(payload) > GROUP_BYTES) {
      group = new Group();
      this.#groups.push(group);
    }
    const before = group.length;
    group.add(kind, atMs, payload);
    this.#waitingBytes += group.length - before;
    this.#writeSoon();
    return group.written;
  }

  /** Resolves once nothing waits. */
  async quiet(): Promise<void> {
    await Promise.allSettled(this.#groups.map(({ written }) => written));
    await this.#latest;
  }

  /** The requests of one turn of the loop share a write. */
  #writeSoon(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    setImmediate(() => {
      this.#isDue = false;
      this.#write();
    });
  }

  #write(): void {
    for (let group = this.#groups[0]; group && this.#mayBegin(group); group = this.#groups[0]) this.#begin(group);
  }

  #mayBegin(group: Group): boolean {
    if (group.length >= UNDER_WAY.worthBytes) return this.#underWay < UNDER_WAY.most;
    if (this.#underWay > 0) return false;
    if (this.#isInCompany) this.#waitForCompany();
    return !this.#isInCompany;
  }

  #waitForCompany(): void {
    this.#waiting ??= setTimeout(() => {
      this.#endWait();
      this.#write();
    }, COMPANY.waitMs);
  }

  #endWait(): void {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    this.#isInCompany = false;
  }

  #begin(group: Group): void {
    this.#endWait();
    this.#isInCompany = group.length >= COMPANY.bytes;
    this.#groups.shift();
    this.#underWay += 1;
    this.#latest = this.#options.write(group.bytes).then(
      () => this.#end(group),
      (error) => this.#end(group, this.#options.refused(error)),
    );
  }

  #end(group: Group, error?: Error): void {
    this.#underWay -= 1;
    this.#waitingBytes -= group.length;
    group.end(error);
    if (!error) this.#options.written(group);
    this.#write();
  }
}
