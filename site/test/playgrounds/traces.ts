import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseTrace, type RunEvent, type RunEventOf, type Trace } from '@proving/spec';

export const lessonsFolder = join(import.meta.dirname, '../../../lessons');

/** The recorded runs of a lesson, for example of `03-keys-and-partitioners`; with `experiment`, of that one only. */
export function tracesOf(lesson: string, experiment = ''): readonly Trace[] {
  const folder = join(lessonsFolder, lesson, 'traces');
  const files = readdirSync(folder).filter((file) => file.startsWith(experiment));
  return files.map((file) => parseTrace(readFileSync(join(folder, file), 'utf8'), file));
}

export function traceOf(lesson: string, experiment: string, arm: string): Trace {
  const [found] = tracesOf(lesson, `${experiment}.${arm}.`);
  if (!found) throw new Error(`no trace of ${lesson}/${experiment}, arm ${arm}`);
  return found;
}

export const lessonFolders = (): readonly string[] => readdirSync(lessonsFolder).filter((folder) => /^\d\d-/.test(folder));

export function eventsOf<T extends RunEvent['type']>({ events }: Trace, type: T): readonly RunEventOf<T>[] {
  return events.filter((event): event is RunEventOf<T> => event.type === type);
}

/** What an arm measured. */
export function observedIn(trace: Trace): Readonly<Record<string, unknown>> {
  return eventsOf(trace, 'observation')[0]?.observed as Record<string, unknown>;
}
