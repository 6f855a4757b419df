import * as z from 'zod';
import { driverNames } from './cluster.ts';
import { Unreadable } from './errors.ts';
import { type RunEvent, runEvent } from './events.ts';

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
  const [first = '', ...rest] = jsonl.split('\n').filter((line) => line !== '');
  const header = parseLine(traceHeader, first, `${from}:1`);
  return { header, events: rest.map((line, i) => parseLine(runEvent, line, `${from}:${i + 2}`)) };
}

function parseLine<T>(schema: z.ZodType<T>, line: string, where: string): T {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new Unreadable(`${where} is not JSON`, { cause });
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Unreadable(`${where} is not what a trace holds: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
