import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aLeaderDies } from '../../../replay/test/a-leader-dies.ts';
import { anyEvents } from '../../../replay/test/any-events.ts';
import { writtenElsewhere } from '../../../replay/test/written-elsewhere.ts';
import { armFigure, armInSentences, endedFigure } from '../../src/figure/arm.ts';
import { widthOf } from '../../src/text.ts';
import { paper, watched } from './watched.ts';

const card = { title: 'The leader says ok and dies', needs: ['kill', 'freeze'] } as const;
const drawn = (columns: number, rows: number, until: number) =>
  `\n${armFigure(watched(aLeaderDies, until), card, rows, paper(columns)).join('\n')}\n`;

describe('the figure of a run, whole', () => {
  it('at 80 columns', () => {
    expect(drawn(80, 24, 1700)).toMatchInlineSnapshot(`
      "
      The leader says ok and dies · acks=1                      t = 1.62 s

      orders / 0                          log end
      broker 1  ○  ▌▌▌▌▌▌▌▌▌▌                  10   frozen
      broker 2  ✕  ▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌        20   killed at 1.62 s
      broker 3  ○  ▌▌▌▌▌▌▌▌▌▌                  10   frozen
                             │ 10 high watermark

        0.09 s  create   orders          1 partition, 3 copies each
        0.31 s  send     1–10            ok ×10  partition 0, offsets 0–9
        0.74 s  freeze   brokers 1, 3
        0.76 s  send     11–20           ok ×10  partition 0, offsets 10–19
        1.62 s  kill -9  broker 2        the leader
      "
    `);
  });
  it('at 50 columns', () => {
    expect(drawn(50, 24, 1700)).toMatchInlineSnapshot(`
      "
      The leader says ok and dies · ack…  t = 1.62 s

      orders…  ▌ = 5 records   log end
      broker 1  ○  ▌▌               10   frozen
      broker 2  ✕  ▌▌▌▌             20   killed
      broker 3  ○  ▌▌               10   frozen
                     │ 10 high watermark

        0.09 s  create   orders  1 partition, 3 cop…
        0.31 s  send     1–10  ok ×10  partition 0,…
        0.74 s  freeze   brokers 1, 3
        0.76 s  send     11–20  ok ×10  partition 0…
        1.62 s  kill -9  broker 2  the leader
      "
    `);
  });
  it('at 60 columns', () => {
    expect(drawn(60, 24, 1700)).toMatchInlineSnapshot(`
      "
      The leader says ok and dies · acks=1          t = 1.62 s

      orders / 0  ▌ = 2 records   log end
      broker 1  ○  ▌▌▌▌▌               10   frozen
      broker 2  ✕  ▌▌▌▌▌▌▌▌▌▌          20   killed
      broker 3  ○  ▌▌▌▌▌               10   frozen
                        │ 10 high watermark

        0.09 s  create   orders  1 partition, 3 copies each
        0.31 s  send     1–10  ok ×10  partition 0, offsets 0…
        0.74 s  freeze   brokers 1, 3
        0.76 s  send     11–20  ok ×10  partition 0, offsets…
        1.62 s  kill -9  broker 2  the leader
      "
    `);
  });
  it('at 120 columns, while it waits', () => {
    expect(drawn(120, 24, 1900)).toMatchInlineSnapshot(`
      "
      The leader says ok and dies · acks=1                      t = 1.85 s

      orders / 0                          log end
      broker 1  ○  ▌▌▌▌▌▌▌▌▌▌                  10
      broker 2  ✕  ▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌▌        20   killed at 1.62 s
      broker 3  ○  ▌▌▌▌▌▌▌▌▌▌                  10
                             │ 10 high watermark

        0.09 s  create   orders          1 partition, 3 copies each
        0.31 s  send     1–10            ok ×10  partition 0, offsets 0–9
        0.74 s  freeze   brokers 1, 3
        0.76 s  send     11–20           ok ×10  partition 0, offsets 10–19
        1.62 s  kill -9  broker 2        the leader
        1.84 s  thaw     brokers 1, 3
      waiting: a leader other than broker 2 (at most 8 s)
      "
    `);
  });
  it('in a window of 10 rows', () => {
    expect(drawn(80, 9, 1700)).toMatchInlineSnapshot(`
      "
      The leader says ok and dies · acks=1                      t = 1.62 s

      orders/0  ○ 1:10 frozen  ✕ 2:20  ○ 3:10 frozen  │ 10

        0.09 s  create   orders          1 partition, 3 copies each
        0.31 s  send     1–10            ok ×10  partition 0, offsets 0–9
        0.74 s  freeze   brokers 1, 3
        0.76 s  send     11–20           ok ×10  partition 0, offsets 10–19
        1.62 s  kill -9  broker 2        the leader
      "
    `);
  });
  it('in a window of 3 rows', () => {
    expect(drawn(80, 3, 1700)).toMatchInlineSnapshot(`
      "
      The leader says ok and dies · acks=1                      t = 1.62 s
      "
    `);
  });
  it('in words', () => {
    expect(armInSentences(watched(aLeaderDies, 1700), card)).toEqual([
      'Broker 1 is frozen since 0.74 s.',
      'Broker 2 is killed since 1.62 s.',
      'Broker 3 is frozen since 0.74 s.',
      'orders/0: broker 2 leads, high watermark 10, broker 1 in sync to 10, broker 2 leader to 20, broker 3 in sync to 10.',
    ]);
  });
  it('as lanes, where no broker is hurt', () => {
    const figure = endedFigure(watched(aLeaderDies.slice(0, 5)), { title: 'Two groups', needs: [] }, paper(80));
    expect(`\n${figure.join('\n')}\n`).toMatchInlineSnapshot(`
      "
      Two groups · acks=1                                       t = 0.32 s

      orders   1 partition
          0  1 2 3 4 5 6 7 8 9 10    10

        0.09 s  create   orders          1 partition, 3 copies each
        0.31 s  send     1–10            ok ×10  partition 0, offsets 0–9
      "
    `);
  });
  it('as lanes, of a topic that somebody else writes: first nobody has looked, then the writer is not known', () => {
    const figure = (events: number, columns: number) =>
      endedFigure(watched(writtenElsewhere.slice(0, events)), { title: 'Two programs', needs: [] }, paper(columns)).join('\n');
    expect(`\n${figure(3, 80)}\n\n${figure(4, 50)}\n`).toMatchInlineSnapshot(`
      "
      Two programs · acks=1                                     t = 0.90 s

      counts   2 partitions   ? = not looked at yet
          0               ?
          1               0

        0.01 s  create   counts          2 partitions, 3 copies each

      Two programs · acks=1               t = 1.20 s

      counts   2 partitions   writer not recorded
          0  1 2 3        3
          1               0

        0.01 s  create   counts  2 partitions, 3 co…
        1.20 s  find     counts  3 records, writer…
      "
    `);
  });
});

describe('any figure', () => {
  const size = fc.record({ columns: fc.integer({ min: 50, max: 200 }), rows: fc.integer({ min: 1, max: 40 }) });
  const needs = fc.constantFrom(['kill'] as const, [] as const);
  const title = fc.constantFrom(
    'The leader dies',
    '注文が消える：リーダーが落ちた後に何が残るか、そして誰が読めるのか',
    'x'.repeat(90),
  );

  it('stays inside the window, whatever happens in it and whatever it is called', () => {
    fc.assert(
      fc.property(anyEvents, size, needs, title, (events, { columns, rows }, all, name) => {
        const lines = armFigure(watched(events), { title: name, needs: all }, rows, paper(columns));
        expect(lines.length).toBeLessThanOrEqual(Math.max(1, rows));
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(columns - 4);
      }),
    );
  });

  it('keeps its lines when it has ended', () => {
    fc.assert(
      fc.property(anyEvents, needs, (events, all) => {
        for (const line of endedFigure(watched(events), { title: 'x', needs: all }, paper(80)))
          expect(widthOf(line)).toBeLessThanOrEqual(76);
      }),
    );
  });
});
