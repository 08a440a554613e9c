import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { settableClock } from '../platform/clock.ts';
import { type Disk, openDisk } from '../platform/intake/disk.ts';
import { IntakeBroken, IntakeFull } from '../platform/intake/refusals.ts';
import { makeLog } from '../platform/log.ts';
import { type Intake, KIND, openIntake } from './intake.ts';

const START = { segment: 0, offset: 0 };
const HUGE = 1e9;

describe('the intake', () => {
  let folder: string;
  const opened: Intake[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gw-intake-'));
  });
  afterEach(async () => {
    for (const intake of opened.splice(0)) await intake.close();
    rmSync(folder, { recursive: true });
  });

  const open = async (change: { disk?: Partial<Disk>; limitBytes?: number } = {}) => {
    const disk = { ...(await openDisk(folder)), ...change.disk };
    const log = makeLog('silent');
    const clock = settableClock('2026-03-01T00:00:00Z');
    const intake = await openIntake({ disk, limitBytes: change.limitBytes ?? HUGE, clock, log });
    opened.push(intake);
    return intake;
  };
  const add = (intake: Intake, text: string) => intake.append(KIND.click, Buffer.from(text));
  const all = async (intake: Intake) => {
    const texts: string[] = [];
    let at = START;
    for (let batch = await intake.read(at); batch; batch = await intake.read(at)) {
      texts.push(...batch.records.map(({ payload }) => payload.toString()));
      at = batch.next;
    }
    return { texts, end: at };
  };
  const segments = () => readdirSync(folder).filter((name) => name.endsWith('.log'));

  it('has on disk what it acknowledged, in order, for whoever opens the folder next', async () => {
    const first = await open();
    await Promise.all(['a', 'b', 'c'].map((text) => add(first, text)));
    await add(first, 'd');
    expect((await all(first)).texts).toEqual(['a', 'b', 'c', 'd']);
    const second = await open();
    expect(second.edgeId).toBe(first.edgeId);
    await add(second, 'e');
    expect((await all(second)).texts).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(segments()).toHaveLength(2);
  });

  it('writes what arrives together with one write', async () => {
    const create = vi.fn();
    const disk = await openDisk(folder);
    const write = vi.fn();
    create.mockImplementation(async (segment, bytes) => {
      const file = await disk.create(segment, bytes);
      write.mockImplementation(file.write);
      return { ...file, write };
    });
    const intake = await open({ disk: { create } });
    await Promise.all(Array.from({ length: 500 }, (_, n) => add(intake, `${n}`)));
    expect([create.mock.calls.length, write.mock.calls.length]).toEqual([1, 1]);
    expect((await all(intake)).texts).toHaveLength(500);
  });

  it('deletes a segment once all of it is in the database, and never the one that is written', async () => {
    const first = await open();
    await add(first, 'a');
    await first.close();
    const second = await open();
    await add(second, 'b');
    await second.release((await all(second)).end);
    expect(segments()).toHaveLength(1);
    await add(second, 'c');
    expect((await all(second)).texts).toEqual(['b', 'c']);
  });

  it('goes on in a new segment when one is long enough, and hands them out in turn', async () => {
    const intake = await open();
    const long = 'x'.repeat(1_500_000);
    for (let n = 0; n < 7; n += 1) await add(intake, `${n}${long}`);
    const { texts, end } = await all(intake);
    expect(texts.map((text) => text[0]).join('')).toBe('0123456');
    expect(segments()).toHaveLength(2);
    await intake.release(end);
    expect(segments()).toHaveLength(1);
  });

  it('leaves out a tail that was never written whole', async () => {
    const first = await open();
    await add(first, 'whole');
    await first.close();
    appendFileSync(join(folder, segments()[0] ?? ''), 'GWL1 torn');
    const second = await open();
    await add(second, 'next');
    expect((await all(second)).texts).toEqual(['whole', 'next']);
    expect(existsSync(join(folder, 'set-aside'))).toBe(false);
  });

  it('reads around a damaged record and keeps its segment aside', async () => {
    const first = await open();
    for (const text of ['one', 'two', 'three']) await add(first, text);
    await first.close();
    const name = segments()[0] ?? '';
    const bytes = readFileSync(join(folder, name));
    bytes.write('TWO', bytes.indexOf('two'));
    writeFileSync(join(folder, name), bytes);
    const second = await open();
    expect((await all(second)).texts).toEqual(['one', 'three']);
    await add(second, 'four');
    await second.release({ segment: Number.POSITIVE_INFINITY, offset: 0 });
    expect([segments().includes(name), readFileSync(join(folder, 'set-aside', name)).equals(bytes)]).toEqual([
      false,
      true,
    ]);
  });

  it('refuses events before clicks when it is full, and takes both again when there is room', async () => {
    const intake = await open({ limitBytes: 1000 });
    const refusal = async (kind: 1 | 2, bytes: number) =>
      intake.append(kind, Buffer.alloc(bytes)).catch((error) => error);
    await intake.append(KIND.events, Buffer.alloc(850));
    expect(await refusal(KIND.events, 50)).toBeInstanceOf(IntakeFull);
    expect(await refusal(KIND.click, 50)).toBeUndefined();
    expect(await refusal(KIND.click, 50)).toBeInstanceOf(IntakeFull);
    await intake.close();
    const again = await open({ limitBytes: 1000 });
    expect(await again.append(KIND.click, Buffer.alloc(50)).catch((error) => error)).toBeInstanceOf(IntakeFull);
    await again.release((await all(again)).end);
    await again.append(KIND.events, Buffer.alloc(800));
  });

  it.each(['ENOSPC', 'EIO'])('says so when the disk answers %s, keeps nothing of it, and recovers', async (code) => {
    const disk = await openDisk(folder);
    let failing = false;
    const create: Disk['create'] = async (segment, bytes) => {
      const file = await disk.create(segment, bytes);
      const write = async (bytes: Buffer, at: number) => {
        if (!failing) return file.write(bytes, at);
        await file.write(bytes.subarray(0, 30), at);
        throw Object.assign(new Error(code), { code });
      };
      return { ...file, write };
    };
    const intake = await open({ disk: { create } });
    await add(intake, 'before');
    failing = true;
    const refused = await Promise.all(['x', 'y'].map((text) => add(intake, text).catch((error) => error)));
    for (const error of refused) expect(error).toBeInstanceOf(IntakeBroken);
    expect([refused[0].reason, refused[0].message]).toEqual([code, expect.not.stringContaining(code)]);
    failing = false;
    await vi.waitFor(() => add(intake, 'after'), { interval: 20 });
    expect((await all(intake)).texts).toEqual(['before', 'after']);
    const next = await open();
    expect((await all(next)).texts).toEqual(['before', 'after']);
  });

  /** A disk whose writes end when and as the test says, in any order. */
  const heldDisk = async () => {
    const disk = await openDisk(folder);
    const writes: { end(error?: Error): void }[] = [];
    const create: Disk['create'] = async (segment, bytes) => {
      const file = await disk.create(segment, bytes);
      const write = (bytes: Buffer, at: number) =>
        new Promise<void>((resolve, reject) => {
          const end = (error?: Error) => (error ? reject(error) : file.write(bytes, at).then(resolve, reject));
          writes.push({ end });
        });
      return { ...file, write };
    };
    const end = (index: number, error?: Error) => writes[index]?.end(error);
    return { disk: { create }, writes, end };
  };
  const large = (letter: string) => letter.repeat(70_000);
  const letters = async (intake: Intake) => (await all(intake)).texts.map((text) => text[0]).join('');
  /** Begins a write for each letter, all under way at once. */
  const addEach = async (intake: Intake, text: string, writes: readonly unknown[]) => {
    const answers: string[] = [];
    for (const letter of text) {
      const before = writes.length;
      add(intake, large(letter)).then(
        () => answers.push(letter),
        () => answers.push(`not ${letter}`),
      );
      await vi.waitFor(() => expect(writes.length).toBe(before + 1));
    }
    return answers;
  };

  it('has several writes under way, acknowledges in order, and shows nobody what lies behind a gap', async () => {
    const { disk, writes, end } = await heldDisk();
    const intake = await open({ disk });
    const answers = await addEach(intake, 'abc', writes);
    end(2);
    end(1);
    await vi.waitFor(() => expect(readFileSync(join(folder, segments()[0] ?? '')).includes(large('c'))).toBe(true));
    expect([answers, await letters(intake)]).toEqual([[], '']);
    end(0);
    await vi.waitFor(() => expect(answers).toEqual(['a', 'b', 'c']));
    expect(await letters(intake)).toBe('abc');
  });

  it('keeps nothing of what was under way behind a write that failed, and what came before it', async () => {
    const { disk, writes, end } = await heldDisk();
    const intake = await open({ disk });
    const answers = await addEach(intake, 'abc', writes);
    end(2);
    end(1, new Error('EIO'));
    end(0);
    await vi.waitFor(() => expect(answers).toEqual(['a', 'not b', 'not c']));
    await vi.waitFor(() => intake.check(), { interval: 20 });
    const after = addEach(intake, 'd', writes);
    await vi.waitFor(() => expect(writes).toHaveLength(4));
    end(3);
    await vi.waitFor(async () => expect(await after).toEqual(['d']));
    expect([await letters(intake), await letters(await open())]).toEqual(['ad', 'ad']);
  });

  it('reads after a crash what arrived behind a write that did not', async () => {
    const { disk, writes, end } = await heldDisk();
    await addEach(await open({ disk }), 'abc', writes);
    opened.length = 0;
    end(2);
    end(0);
    const file = () => readFileSync(join(folder, segments()[0] ?? ''));
    await vi.waitFor(() => expect(['a', 'c'].map((one) => file().includes(large(one)))).toEqual([true, true]));
    const next = await open();
    await add(next, 'next');
    expect(await letters(next)).toBe('acn');
    expect(existsSync(join(folder, 'set-aside'))).toBe(false);
  });

  it('gives back the room of its only segment once the disk is full and all of it is in the database', async () => {
    const { disk, writes, end } = await heldDisk();
    const intake = await open({ disk });
    const answers = await addEach(intake, 'ab', writes);
    end(0);
    await vi.waitFor(() => expect(answers).toEqual(['a']));
    const { end: drained } = await all(intake);
    await intake.release(drained);
    expect(intake.bytes).toBeGreaterThan(20_000);
    end(1, new Error('ENOSPC'));
    await vi.waitFor(() => expect(answers).toEqual(['a', 'not b']));
    expect([intake.bytes, segments().map((name) => readFileSync(join(folder, name)).length)]).toEqual([0, [0]]);
    const next = await open();
    await add(next, 'c');
    expect((await next.read(drained))?.records.map(({ payload }) => payload.toString())).toEqual(['c']);
  });

  it('takes nothing once it is closed', async () => {
    const intake = await open();
    const last = add(intake, 'last');
    await intake.close();
    await last;
    await expect(add(intake, 'late')).rejects.toBeInstanceOf(IntakeBroken);
    expect((await all(intake)).texts).toEqual(['last']);
  });
});
