/** Something in the work tree that is not as the house wants it. */
export interface Finding {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  readonly line: number | null;
  readonly what: string;
  readonly do: string;
}

/** One habit of this repository that a machine can keep. */
export interface Rule {
  readonly name: string;
  /** What it saves the next person from. */
  readonly why: string;
  check(root: string): Promise<readonly Finding[]>;
}

/** An exception that somebody answers for. One that no longer excepts anything is itself a finding. */
export interface Exception {
  readonly rule: string;
  readonly path: string;
  /** Only the findings that say this; not given: all that the rule finds in the file. */
  readonly saying?: string;
  readonly because: string;
}
