import { appendFile, mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type LedgerLine, Plain, type RunEvent, type Trace, writeTrace } from '@proving/spec';
import type { ExperimentResult } from './told.ts';

/** The most that a committed trace may weigh. */
const heaviest = 200_000;

/**
 * Keeps a proof: its traces and one line of the ledger. Under PROVING_HOME, or, for maintainers who record, in the repository.
 * @param to the folder of the traces and the file of the ledger
 */
export async function recordProof(
  lesson: string,
  result: ExperimentResult,
  to: { readonly traces: string; readonly ledger: string },
): Promise<void> {
  await mkdir(to.traces, { recursive: true });
  for (const trace of result.traces) {
    const file = join(to.traces, `${result.experiment}.${trace.header.arm}.jsonl`);
    await writeFile(`${file}.new`, lightened(trace));
    await rename(`${file}.new`, file);
  }
  await mkdir(dirname(to.ledger), { recursive: true });
  await appendFile(to.ledger, `${JSON.stringify(lineOf(lesson, result))}\n`);
}

function lineOf(lesson: string, { traces, claim, experiment, kafka, driver, verdict, armMs }: ExperimentResult): LedgerLine {
  const header = traces[0]?.header;
  const because = verdict.kind === 'proved' ? null : verdict.because;
  return {
    at: header?.at ?? new Date().toISOString(),
    lesson,
    claim,
    experiment,
    kafka,
    clients: header?.clients ?? {},
    driver,
    verdict: verdict.kind,
    because,
    ms: armMs,
  };
}

/** A trace within its weight: of the snapshots between two other events the last one tells the most, so the others go first. */
function lightened(trace: Trace): string {
  const whole = writeTrace(trace);
  if (Buffer.byteLength(whole) <= heaviest) return whole;
  const light = writeTrace({
    ...trace,
    events: trace.events.filter((event, i) => event.type !== 'cluster.snapshot' || !sameTopicFollows(trace.events, i)),
  });
  if (Buffer.byteLength(light) <= heaviest) return light;
  throw new Plain(
    'trace-too-heavy',
    `The trace of ${trace.header.experiment}, ${trace.header.arm}, weighs ${Math.round(Buffer.byteLength(light) / 1000)} kB.`,
    { fix: 'send fewer records: a picture of 200 kB is more than an eye takes in' },
  );
}

function sameTopicFollows(events: readonly RunEvent[], i: number): boolean {
  const [mine, next] = [events[i], events[i + 1]];
  return mine?.type === 'cluster.snapshot' && next?.type === 'cluster.snapshot' && mine.topic === next.topic;
}
