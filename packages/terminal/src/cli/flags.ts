/** Every option of every verb; a verb names the ones it takes. `value` is what stands for the value in its help. */
export const flags = {
  plain: { says: 'text line by line: no colour needed, nothing repainted, no question asked' },
  json: { says: 'one JSON object per line, each with a schema version' },
  ascii: { says: 'only ASCII characters' },
  verbose: { says: 'with an error, where in the code it came from' },
  help: { says: 'this page', short: 'h' },
  yes: { says: 'do it without asking', short: 'y' },
  all: { says: 'every lesson' },
  previous: { says: 'judges every exercise once more that you have passed' },
  where: { says: 'the path of the progress log, and nothing else' },
  record: { says: 'for maintainers: rewrites lessons/*/traces and notes/ledger.jsonl' },
  arms: { says: 'every arm with what was expected beside what was measured, also where they agree' },
  times: { says: 'runs each experiment that many times', value: 'N' },
  driver: { says: 'jvm, docker or external; by itself the first that is ready', value: 'NAME' },
  shape: { says: 'standard, quorum, combined, secure or pair', value: 'NAME' },
  seed: { says: 'repeats the random choices of the run that printed it', value: 'N' },
  answers: { says: 'answers from a file, for a run without a terminal', value: 'FILE' },
  file: { says: 'takes that file once, in place of your own', value: 'FILE' },
  as: { says: 'the name that stands on it; any name you like', value: 'NAME' },
  to: { says: 'where to write it', value: 'FILE' },
  roster: { says: 'a class list as CSV, held against the files that came', value: 'FILE' },
  on: { says: 'the column of the class list that has the names; "name" by itself', value: 'COLUMN' },
  raw: { says: 'the task as markdown, as it was written' },
  notes: { says: 'with the words of your notes, and why runs could not be judged' },
  lines: { says: 'how many lines of each log; 40 by default', value: 'N' },
  port: { says: 'where on 127.0.0.1 it listens; 4173 by default, 0 for any that is free', value: 'N' },
} as const satisfies Readonly<Record<string, Flag>>;

export interface Flag {
  readonly says: string;
  readonly value?: string;
  readonly short?: string;
}
export type FlagName = keyof typeof flags;

/** Taken by every verb. */
export const common = ['plain', 'json', 'ascii', 'verbose', 'help'] as const satisfies readonly FlagName[];
