import type { RunEvent } from '@proving/spec';
import { describe, expect, it } from 'vitest';
import type { SendOperation } from '../src/history/operation.ts';
import { Recorder } from '../src/recorder.ts';
import { Relay, type Relayed, RelayingRecorder } from '../src/relay.ts';

const sending = (): SendOperation => ({
  kind: 'send',
  process: 'producer',
  topic: 'parcels',
  at: 0,
  records: [{ key: null, value: 'order 1', placed: null }],
  outcome: 'info',
  transaction: null,
});

function pair() {
  const events: RunEvent[] = [];
  const here = new Recorder((event) => events.push(event));
  const started = () => {
    const relay = new Relay('packer', here);
    // As between two processes: what arrives is a copy.
    const there = new RelayingRecorder((relayed: Relayed) => relay.hear(JSON.parse(JSON.stringify(relayed))));
    return { relay, there };
  };
  return { events, here, started };
}

describe('what a child program tells', () => {
  it('brings a send into the history when it begins, and its outcome when that is known', () => {
    const { here, started } = pair();
    const { there } = started();
    const operation = sending();
    there.record(operation);
    expect(here.operations).toMatchObject([{ kind: 'send', outcome: 'info' }]);
    operation.outcome = 'ok';
    there.tell({ type: 'client.ack', id: 1, client: 'producer', topic: 'parcels', placed: [{ partition: 0, offset: 0 }] });
    expect(here.operations).toMatchObject([{ kind: 'send', outcome: 'ok' }]);
  });

  it('leaves the send of a killed process without an answer', () => {
    const { here, started } = pair();
    const { there, relay } = started();
    there.record(sending());
    relay.killed();
    expect(here.operations).toMatchObject([{ outcome: 'info' }]);
  });

  it('names clients after the program, apart from those that are here already', () => {
    const { events, here, started } = pair();
    const mine = here.nextId();
    const { there } = started();
    here.nameFor('packer');
    there.tell({ type: 'client.send', id: 1, client: 'producer', topic: 'parcels', acks: -1, records: [] });
    there.tell({ type: 'group.leave', client: 'packer', group: 'g' });
    expect(events).toMatchObject([{ client: 'packer 2', id: mine + 1 }, { client: 'packer 2' }]);
  });

  it('keeps a dead member until another one has joined', () => {
    const { events, started } = pair();
    const assign = { type: 'group.assign' as const, client: 'packer', group: 'g', owned: { orders: [0] } };
    const first = started();
    first.there.tell(assign);
    first.relay.killed();
    expect(events.map(({ type }) => type)).toEqual(['group.assign']);
    started().there.tell({ type: 'group.join', client: 'packer', group: 'g', generation: null });
    expect(events.slice(1)).toMatchObject([
      { type: 'group.leave', client: 'packer', group: 'g' },
      { type: 'group.join', client: 'packer 2', group: 'g' },
    ]);
  });

  it('keeps a dead member until one that lives in the experiment is told another assignment', () => {
    const { events, here, started } = pair();
    const { there, relay } = started();
    there.tell({ type: 'group.assign', client: 'packer', group: 'g', owned: { orders: [1] } });
    expect(relay.known()).toBe('packer');
    relay.killed();
    here.tell({ type: 'group.assign', client: 'colleague', group: 'another', owned: { orders: [0] } });
    here.tell({ type: 'group.assign', client: 'colleague', group: 'g', owned: { orders: [0, 1] } });
    expect(events.slice(2)).toMatchObject([
      { type: 'group.leave', client: 'packer', group: 'g' },
      { type: 'group.assign', client: 'colleague', group: 'g' },
    ]);
  });

  it('leaves the words of the program alone', () => {
    const { events, started } = pair();
    const { relay } = started();
    expect([{ said: 'relayed' }, 'a word', null].map((word) => relay.hear(word))).toEqual([false, false, false]);
    expect(events).toEqual([]);
  });
});
