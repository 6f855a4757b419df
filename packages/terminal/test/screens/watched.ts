import type { RunEvent } from '@proving/spec';
import { paperOf } from '../../src/paper.ts';
import type { Told } from '../../src/walk/runner.ts';
import { nothingYet, type WatchedArm, watch } from '../../src/walk/watch.ts';

export const paper = (
  columns: number,
  more: { readonly utf8?: boolean; readonly colour?: boolean; readonly aloud?: boolean } = {},
) => paperOf({ columns, colour: false, utf8: true, ...more });

/** An arm as it stands after these events. */
export function watched(events: readonly RunEvent[], until = Number.POSITIVE_INFINITY, label = 'acks=1'): WatchedArm {
  const started: Told = { type: 'arm.started', arm: 'control', label, index: 1, of: 2 };
  const told: readonly Told[] = events
    .filter((event) => event.t <= until)
    .map((event) => ({ type: 'event', arm: 'control', event }));
  const { arm } = [started, ...told].reduce(watch, nothingYet);
  if (!arm) throw new Error('no arm');
  return arm;
}
