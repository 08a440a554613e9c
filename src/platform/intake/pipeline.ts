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
const UNDER_WAY = { most: 3, worthBytes: 16 * 1024 };

/** Gathers records into groups, and keeps the disk busy with them: alone at once, in company together. */
export class Pipeline {
  readonly #options: PipelineOptions;
  /** What waits for its write; records come to the last. */
  #groups: Group[] = [];
  #waitingBytes = 0;
  #underWay = 0;
  #isDue = false;
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
    const { most, worthBytes } = UNDER_WAY;
    while (this.#underWay === 0 || (this.#underWay < most && (this.#groups[0]?.length ?? 0) >= worthBytes)) {
      const group = this.#groups.shift();
      if (!group) return;
      this.#underWay += 1;
      this.#latest = this.#options.write(group.bytes).then(
        () => this.#end(group),
        (error) => this.#end(group, this.#options.refused(error)),
      );
    }
  }

  #end(group: Group, error?: Error): void {
    this.#underWay -= 1;
    this.#waitingBytes -= group.length;
    group.end(error);
    if (!error) this.#options.written(group);
    this.#write();
  }
}
