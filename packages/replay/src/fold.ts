import type { RunEvent } from '@proving/spec';

/** A view-model as a fold of events: pure, total, and made of JSON alone. The terminal, the transcript and the site all fold the same way. */
export interface Fold<M> {
  readonly initial: M;
  /** The model after one more event. Never throws and never changes `model`, whatever the order of events. */
  step(model: M, event: RunEvent): M;
  /** The model after all events. */
  of(events: Iterable<RunEvent>): M;
  /** The model at time `t` (ms): after every event that happened at `t` or before. */
  at(events: Iterable<RunEvent>, t: number): M;
}

export function foldOf<M>(initial: M, step: (model: M, event: RunEvent) => M): Fold<M> {
  const of = (events: Iterable<RunEvent>) => {
    let model = initial;
    for (const event of events) model = step(model, event);
    return model;
  };
  return { initial, step, of, at: (events, t) => of([...events].filter((event) => event.t <= t)) };
}
