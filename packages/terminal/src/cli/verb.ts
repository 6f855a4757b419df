import type { Call } from './call.ts';
import type { FlagName } from './flags.ts';

/** A verb of the course, as its help page says it. The code behind it is loaded when it is called. */
export interface Verb {
  readonly name: string;
  readonly does: string;
  /** What may stand behind the verb: `[07 | 07.3 | slug]`. */
  readonly takes: string;
  readonly flags: readonly FlagName[];
  /** Commands without `pnpm`, each with what it does. */
  readonly examples: Readonly<Record<string, string>>;
  /** Everything behind this word belongs to another program and is passed on as it is. */
  readonly passesAfter?: string;
  load(): Promise<{ readonly run: (call: Call) => Promise<number> }>;
}
