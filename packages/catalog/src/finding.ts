import { Plain } from '@proving/spec';

/** Something in a lesson's files that is not as it must be. */
export interface Finding {
  /** Stable, for tests and for searching: `unknown-claim`. */
  readonly code: string;
  /** The lesson's folder: `07-acks-and-durability`. */
  readonly lesson: string;
  /** Relative to the lesson's folder: `theory.md`. */
  readonly file: string;
  readonly line: number | null;
  /** Where in a manifest or quiz: `experiments.01-leader-dies.predict.about`. */
  readonly field: string | null;
  readonly says: string;
  readonly fix: string;
  /** True when the lesson cannot be opened; false when it can, and only the house check objects. */
  readonly broken: boolean;
}

/** A finding before it is known in which lesson it stands. */
export type Found = Omit<Finding, 'lesson'>;

/** What a parser of one file reports through. `at` is a line, a field, or neither. */
export type Report = (code: string, at: number | string | null, says: string, fix: string) => void;

/** A report that collects broken findings of one file into `found`. */
export function reportInto(found: Found[], file: string): Report {
  return (code, at, says, fix) => {
    found.push({
      code,
      file,
      line: typeof at === 'number' ? at : null,
      field: typeof at === 'string' ? at : null,
      says,
      fix,
      broken: true,
    });
  };
}

/** `lessons/07-acks/lesson.ts experiments.01-x.proves: names no claim of this lesson` */
export function findingText(finding: Finding): string {
  const line = finding.line === null ? '' : `:${finding.line}`;
  const field = finding.field === null ? '' : ` ${finding.field}`;
  return `lessons/${finding.lesson}/${finding.file}${line}${field}: ${finding.says}`;
}

/** The finding as the error a learner or author reads; exit code 3. `more` is how many others the lesson has. */
export function findingError(finding: Finding, more: number): Plain {
  const others = more === 0 ? {} : { saw: `${more} more finding${more === 1 ? '' : 's'} in this lesson; pnpm check lists them` };
  return new Plain(finding.code, findingText(finding), { ...others, fix: finding.fix });
}
