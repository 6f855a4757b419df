import type { LoadedLesson } from '@proving/catalog';
import type { ExperimentResult } from '@proving/runner';
import { type ArmVerdict, type Expectation, inWords, type Json, ms, type Verdict } from '@proving/spec';

/** A verdict in two or three words, as the tables of `pnpm prove` say it. */
export function verdictInWords(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'proved':
      return 'proved';
    case 'refuted':
      return 'refuted';
    case 'unjudged':
      return 'not judged';
    case 'not-provable-here':
      return 'not provable here';
    case 'could-not-run':
      return 'could not run';
  }
}

export const reasonOf = (verdict: Verdict): string | null => (verdict.kind === 'proved' ? null : verdict.because);

export type Proved = ExperimentResult & {
  readonly expect?: Readonly<Record<string, Expectation>>;
};

/** One arm: a heading, and below it each field with what was expected beside what was measured. */
export interface ArmLines {
  readonly heading: string;
  readonly met: boolean;
  readonly fields: readonly {
    readonly field: string;
    readonly expected: string;
    readonly measured: string;
    readonly agrees: boolean;
  }[];
  /** Why there is no measurement; null when there is one. */
  readonly because: string | null;
}

export function armLines(lesson: LoadedLesson, result: Proved): readonly ArmLines[] {
  const card = lesson.manifest.experiments[result.experiment];
  return Object.entries(result.arms).map(([arm, verdict]) => {
    const took = result.armMs[arm];
    const time = took === undefined ? '' : `  ${seconds(took)}${card ? ` of ${seconds(ms(card.budget))}` : ''}`;
    return {
      heading: `${arm}: ${card?.arms[arm] ?? arm}${time}`,
      met: verdict.kind === 'met',
      ...measured(verdict, result.expect?.[arm]),
    };
  });
}

function measured(verdict: ArmVerdict, expected: Expectation | undefined): Pick<ArmLines, 'fields' | 'because'> {
  if (verdict.kind === 'unjudged' || verdict.kind === 'broken') return { fields: [], because: verdict.because };
  const wrong = new Map(verdict.kind === 'differs' ? verdict.differences.map((each) => [each.path.split('.')[0] ?? '', each]) : []);
  const { observed } = verdict;
  const fields = isRecord(observed) ? Object.keys({ ...(isRecord(expected) ? expected : {}), ...observed }) : [''];
  return {
    because: null,
    fields: fields.map((field) => {
      const value = field === '' ? observed : (observed as Record<string, Json>)[field];
      const meant =
        field === ''
          ? expected
          : isRecord(expected)
            ? (expected as Readonly<Record<string, Expectation>>)[field]
            : wrong.get(field)?.expected;
      const agrees = !wrong.has(field);
      return {
        field: field || 'measured',
        expected: meant === undefined && agrees ? 'the same' : words(meant),
        measured: words(value),
        agrees,
      };
    }),
  };
}

/** What the arms took; a first start, a wait for others and the healing between two arms are not the experiment's. */
export const measuredMs = ({ armMs }: Proved): number => Object.values(armMs).reduce((sum, each) => sum + each, 0);

export const seconds = (milliseconds: number): string => `${(milliseconds / 1_000).toFixed(milliseconds < 9_950 ? 1 : 0)} s`;

const words = (value: Json | Expectation | undefined) => inWords(value as Expectation | undefined);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
