import type { RunEvent } from '@proving/spec';
import type { Operation } from './history/operation.ts';

type WithoutTime<E> = E extends unknown ? Omit<E, 't'> : never;
export type Happening = WithoutTime<RunEvent>;

/** Where everything that an arm does is told: as events for the eye, as operations for the history. */
export class Recorder {
  readonly operations: Operation[] = [];
  readonly #began = performance.now();
  readonly #emit: (event: RunEvent) => void;
  #ids = 0;

  constructor(emit: (event: RunEvent) => void) {
    this.#emit = emit;
  }

  /** Milliseconds since the arm began. */
  now(): number {
    return Math.round((performance.now() - this.#began) * 10) / 10;
  }

  nextId(): number {
    this.#ids += 1;
    return this.#ids;
  }

  tell(happening: Happening): void {
    this.#emit({ t: this.now(), ...happening } as RunEvent);
  }

  record(operation: Operation): void {
    this.operations.push(operation);
  }
}
