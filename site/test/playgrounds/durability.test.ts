import type { RunEvent, Trace } from '@proving/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Acks, type Outcome, outcomeOf, type Situation } from '../../src/playgrounds/durability/outcome.ts';
import { eventsOf, observedIn, traceOf, tracesOf } from './traces.ts';

const lesson = '07-acks-and-durability';

const anySituation: fc.Arbitrary<Situation> = fc.integer({ min: 1, max: 7 }).chain((replicas) =>
  fc.nat(replicas - 1).chain((gone) =>
    fc.record({
      replicas: fc.constant(replicas),
      minInsync: fc.integer({ min: 1, max: replicas }),
      acks: fc.constantFrom<Acks>('0', '1', 'all'),
      gone: fc.constant(gone),
      frozen: fc.nat(replicas - 1 - gone),
    }),
  ),
);

describe('the rules', () => {
  const always = (holds: (situation: Situation, outcome: Outcome) => void) =>
    fc.assert(fc.property(anySituation, (situation) => holds(situation, outcomeOf(situation))));

  it('an "ok" to acks=all stands on at least the minimum, and on every replica in sync', () =>
    always(({ acks, minInsync }, { answer, promised, inSync }) => {
      if (acks !== 'all' || answer !== 'ok') return;
      expect(promised).toBe(inSync);
      expect(promised).toBeGreaterThanOrEqual(minInsync);
    }));

  it('what acks=all acknowledged by two or more is never lost with its leader', () =>
    always(({ acks }, { answer, promised, fate }) => {
      if (acks === 'all' && answer === 'ok' && promised > 1) expect(fate).toBe('survives');
    }));

  it('acks=1 is told ok whatever the minimum and the followers do, and promised one copy', () =>
    always(({ acks }, { answer, promised }) => {
      if (acks === '1') expect({ answer, promised }).toEqual({ answer: 'ok', promised: 1 });
    }));

  it('a higher minimum never turns a refusal into an ok, and never makes more readable', () =>
    always((situation, outcome) => {
      const higher = outcomeOf({ ...situation, minInsync: situation.minInsync + 1 });
      if (outcome.answer === 'refused') expect(higher.answer).toBe('refused');
      if (!outcome.readable) expect(higher.readable).toBe(false);
    }));

  it('only what is stored can be read or lost', () =>
    always((_, { stored, readable, fate }) => {
      if (readable) expect(stored).toBe(true);
      expect(fate === 'not-stored').toBe(!stored);
    }));
});

describe('the recorded runs', () => {
  // Lesson 07's fifth experiment loses messages on the network, which is no part of this table.
  const traces = tracesOf(lesson).filter(({ header }) => header.experiment !== '05-no-answer');
  const sends = traces.flatMap((trace) => sendsIn(trace).map((send) => ({ name: nameOf(trace), ...send })));

  it('are 8 arms with 16 sends, of all kinds', () => {
    expect(sends).toHaveLength(16);
    const answers = new Set(sends.map(({ situation }) => outcomeOf(situation).answer));
    expect([...answers].toSorted()).toEqual(['ok', 'refused', 'waiting']);
  });

  it.each(sends)('$name, send $id: the answer, the logs and the high watermark are the foretold ones', (send) => {
    const { answer, stored, readable } = outcomeOf(send.situation);
    expect({ answer, stored, readable }).toEqual(send.seen);
  });

  it('07.01: acknowledged, and lost with the leader', () => {
    const trace = traceOf(lesson, '01-leader-dies-after-ok', 'control');
    const [, second] = sendsIn(trace);
    expect(second && outcomeOf(second.situation)).toMatchObject({ answer: 'ok', fate: 'lost' });
    expect(observedIn(trace)['lost']).toBe(10);
  });

  it('07.01: what acks=all acknowledged survives; what it did not is gone, and was not promised', () => {
    const trace = traceOf(lesson, '01-leader-dies-after-ok', 'treatment');
    const fates = sendsIn(trace).map(({ situation }) => outcomeOf(situation));
    expect(fates).toMatchObject([
      { answer: 'ok', fate: 'survives' },
      { answer: 'waiting', promised: 0, fate: 'lost' },
    ]);
    expect(observedIn(trace)).toMatchObject({ acknowledged: 10, stored: 10, lost: 0 });
  });
});

/** Each send of a run: the state it met, and what came of it until the next send or fault. */
function sendsIn(trace: Trace) {
  const created = eventsOf(trace, 'topic.created')[0];
  return eventsOf(trace, 'client.send').map(({ id, acks, records }) => {
    const at = trace.events.findIndex((event) => event.type === 'client.send' && event.id === id);
    const next = trace.events.findIndex((event, i) => i > at && ends(event));
    const after = trace.events.slice(at, next === -1 ? undefined : next);
    const before = snapshotIn(trace.events.slice(0, at));
    const isr = before?.partitions[0]?.isr ?? [1, 2, 3];
    const frozen = (before?.brokers ?? []).filter(({ broker, state }) => state === 'frozen' && isr.includes(broker)).length;
    const start = before?.partitions[0]?.replicas.find(({ broker }) => broker === before.partitions[0]?.leader)?.logEnd ?? 0;
    const end = snapshotIn(after)?.partitions[0];
    const logEnd = end?.replicas.find(({ broker }) => broker === end.leader)?.logEnd ?? 0;
    const situation: Situation = {
      replicas: created?.replicas ?? 0,
      minInsync: Number(created?.config['min.insync.replicas']),
      acks: acks === -1 ? 'all' : '1',
      gone: (created?.replicas ?? 0) - isr.length,
      frozen,
    };
    const seen = {
      answer: answerIn(after, id),
      stored: logEnd === start + records.length,
      readable: (end?.highWatermark ?? 0) === start + records.length,
    };
    return { id, situation, seen };
  });
}

/** A freeze ends nothing: the next look at the leader still tells how the send before it went. */
const ends = (event: RunEvent) =>
  event.type === 'client.send' || event.type === 'fault.healed' || (event.type === 'fault.injected' && event.fault !== 'freeze');

const snapshotIn = (events: readonly RunEvent[]) => events.findLast((event) => event.type === 'cluster.snapshot');

function answerIn(events: readonly RunEvent[], id: number) {
  for (const event of events) {
    if (event.type === 'client.ack' && event.id === id) return 'ok';
    if (event.type !== 'client.error' || event.id !== id) continue;
    return event.error.code === 'NOT_ENOUGH_REPLICAS'
      ? 'refused'
      : event.error.code === 'REQUEST_TIMED_OUT'
        ? 'waiting'
        : event.error.code;
  }
  return null;
}

const nameOf = ({ header }: Trace) => `${header.experiment}.${header.arm}`;
