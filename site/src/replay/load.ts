import { measured, type Reel, reelOf, type Views, views } from '@proving/replay';
import type { Observation, RunEvent, TraceHeader } from '@proving/spec';

/** One arm of an experiment, as it was recorded. */
export interface Run {
  readonly id: string;
  readonly label: string;
  readonly header: TraceHeader;
  readonly reel: Reel<Views>;
  /** How it stood when it was measured. */
  readonly end: Views;
  /** Ms from its begin to its measurement. */
  readonly until: number;
  readonly observed: Observation | undefined;
}
export interface Source {
  readonly id: string;
  readonly label: string;
  /** The address of a trace, or a file that somebody dropped. */
  readonly trace: string | File;
}

/**
 * Reads one trace and folds it, in slices short enough that the page stays alive.
 * @throws {Error} with a sentence for the reader
 */
export async function load(source: Source): Promise<Run> {
  const { header, events } = typeof source.trace === 'string' ? await recorded(source.trace) : await theirs(source.trace);
  if (events.length === 0)
    throw new Error(`The trace of ${header.experiment}, ${header.arm}, holds no event: there is nothing to replay.`);
  const until = measured(events);
  const reel = reelOf(views, until);
  let begun = performance.now();
  while (reel.ahead(64))
    if (performance.now() - begun > 8) {
      await new Promise((resolve) => setTimeout(resolve));
      begun = performance.now();
    }
  const last = until.at(-1);
  return {
    id: source.id,
    label: source.label || header.arm,
    header,
    reel,
    end: reel.at(until.length),
    until: last?.t ?? 0,
    observed: last?.type === 'observation' ? last.observed : undefined,
  };
}

/** A trace of this site was checked when it was recorded: only what came over the wire is looked at. */
async function recorded(url: string): Promise<{ header: TraceHeader; events: readonly RunEvent[] }> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`The recorded run could not be fetched: ${url} was answered with ${answer.status}.`);
  const lines = (await answer.text()).split('\n').filter((line) => line !== '');
  try {
    const [header, ...events] = lines.map((line) => JSON.parse(line));
    if (header?.format !== 1 || events.some((event) => typeof event.type !== 'string')) throw new Error('no trace');
    return { header, events };
  } catch {
    throw new Error(`What was fetched from ${url} is not a recorded run.`);
  }
}

const largest = 5_000_000;

/** A file from outside is checked line by line. What checks it is large, and comes when it is needed. */
async function theirs(file: File): Promise<{ header: TraceHeader; events: readonly RunEvent[] }> {
  if (file.size > largest) throw new Error(`${file.name} is larger than 5 MB; a trace is at most 200 KB. Is it another file?`);
  const text = await file.text();
  const first = text.slice(0, text.indexOf('\n') === -1 ? undefined : text.indexOf('\n'));
  if (!first.startsWith('{"format":')) throw new Error(`${file.name} is not a trace: its first line does not name the format.`);
  const { parseTrace } = await import('@proving/spec');
  try {
    return parseTrace(text, file.name);
  } catch (thrown) {
    const said = thrown instanceof Error ? thrown.message : String(thrown);
    const [, line = '?', what = 'is not what a trace holds'] = /:(\d+) ([^:\n]+)/.exec(said.slice(file.name.length)) ?? [];
    throw new Error(`Line ${line} of ${file.name} ${what}. It cannot be replayed; was it cut off or edited?`);
  }
}
