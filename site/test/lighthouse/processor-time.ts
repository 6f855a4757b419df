/** An event of Chromium's trace; times in µs. `X` are those with a length, the others are moments. */
export interface TraceEvent {
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** When it began and how long it took by the clock of its thread, which stands still while others have the processor. */
  readonly tts?: number;
  readonly tdur?: number;
}

type Task = TraceEvent & Required<Pick<TraceEvent, 'dur' | 'tts' | 'tdur'>>;

/**
 * A trace in which a task is as long as it computed. It begins when it began, and what is in it moves along with it; what a thread
 * waited for, such as another program's turn, is gone.
 */
export function byProcessorTime<Event extends TraceEvent>(events: readonly Event[]): Event[] {
  const threads = Map.groupBy(events, ({ pid, tid }) => `${pid} ${tid}`);
  return [...threads.values()].flatMap((thread) => {
    let task: Task | null = null;
    return thread.toSorted(outerFirst).map((event) => {
      if (task === null || event.ts >= task.ts + task.dur) task = isTask(event) ? event : null;
      if (task === null || event.tts === undefined) return event;
      const moved = { ...event, ts: task.ts + Math.max(0, event.tts - task.tts) };
      return event.tdur === undefined ? moved : { ...moved, dur: event.tdur };
    });
  });
}

const outerFirst = (a: TraceEvent, b: TraceEvent) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0);

const isTask = (event: TraceEvent): event is TraceEvent & Task =>
  event.ph === 'X' && event.dur !== undefined && event.tts !== undefined && event.tdur !== undefined;
