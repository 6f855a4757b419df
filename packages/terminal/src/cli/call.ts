import type { DriverName, Shape } from '@proving/spec';
import type { Paper } from '../paper.ts';
import type { Mode } from './mode.ts';
import type { Out } from './out.ts';

/** One command as it was typed, understood: what a verb is given. */
export interface Call {
  readonly verb: string;
  /** What stands behind the verb and is not an option. */
  readonly args: readonly string[];
  readonly flags: Flags;
  readonly mode: Mode;
  readonly paper: Paper;
  /** The checkout. */
  readonly root: string;
  /** The learner's own folder, absolute; may not exist yet. */
  readonly home: string;
  readonly out: Out;
  /** Aborted by Ctrl-C, SIGTERM and SIGHUP. */
  readonly signal: AbortSignal;
}

export interface Flags {
  readonly plain: boolean;
  readonly json: boolean;
  readonly ascii: boolean;
  readonly verbose: boolean;
  readonly help: boolean;
  readonly yes: boolean;
  readonly all: boolean;
  readonly previous: boolean;
  readonly where: boolean;
  readonly record: boolean;
  readonly arms: boolean;
  readonly times: number | null;
  readonly driver: DriverName | null;
  readonly shape: Shape | null;
  readonly seed: number | null;
  readonly answers: string | null;
  readonly file: string | null;
  readonly as: string | null;
  readonly to: string | null;
  readonly roster: string | null;
  readonly on: string | null;
  readonly raw: boolean;
  readonly notes: boolean;
  readonly lines: number | null;
  readonly port: number | null;
}
