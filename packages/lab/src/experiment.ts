import type { Expectation, Json, Lesson } from '@proving/spec';
import type { Lab } from './lab.ts';

type Values<T> = T[keyof T];

/** One body, at least two arms that differ in one setting, and what each must measure. */
export interface Experiment<Setting extends Readonly<Record<string, Json>> = Readonly<Record<string, Json>>> {
  readonly claim: string;
  readonly arms: Readonly<Record<string, Setting>> & { readonly treatment: Setting };
  run(setting: Setting, lab: Lab): Promise<Json>;
  readonly expect: Readonly<Record<string, Expectation>>;
}

/**
 * Declares an experiment, as the default export of a file in `experiments/`.
 * Arms have the same keys and each other arm differs from the treatment in exactly one; every arm has an expectation, and it
 * must reject every other arm's measurement. The runner refuses an experiment that breaks this before it touches the cluster.
 */
export function experiment<
  const L extends Lesson,
  const Arms extends Readonly<Record<string, Readonly<Record<string, Json>>>> & {
    readonly treatment: Readonly<Record<string, Json>>;
  },
>(
  _lesson: L,
  claim: keyof L['claims'] & string,
  body: {
    readonly arms: Arms;
    run(setting: Values<Arms>, lab: Lab): Promise<Json>;
    readonly expect: { readonly [A in keyof Arms]: Expectation };
  },
): Experiment {
  return { claim, ...body } as unknown as Experiment;
}

/** `numbered(1, 3)` // => ['order 1', 'order 2', 'order 3'] */
export function numbered(from: number, to: number, noun = 'order'): string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => `${noun} ${from + i}`);
}
