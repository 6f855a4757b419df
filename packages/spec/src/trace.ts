import * as z from 'zod';
import { driverNames } from './cluster.ts';
import { type RunEvent, runEvent } from './events.ts';
import { parseJsonLine } from './json-line.ts';

/** The first line of a trace file; each further line is one `RunEvent`. At most 200 KB a trace. */
export const traceHeader = z.object({
  format: z.literal(1),
  lesson: z.string(),
  experiment: z.string(),
  arm: z.string(),
  claim: z.string(),
  kafka: z.string(),
  clients: z.record(z.string(), z.string()),
  driver: z.enum(driverNames),
  seed: z.number().int(),
  at: z.iso.datetime(),
});
export type TraceHeader = z.infer<typeof traceHeader>;

export interface Trace {
  readonly header: TraceHeader;
  readonly events: readonly RunEvent[];
}

export function writeTrace(trace: Trace): string {
  return `${[trace.header, ...trace.events].map((line) => JSON.stringify(line)).join('\n')}\n`;
}

/** @throws {Unreadable} naming the line that is not a trace */
export function parseTrace(jsonl: string, from = 'trace'): Trace {
  const [first, ...rest] = jsonl.split('\n').flatMap((line, i) => (line === '' ? [] : [{ line, where: `${from}:${i + 1}` }]));
  const header = parseJsonLine(traceHeader, first?.line ?? '', first?.where ?? `${from}:1`, 'a trace');
  return { header, events: rest.map(({ line, where }) => parseJsonLine(runEvent, line, where, 'a trace')) };
}
