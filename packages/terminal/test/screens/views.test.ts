import { describe, expect, it } from 'vitest';
import { aMemberJoins } from '../../../replay/test/a-member-joins.ts';
import { heldBack } from '../../../replay/test/held-back.ts';
import { compacted, fallsBehind, packed } from '../../../replay/test/looked-into.ts';
import { aClockAhead, orderAndAddress, twoComeLate, twoHashes, twoStreams, twoTables } from '../../../replay/test/processed.ts';
import { setAside } from '../../../replay/test/set-aside.ts';
import { armFigure, armInSentences } from '../../src/figure/arm.ts';
import { telling } from '../../src/figure/telling.ts';
import { widthOf } from '../../src/text.ts';
import { paper, watched } from './watched.ts';

const card = { title: 'What is seen', needs: [] } as const;
type Events = Parameters<typeof watched>[0];
const drawn = (events: Events, columns: number, until?: number) =>
  `\n${telling(watched(events, until), card)
    .flatMap((each) => each.draw(paper(columns)))
    .join('\n')}\n`;
const words = (events: Events, until?: number) => armInSentences(watched(events, until), card);

describe('transactions', () => {
  it('at 80 columns', () => {
    expect(drawn(heldBack, 80)).toMatchInlineSnapshot(`
      "
      transactions   from 0.52 s, a column is 40 ms
      A  producer (slow)     ├▌───────────────────────────────✕   ├▌────✓
      B  producer (quick)            ├▌✓
         high watermark      2·5·········8····11···············12·········      15
         last stable         2·································12·········      15

      orders/0               offsets 0–14
         log                 ▌▌AAABB·▌▌▌·AA·
         read_committed      ▌▌   BB ▌▌▌ AA

      ├ begin   ▌ sent   ✓ committed   ✕ aborted   · marker
      "
    `);
  });
  it('at 50 columns, while one is open', () => {
    expect(drawn(heldBack, 50, 1300)).toMatchInlineSnapshot(`
      "
      transactions   from 0.52 s, a column is 40 ms
      A  producer (slow) ├▌────────────────
      B  producer (quic…         ├▌✓
         high watermark  2·5·········8·····      11
         last stable     2·················       2

      orders/0           offsets 0–10
         log             ▌▌AAABB·▌▌▌
         read_committed  ▌▌

      ├ begin   ▌ sent   ✓ committed   · marker
      "
    `);
  });
  it('in a window of few rows', () => {
    expect(`\n${armFigure(watched(heldBack), card, 9, paper(80)).join('\n')}\n`).toMatchInlineSnapshot(`
      "
      What is seen · acks=1                                     t = 2.40 s

      A  producer (slow)     ├▌───────────────────────────────✕   ├▌────✓
      B  producer (quick)            ├▌✓

        1.84 s  abort    producer (slow)  transaction 1
        2.01 s  begin    producer (slow)  transaction 2
        2.03 s  send     11–12           ok ×2  partition 0, offsets 12–13  by pr…
        2.24 s  commit   producer (slow)  transaction 2
      "
    `);
  });
  it('in words', () => {
    expect(words(heldBack)).toMatchInlineSnapshot(`
      [
        "producer (slow), transaction 1: began at 0.52 s, sent 3 records, aborted at 1.84 s.",
        "producer (slow), transaction 2: began at 2.01 s, sent 2 records, committed at 2.24 s.",
        "producer (quick), transaction 1: began at 0.84 s, sent 2 records, committed at 0.91 s.",
        "orders/0: high watermark 15, last stable offset 15; at most 9 offsets were held back from read_committed readers.",
      ]
    `);
  });
  it('that are too short to be drawn keep their end', () => {
    const begin = { type: 'txn.begin', client: 'producer', id: '1' } as const;
    const commit = { type: 'txn.commit', client: 'producer', id: '1' } as const;
    const all = Array.from({ length: 40 }, (_, i) => [
      { ...begin, t: i * 100 },
      { ...commit, t: i * 100 + 20 },
    ]).flat();
    expect(drawn(all, 50)).toMatch(/A {2}producer +✓{12,}/);
  });
  it('that were refused say so, and by what', () => {
    const error = { name: 'KafkaJSProtocolError', code: 'INVALID_PRODUCER_EPOCH', message: 'old epoch', retriable: false };
    const refused = heldBack.map((event) =>
      event.type === 'txn.abort' ? { ...event, type: 'client.error' as const, id: null, call: 'commit', error } : event,
    );
    expect(words(refused)[0]).toContain('was refused (INVALID_PRODUCER_EPOCH) at 1.84 s');
    expect(drawn(refused, 80)).toContain('! refused');
  });
});

