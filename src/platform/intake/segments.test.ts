import { linkSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { settableClock } from '../clock.ts';
import { makeLog } from '../log.ts';
import { type Disk, openDisk } from './disk.ts';
import { Group } from './group.ts';
import type { Position } from './positions.ts';
import { Prepared } from './prepared.ts';
import { openSegments, type Segments } from './segments.ts';

const SEGMENT = 16 * 1024;
const START = { segment: 0, offset: 0 };
let folder: string;
let opened: { segments: Segments; disk: Disk }[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gw-segments-'));
});
afterEach(async () => {
  for (const { segments, disk } of opened) {
    await segments.leave();
    await disk.end();
  }
  opened = [];
  rmSync(folder, { recursive: true });
});

async function open(change: (disk: Disk) => Partial<Disk> = () => ({}), at = folder): Promise<Segments> {
  const real = await openDisk(at);
  const disk = { ...real, ...change(real) };
  const clock = settableClock('2026-03-01T00:00:00Z');
  const segments = await openSegments({ disk, segmentBytes: SEGMENT, clock, log: makeLog('silent') });
  opened.push({ segments, disk });
  return segments;
}

function write(segments: Segments, text: string, bytes = SEGMENT / 4): Promise<void> {
  const group = new Group();
  group.add(1, 0, `${text} ${'.'.repeat(bytes)}`);
  return segments.write(Buffer.from(group.bytes));
}

const firstWord = ({ payload }: { payload: Buffer }) => payload.toString().split(' ', 1)[0] ?? '';

/** What is there from a position on, and where that ends. */
async function readAll(segments: Segments, from: Position = START): Promise<{ texts: string[]; next: Position }> {
  const texts: string[] = [];
  let next = from;
  for (let batch = await segments.read(next); batch; batch = await segments.read(next)) {
    texts.push(...batch.records.map(firstWord));
    next = batch.next;
  }
  return { texts, next };
}

const named = (count: number) => Array.from({ length: count }, (_, n) => `r${n}`);

describe('the segments of a log', () => {
  it('are read in the order they began, also when a later one is ready first', async () => {
    const slow = Promise.withResolvers<void>();
    let begun = 0;
    const segments = await open(({ create }) => ({
      async create(segment, bytes) {
        begun += 1;
        const isSecond = begun === 2;
        const file = await create(segment, bytes);
        if (isSecond) await slow.promise;
        return file;
      },
    }));
    const writing = named(16).map((text) => write(segments, text));
    await writing[2];
    const { texts, next } = await readAll(segments);
    await segments.release(next);
    expect(begun).toBeGreaterThan(2);
    slow.resolve();
    await Promise.all(writing);
    const rest = await readAll(segments, next);
    await segments.release(rest.next);
    expect([...texts, ...rest.texts]).toEqual(named(16));
  });

  it('lose none that begins while an older one is removed', async () => {
    const [removal, creation] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    let isSlow = false;
    const segments = await open(({ create, remove }) => ({
      async create(segment, bytes) {
        const isHeld = isSlow;
        const file = await create(segment, bytes);
        if (isHeld) await creation.promise;
        return file;
      },
      async remove(segment) {
        await removal.promise;
        await remove(segment);
      },
    }));
    await Promise.all(named(5).map((text) => write(segments, text)));
    const { next } = await readAll(segments);
    const released = segments.release(next);
    isSlow = true;
    const writing = named(20).map((text) => write(segments, text));
    removal.resolve();
    await released;
    creation.resolve();
    await Promise.all(writing);
    expect((await readAll(segments, next)).texts).toEqual(named(20));
    expect((await readAll(await open(), next)).texts).toEqual(named(20));
  });

  it('give back each record once that was written, and none that was refused, however slow or broken the disk is', async () => {
    const plan = fc.record({
      delays: fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 5, maxLength: 40 }),
      failing: fc
        .array(fc.boolean(), { minLength: 7, maxLength: 31 })
        .map((all) => all.map((no, at) => no && at % 5 === 0)),
      sizes: fc.array(fc.integer({ min: 10, max: SEGMENT / 2 }), { minLength: 3, maxLength: 12 }),
    });
    await fc.assert(
      fc.asyncProperty(plan, async ({ delays, failing, sizes }) => {
        const own = mkdtempSync(join(folder, 'run-'));
        let [slow, writes] = [0, 0];
        const pause = async () => {
          slow += 1;
          const ms = delays[slow % delays.length] ?? 0;
          if (ms > 0) await wait(ms);
        };
        const held =
          <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
          async (...args: A) => {
            await pause();
            const result = await call(...args);
            await pause();
            return result;
          };
        const segments = await open(
          (disk) => ({
            remove: held(disk.remove),
            empty: held(disk.empty),
            create: held(async (segment, bytes) => {
              const file = await disk.create(segment, bytes);
              const write = held(async (given: Buffer, at: number) => {
                writes += 1;
                if (failing[writes % failing.length]) throw new Error('EIO');
                await file.write(given, at);
              });
              return { ...file, write };
            }),
          }),
          own,
        );
        const kept: string[] = [];
        const read: string[] = [];
        let next: Position = START;
        let isOver = false;
        const reading = (async () => {
          for (;;) {
            const isLast = isOver;
            const found = await readAll(segments, next);
            read.push(...found.texts);
            next = found.next;
            await segments.release(next);
            if (isLast) return;
            await wait(1);
          }
        })();
        const writing = named(60).map(async (text, n) => {
          await wait(n / 4);
          await write(segments, text, sizes[n % sizes.length]).then(
            () => kept.push(text),
            () => {},
          );
        });
        await Promise.all(writing);
        isOver = true;
        await reading;
        expect(read).toEqual(kept);
      }),
      { numRuns: 25 },
    );
  });
});

describe('room that is made ahead', () => {
  const bytes = 4096;
  const made = async () => {
    const prepared = new Prepared(folder);
    prepared.make(bytes);
    return prepared;
  };
  const path = (name: string) => join(folder, name);

  it('goes to one of two that ask at once', async () => {
    const prepared = await made();
    expect(await Promise.all(['a', 'b'].map((name) => prepared.moveTo(path(name))))).toEqual([true, false]);
    expect(statSync(path('a')).nlink).toBe(1);
    await prepared.end();
  });

  it('is made anew and never from what a segment has, also when its old name was left', async () => {
    const prepared = await made();
    await prepared.moveTo(path('a'));
    linkSync(path('a'), path('next.prepared'));
    prepared.make(2 * bytes);
    await vi.waitFor(() => expect(statSync(path('next.prepared')).size).toBe(2 * bytes));
    await prepared.end();
    expect(readFileSync(path('a'))).toHaveLength(bytes);
  });
});
