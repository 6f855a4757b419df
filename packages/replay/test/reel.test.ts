import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseTrace } from '@proving/spec';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  atTheStart,
  eventsAt,
  measured,
  type Player,
  type PlayerAct,
  played,
  reelOf,
  tapeOf,
  timeOf,
  views,
} from '../src/index.ts';
import { anyRun } from './any-events.ts';

it('entered at n, in any order, is the fold of the first n events', () => {
  fc.assert(
    fc.property(
      anyRun,
      fc.array(fc.nat(70), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 9 }),
      (events, places, every) => {
        const reel = reelOf(views, events, every);
        for (const n of places) expect(reel.at(n)).toEqual(views.of(events.slice(0, n)));
      },
    ),
  );
});

it('folded ahead in slices, it is the same', () => {
  fc.assert(
    fc.property(anyRun, fc.nat(70), fc.integer({ min: 1, max: 9 }), (events, n, every) => {
      const reel = reelOf(views, events, every);
      reel.at(n);
      let slices = 0;
      while (reel.ahead(every)) expect(++slices).toBeLessThanOrEqual(events.length);
      expect(reel.ready).toBe(events.length);
      expect(reel.at(n)).toEqual(views.of(events.slice(0, n)));
    }),
  );
});

it('a tape goes on in time, loses no event of any run, and never gives one back', () => {
  fc.assert(
    fc.property(fc.array(anyRun, { minLength: 1, maxLength: 3 }), (runs) => {
      const tape = tapeOf(runs);
      let before = eventsAt(tape, 0);
      for (let position = 1; position <= tape.moments.length; position++) {
        const now = eventsAt(tape, position);
        const { run, t } = tape.moments[position - 1] as (typeof tape.moments)[number];
        expect(t).toBeGreaterThanOrEqual(tape.moments[position - 2]?.t ?? 0);
        for (const [i, n] of now.entries()) i === run ? expect(n).toBeGreaterThan(before[i] ?? 0) : expect(n).toBe(before[i]);
        before = now;
      }
      for (const [i, events] of runs.entries()) expect([0, events.length]).toContain(before[i]);
    }),
  );
});

const act: fc.Arbitrary<PlayerAct> = fc.oneof(
  fc.record({ act: fc.constantFrom('play' as const, 'pause' as const, 'toggle' as const) }),
  fc.record({ act: fc.constant('step' as const), by: fc.integer({ min: -3, max: 3 }) }),
  fc.record({ act: fc.constant('seek' as const), to: fc.integer({ min: -5, max: 90 }) }),
  fc.record({ act: fc.constant('speed' as const), speed: fc.constantFrom(0.5, 1, 4, 'recorded' as const) }),
  fc.record({ act: fc.constant('tick' as const), ms: fc.integer({ min: 0, max: 5_000 }) }),
);

it('whatever is pressed, the player stays on the tape and its time between the moments around it', () => {
  fc.assert(
    fc.property(anyRun, fc.array(act, { maxLength: 30 }), (events, acts) => {
      const tape = tapeOf([events]);
      acts.reduce<Player>((player, each) => {
        const next = played(tape, player, each);
        expect(next.position).toBeGreaterThanOrEqual(0);
        expect(next.position).toBeLessThanOrEqual(tape.moments.length);
        if (each.act === 'tick') expect(next.position).toBeGreaterThanOrEqual(player.position);
        const t = timeOf(tape, next);
        expect(t).toBeGreaterThanOrEqual(tape.moments[next.position - 1]?.t ?? 0);
        expect(t).toBeLessThanOrEqual(tape.moments[next.position]?.t ?? Number.POSITIVE_INFINITY);
        return next;
      }, atTheStart);
    }),
  );
});

it('a step forth and a step back come back, from anywhere but the end', () => {
  fc.assert(
    fc.property(anyRun, fc.nat(70), (events, to) => {
      const tape = tapeOf([events]);
      const from = played(tape, atTheStart, { act: 'seek', to });
      const back = played(tape, played(tape, from, { act: 'step', by: 1 }), { act: 'step', by: -1 });
      expect(back.position).toBe(Math.min(from.position, Math.max(0, tape.moments.length - 1)));
      expect(eventsAt(tape, back.position)).toEqual(eventsAt(tape, Math.min(from.position, Math.max(0, tape.moments.length - 1))));
    }),
  );
});

it('played to its end it stops there, whatever the frames are; played again it begins anew', () => {
  fc.assert(
    fc.property(anyRun, fc.integer({ min: 1, max: 900 }), fc.constantFrom(0.5, 1, 4, 'recorded' as const), (events, ms, speed) => {
      const tape = tapeOf([events]);
      fc.pre(tape.moments.length > 0);
      let player = played(tape, { ...atTheStart, speed }, { act: 'play' });
      for (let frames = 0; player.playing; frames++) {
        expect(frames).toBeLessThan(80_000);
        player = played(tape, player, { act: 'tick', ms });
      }
      expect(player.position).toBe(tape.moments.length);
      expect(played(tape, player, { act: 'play' })).toEqual({ ...atTheStart, speed, playing: true });
    }),
    { numRuns: 40 },
  );
});

const lessons = join(import.meta.dirname, '../../../lessons');
const traces = readdirSync(lessons).flatMap((lesson) => {
  const folder = join(lesson, 'traces');
  return existsSync(join(lessons, folder)) ? readdirSync(join(lessons, folder)).map((file) => join(folder, file)) : [];
});

it.each(traces)('%s can be stepped through from its begin to its measurement', (path) => {
  const events = measured(parseTrace(readFileSync(join(lessons, path), 'utf8')).events);
  const reel = reelOf(views, events);
  const tape = tapeOf([events]);
  const [all] = eventsAt(tape, tape.moments.length);
  expect(all).toBe(events.length);
  expect(events.at(-1)?.type).toBe('observation');
  expect(reel.at(all ?? 0)).toEqual(views.of(events));
});