describe('a group over time', () => {
  it('at 80 columns', () => {
    expect(drawn(aMemberJoins, 80)).toMatchInlineSnapshot(`
      "
      group shop-7f3a   from 0.30 s, a column is 150 ms
      rebalance  1               2          3         longest pause
      orders/0   A▌▌▌▌▌▌▌        A▌▌▌▌▌▌▌   B▌▌▌▌▌·          1.25 s
      orders/1   A▌▌▌▌▌▌▌        B▌▌▌▌▌▌▌▌▌ B▌▌▌▌▌·          1.24 s
      A shop   B shop 2   ▌ delivered   · owned
      "
    `);
  });
  it('at 50 columns, while everybody waits', () => {
    expect(drawn(aMemberJoins, 50, 2500)).toMatchInlineSnapshot(`
      "
      group shop-…   from 0.30 s, a column is 100 ms
      rebal.    1                          pause
      orders/0  A▌▌▌▌▌▌▌▌▌▌▌              0.90 s
      orders/1  A▌▌▌▌▌▌▌▌▌▌▌              0.90 s
      A shop   ▌ delivered   · owned
      "
    `);
  });
  it('in words', () => {
    expect(words(aMemberJoins)).toMatchInlineSnapshot(`
      [
        "Rebalance 1 of group shop-7f3a at 0.30 s: shop joined.",
        "Rebalance 2 of group shop-7f3a at 2.74 s: shop 2, shop joined.",
        "Rebalance 3 of group shop-7f3a at 4.42 s: shop 2 joined.",
        "orders/0: shop from 0.30 s to 1.50 s (12 records delivered), nobody for 1.25 s, shop from 2.75 s to 4.00 s (12 records delivered), nobody for 0.42 s, shop 2 from 4.42 s on (8 records delivered).",
        "orders/1: shop from 0.30 s to 1.50 s (12 records delivered), nobody for 1.24 s, shop 2 from 2.74 s to 4.30 s (15 records delivered), nobody for 0.12 s, shop 2 from 4.42 s on (8 records delivered).",
      ]
    `);
  });
  it('counts from the last delivery when the owner did not let go', () => {
    const dead = aMemberJoins.filter((event) => event.t < 2400 && event.type !== 'group.revoke');
    const taken = aMemberJoins.filter(({ t }) => t === 2740);
    const owned = { 'orders-7f3a': [0, 1] };
    const all = [...dead, ...taken.map((event) => (event.type === 'group.assign' ? { ...event, owned } : event))];
    expect(drawn(all, 80)).toContain('1.30 s');
    expect(words(all).at(-1)).toContain('shop from 0.30 s to 2.74 s (12 records delivered), of which the last 1.30 s nothing');
  });
  it.each([1, 20, 400])('says the same of a killed owner when the group hears of the next one %i ms later', (late) => {
    const topic = 'orders-7f3a';
    const group = 'shop-7f3a';
    const killed = { type: 'fault.injected', t: 1600, fault: 'process', brokers: [] as number[], detail: 'SIGKILL shop' } as const;
    const next = { client: 'shop 2', group, t: 2740 } as const;
    const all: Events = [
      ...aMemberJoins.filter(({ t }) => t < 1500),
      killed,
      { type: 'group.leave', t: next.t - late, client: 'shop', group },
      { type: 'group.join', ...next, generation: null },
      { type: 'group.assign', ...next, owned: { [topic]: [0, 1] } },
    ];
    expect(drawn(all, 80)).toContain('1.30 s');
  });
  it('shows one member that was thrown out and came back', () => {
    const all = aMemberJoins.filter(({ t }) => t < 1500 || t === 2745);
    expect(drawn(all, 80)).toMatch(/orders\/0 +A▌[▌·]+A/);
  });
  it('is not drawn for members that only came one after the other', () => {
    const startup = aMemberJoins.filter(({ type, t }) => type !== 'client.deliver' || t > 4400);
    expect(drawn(startup, 80)).not.toContain('rebalance');
  });
});

describe.each([
  ['lag', fallsBehind],
  ['segments', compacted],
  ['batches', packed],
  ['dead-letter flow', setAside],
  ['windows over stream time', twoComeLate],
  ['windows, one clock ahead', aClockAhead],
  ['a stream and a table', orderAndAddress],
  ['two streams', twoStreams],
  ['two tables', twoTables],
  ['a join of many keys', twoHashes],
])('%s', (_, events) => {
  it('at 80 columns', () => {
    expect(drawn(events, 80)).toMatchSnapshot();
  });
  it('at 50 columns', () => {
    expect(drawn(events, 50)).toMatchSnapshot();
  });
  it('in a window of few rows', () => {
    expect(`\n${armFigure(watched(events), card, 8, paper(80)).join('\n')}\n`).toMatchSnapshot();
  });
  it('in words', () => {
    expect(words(events)).toMatchSnapshot();
  });
});

it('large offsets and long codecs keep their place', () => {
  const far = [...packed, ...compacted.filter(({ type }) => type === 'storage.snapshot')].map((event) => {
    const by = 1_000_000_000;
    if (event.type === 'storage.batches')
      return {
        ...event,
        batches: event.batches.map((each) => ({ ...each, base: each.base + by, last: each.last + by, codec: 'snappy' as const })),
      };
    if (event.type !== 'storage.snapshot') return event;
    return {
      ...event,
      segments: event.segments.map((each) => ({ ...each, base: each.base + by, end: each.end + by, offsets: null })),
    };
  });
  for (const columns of [50, 66, 80, 200])
    for (const line of drawn(far, columns).split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(columns - 4);
});
