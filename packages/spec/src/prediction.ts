import type { Expectation } from './expectation.ts';
import { fits, inWords } from './expectation.ts';
import type { Json } from './json.ts';

/** A question asked before an experiment runs. The right answer is computed from this run's observation of the arm `about`. */
export type Prediction =
  | { readonly kind: 'choice'; readonly about: string; readonly options: readonly PredictionOption[] }
  | { readonly kind: 'number'; readonly about: string; readonly field: string; readonly unit: string; readonly tolerance: number };

export interface PredictionOption {
  readonly says: string;
  /** The measurements under which this option is the right one. Exactly one option should fit any possible run. */
  readonly when: Expectation;
  /** The stale belief that choosing it betrays, when it is wrong. */
  readonly belief?: string;
}

/** A learner's answer: the index of the option, the number, or nothing. */
export type Predicted =
  | { readonly kind: 'choice'; readonly option: number }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'skipped' };

export interface PredictionVerdict {
  readonly outcome: 'right' | 'wrong' | 'skipped';
  /** What the run showed, in the words of the question: an option's text, or the number with its unit. */
  readonly measured: string;
  readonly said: string | null;
  readonly belief: string | null;
}

/**
 * Holds a prediction against what was measured.
 * @param observations by arm, as the experiment returned them in this run
 */
export function judgePrediction(
  prediction: Prediction,
  predicted: Predicted,
  observations: Readonly<Record<string, Json>>,
): PredictionVerdict {
  const observed = observations[prediction.about];
  if (prediction.kind === 'number') {
    const measured = fieldOf(observed, prediction.field);
    const text = `${inWords(measured ?? null)} ${prediction.unit}`.trim();
    if (predicted.kind !== 'number') return { outcome: 'skipped', measured: text, said: null, belief: null };
    const right = typeof measured === 'number' && Math.abs(measured - predicted.value) <= prediction.tolerance;
    return {
      outcome: right ? 'right' : 'wrong',
      measured: text,
      said: `${predicted.value} ${prediction.unit}`.trim(),
      belief: null,
    };
  }
  const shown = prediction.options.findIndex((option) => fits(option.when, observed));
  const measured = prediction.options[shown]?.says ?? `none of these: ${inWords((observed ?? null) as Expectation)}`;
  if (predicted.kind !== 'choice') return { outcome: 'skipped', measured, said: null, belief: null };
  const chosen = prediction.options[predicted.option];
  const right = predicted.option === shown;
  return {
    outcome: right ? 'right' : 'wrong',
    measured,
    said: chosen?.says ?? null,
    belief: right ? null : (chosen?.belief ?? null),
  };
}

/** What stands at a path such as `stored` or `read.1` in what was measured. */
export function fieldOf(observed: Json | undefined, path: string): Json | undefined {
  return path
    .split('.')
    .reduce<Json | undefined>(
      (value, field) => (typeof value === 'object' && value !== null ? (value as Record<string, Json>)[field] : undefined),
      observed,
    );
}
