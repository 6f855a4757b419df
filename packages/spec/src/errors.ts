/**
 * An error that a learner reads: what happened, what was seen, what to do. Every package throws these, and no other, for
 * anything that is not a fault of ours; the verbs print the three parts and end with `exit`.
 */
export class Plain extends Error {
  override readonly name: string = 'Plain';
  /** Stable, for tests and for searching: `port-busy`, `java-too-old`. */
  readonly code: string;
  readonly saw: string | null;
  readonly fix: string | null;
  readonly exit: number;

  constructor(code: string, what: string, parts: { saw?: string; fix?: string; exit?: number; cause?: unknown } = {}) {
    super(what, parts.cause === undefined ? undefined : { cause: parts.cause });
    this.code = code;
    this.saw = parts.saw ?? null;
    this.fix = parts.fix ?? null;
    this.exit = parts.exit ?? 3;
  }
}

/** A file that is not in the format it should be in. */
export class Unreadable extends Plain {
  override readonly name = 'Unreadable';
  constructor(what: string, parts: { saw?: string; fix?: string; cause?: unknown } = {}) {
    super('unreadable', what, parts);
  }
}
