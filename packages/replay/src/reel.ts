import type { RunEvent } from '@proving/spec';
import type { Fold } from './fold.ts';

/** A recorded run that can be entered at any place: the same as folding its first n events, without starting over each time. */
export interface Reel<M> {
  readonly events: readonly RunEvent[];
  /** The model after the first `n` events; `n` is brought into 0 … `events.length`. Remembers checkpoints on its way. */
  at(n: number): M;
  /** Folds up to `count` events further than any checkpoint so far. Whether something is left: a long run is folded in slices. */
  ahead(count: number): boolean;
  /** How many events lie before the last checkpoint: what is before it can be entered at once. */
  readonly ready: number;
}

/** @param every how many events lie between two checkpoints: the most that entering somewhere has to fold */
export function reelOf<M>(fold: Fold<M>, events: readonly RunEvent[], every = 64): Reel<M> {
  const checkpoints: M[] = [fold.initial];
  let last = { n: 0, model: fold.initial };
  const ready = () => (checkpoints.length - 1) * every;

  function at(wanted: number): M {
    const n = Math.min(events.length, Math.max(0, Math.trunc(wanted)));
    const point = Math.min(checkpoints.length - 1, Math.floor(n / every));
    // The place that was asked for last is often one event before this one.
    const near = last.n <= n && last.n >= point * every ? last : { n: point * every, model: checkpoints[point] as M };
    let { model } = near;
    for (let i = near.n; i < n; i++) {
      model = fold.step(model, events[i] as RunEvent);
      if ((i + 1) % every === 0 && (i + 1) / every === checkpoints.length) checkpoints.push(model);
    }
    last = { n, model };
    return model;
  }

  return {
    events,
    at,
    ahead(count) {
      const to = Math.min(events.length, ready() + Math.max(every, count));
      const { n, model } = last;
      if (ready() + every <= events.length) at(to);
      last = { n, model };
      return ready() + every <= events.length;
    },
    get ready() {
      return ready() + every > events.length ? events.length : ready();
    },
  };
}
