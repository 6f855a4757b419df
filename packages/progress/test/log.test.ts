import { appendFile, chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fact } from '@proving/spec';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openProgress, readLog, verifyChain } from '../src/index.ts';
import { anyFact, emptyHome, entriesOf, linesOf } from './seed.ts';

const read = (step: number): Fact => ({ kind: 'step.read', lesson: '07-acks-and-durability', step });
const stepsOf = (entries: readonly { kind: string }[]) => entries.map((entry) => (entry as unknown as { step: number }).step);

describe('append', () => {
  test('makes nothing on the disk before the first fact', async () => {
    await using at = await emptyHome();
    const progress = openProgress({ home: at.home, course: '0.1.0' });
    expect(await progress.read()).toEqual({ entries: [], newer: [], notices: [] });
    expect(await readdir(at.home)).toEqual([]);
  });

  test('stamps a fact, and it is a line of the file when it resolves', async () => {
    await using at = await emptyHome();
    const progress = openProgress({ home: at.home, course: '0.1.0' });
    const before = Date.now();
    const entry = await progress.append(read(3));
    expect(progress.file).toBe(join(at.home, 'progress', 'log.jsonl'));
    expect(await readFile(progress.file, 'utf8')).toBe(`${JSON.stringify(entry)}\n`);
    const { id, at: time, device, chain, ...rest } = entry;
    expect(rest).toEqual({ course: '0.1.0', kind: 'step.read', lesson: '07-acks-and-durability', step: 3 });
    expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
    expect(Date.parse(time)).toBeGreaterThanOrEqual(before);
    expect(device).toMatch(/^[0-9a-f]{16}$/);
    expect(chain).toMatch(/^[0-9a-f]{64}$/);
  });

  test('keeps the order of facts appended together, under ids that rise', async () => {
    await using at = await emptyHome();
    const progress = openProgress({ home: at.home, course: '0.1.0' });
    const entries = await Promise.all(Array.from({ length: 200 }, (_, i) => progress.append(read(i + 1))));
    const kept = await progress.read();
    expect(kept).toEqual({ entries, newer: [], notices: [] });
    const ids = kept.entries.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect(verifyChain(kept.entries)).toEqual([]);
  });

  test('goes on with the chain and the ids of the process before, also behind many lines of another device', async () => {
    await using at = await emptyHome();
    const first = openProgress({ home: at.home, course: '0.1.0' });
    const entry = await first.append(read(1));
    await first.receive(
      entriesOf(
        Array.from({ length: 300 }, (_, i) => read(i + 1)),
        { device: 'another', from: '2020-01-01T00:00:00Z' },
      ),
    );
    const second = openProgress({ home: at.home, course: '0.1.1' });
    const next = await second.append(read(2));
    expect(next.device).toBe(entry.device);
    expect(next.id > entry.id).toBe(true);
    expect(verifyChain((await second.read()).entries)).toEqual([]);
  });

  test('ids rise although the clock was set back', async () => {
    await using at = await emptyHome();
    const progress = openProgress({ home: at.home, course: '0.1.0' });
    await progress.append(read(1));
    const [line = ''] = (await readFile(progress.file, 'utf8')).split('\n');
    const ahead = { ...JSON.parse(line), id: '7ZZZZZZZZZ0000000000000000' };
    await writeFile(progress.file, linesOf([ahead]));
    const [a, b] = [await progress.append(read(2)), await progress.append(read(3))];
    expect([a.id, b.id]).toEqual(['7ZZZZZZZZZ0000000000000001', '7ZZZZZZZZZ0000000000000002']);
  });

  test('every fact is read back as it was written', async () => {
    await using at = await emptyHome();
    const progress = openProgress({ home: at.home, course: '0.1.0' });
    await fc.assert(
      fc.asyncProperty(fc.array(anyFact, { minLength: 1, maxLength: 10 }), async (facts) => {
        await rm(progress.file, { force: true });
        const entries = await Promise.all(facts.map((fact) => progress.append(fact)));
        const kept = await progress.read();
        expect(kept).toEqual({ entries, newer: [], notices: [] });
        expect(JSON.parse(JSON.stringify(kept.entries.map(({ id, at: _, device, course, chain, ...fact }) => fact)))).toEqual(
          JSON.parse(JSON.stringify(facts)),
        );
        expect(verifyChain(kept.entries)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('refuses a fact that could not be read back, and writes nothing', async () => {
    await using at = await emptyHome();
    const progress = openProgress({ home: at.home, course: '0.1.0' });
    const good = progress.append(read(1));
    await expect(progress.append(read(Number.NaN))).rejects.toBeInstanceOf(TypeError);
    await expect(progress.append({ kind: 'step.read' } as unknown as Fact)).rejects.toBeInstanceOf(TypeError);
    await good;
    expect((await progress.read()).entries).toHaveLength(1);
  });

  test.skipIf(process.getuid?.() === 0)('says what to do when the folder may not be written', async () => {
    await using at = await emptyHome();
    await mkdir(join(at.home, 'progress'));
    await chmod(join(at.home, 'progress'), 0o500);
    await expect(openProgress({ home: at.home, course: '0.1.0' }).append(read(1))).rejects.toMatchObject({
      code: 'progress-unwritable',
    });
  });

  test('says what to do when a file stands where the folder should be', async () => {
    await using at = await emptyHome();
    await writeFile(join(at.home, 'progress'), '');
    await expect(openProgress({ home: at.home, course: '0.1.0' }).append(read(1))).rejects.toMatchObject({
      name: 'Plain',
      code: 'progress-unwritable',
      exit: 3,
    });
  });
});

describe('read', () => {
  test('skips what cannot be read, tells where it stands, and the next append leaves it there', async () => {
    await using at = await emptyHome();
    const progress = openProgress({ home: at.home, course: '0.1.0' });
    const [one, two] = entriesOf([read(1), read(2)]);
    const shapeless = JSON.stringify({ ...two, id: 'x'.repeat(9), step: 'two' });
    const text = `${linesOf([one as object])}not json\n\n\u0000\u0000\n[]\n{"kind":"note"}\n${shapeless}\r\n${linesOf([two as object])}`;
    await mkdir(join(at.home, 'progress'));
    await writeFile(progress.file, text);
    expect(await progress.read()).toEqual({
      entries: [one, two],
      newer: [],
      notices: [
        { kind: 'unreadable', line: 2, says: 'Line 2 of the progress log was skipped: it is not JSON.' },
        { kind: 'unreadable', line: 4, says: 'Line 4 of the progress log was skipped: it is not JSON.' },
        { kind: 'unreadable', line: 5, says: 'Line 5 of the progress log was skipped: it has not the fields of an entry.' },
        { kind: 'unreadable', line: 6, says: 'Line 6 of the progress log was skipped: it has not the fields of an entry.' },
        {
          kind: 'unreadable',
          line: 7,
          says: 'Line 7 of the progress log was skipped: its "step" is no number.',
        },
      ],
    });
    const entry = await progress.append(read(3));
    expect(await readFile(progress.file, 'utf8')).toBe(text + linesOf([entry]));
  });

  test('skips a torn last line; the next append begins on a line of its own', async () => {
    await using at = await emptyHome();
    const progress = openProgress({ home: at.home, course: '0.1.0' });
    const first = await progress.append(read(1));
    await appendFile(progress.file, '{"id":"01M7YK');
    expect(await progress.read()).toEqual({
      entries: [first],
      newer: [],
      notices: [{ kind: 'torn', line: 2, says: 'Line 2, the last of the progress log, breaks off and was skipped.' }],
    });
    const second = await progress.append(read(2));
    const { entries, notices } = await progress.read();
    expect(entries).toEqual([first, second]);
    expect(notices).toEqual([{ kind: 'unreadable', line: 2, says: 'Line 2 of the progress log was skipped: it is not JSON.' }]);
    expect(verifyChain(entries)).toEqual([]);
  });

  test('keeps entries of a newer version, unread, and its chain goes on behind them', async () => {
    await using at = await emptyHome();
    const progress = openProgress({ home: at.home, course: '0.1.0' });
    const first = await progress.append(read(1));
    const newer = entriesOf([{ kind: 'streak', lesson: '07', days: 3 } as unknown as Fact])[0] as object;
    await appendFile(progress.file, linesOf([newer]));
    await progress.append(read(2));
    const reading = await progress.read();
    expect(stepsOf(reading.entries)).toEqual([1, 2]);
    expect(reading.entries[0]).toEqual(first);
    expect(reading.newer).toEqual([newer]);
    expect(reading.notices).toEqual([
      { kind: 'newer', line: 2, says: '1 entry of the progress log come from a newer version of the course and were kept unread.' },
    ]);
    expect(verifyChain([...reading.entries, ...reading.newer])).toEqual([]);
  });
});

describe('receive', () => {
  test('adds what is missing, once, whatever the order', async () => {
    await using at = await emptyHome();
    const progress = openProgress({ home: at.home, course: '0.1.0' });
    const own = await progress.append(read(1));
    const theirs = entriesOf([read(4), read(5), read(6)], { device: 'theirs' });
    expect(await progress.receive(theirs.slice(1))).toBe(2);
    expect(await progress.receive(theirs.toReversed())).toBe(1);
    expect(await progress.receive([...theirs, own])).toBe(0);
    const { entries } = await progress.read();
    expect(entries.map(({ id }) => id).sort()).toEqual([own, ...theirs].map(({ id }) => id).sort());
    expect(verifyChain(entries)).toEqual([]);
  });

  test('a copy of this very folder that went its own way gets a chain of its own', async () => {
    await using at = await emptyHome();
    await using copy = await emptyHome();
    const here = openProgress({ home: at.home, course: '0.1.0' });
    const first = await here.append(read(1));
    await mkdir(join(copy.home, 'progress'));
    for (const name of ['log.jsonl', 'device'])
      await writeFile(join(copy.home, 'progress', name), await readFile(join(at.home, 'progress', name)));
    const there = openProgress({ home: copy.home, course: '0.1.0' });
    await here.append(read(2));
    await there.append(read(3));
    expect(await here.receive((await there.read()).entries)).toBe(1);
    const next = await here.append(read(4));
    expect(next.device).not.toBe(first.device);
    const again = await here.append(read(5));
    const { entries } = await here.read();
    const marked = verifyChain(entries);
    expect(marked).not.toContainEqual(next);
    expect(marked).not.toContainEqual(again);
  });
});

test('a file that is no log at all is not read out line by line', () => {
  const { entries, notices } = readLog('nonsense\n'.repeat(500));
  expect([entries, notices.length, notices.at(-1)?.says]).toEqual([[], 6, '495 more lines of the progress log were skipped.']);
});
